package io.github.ambientgpt.release.portal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of multipart/form-data as an upload of one file uses. */
final class Multipart {
  private static final Pattern BOUNDARY =
      Pattern.compile("multipart/form-data;.*boundary=\"?([^\";]+)\"?.*");

  private Multipart() {}

  /**
   * The content of the part with this name.
   *
   * @throws IOException if the body is not multipart, or has no such part
   */
  static byte[] part(String contentType, byte[] body, String name) throws IOException {
    Matcher boundary = BOUNDARY.matcher(String.valueOf(contentType));
    if (!boundary.matches()) {
      throw new IOException("Expected multipart/form-data");
    }
    String text = new String(body, StandardCharsets.ISO_8859_1); // one char a byte
    String delimiter = "--" + boundary.group(1);
    for (int start = text.indexOf(delimiter); start >= 0; ) {
      int next = text.indexOf("\r\n" + delimiter, start + delimiter.length());
      int content = text.indexOf("\r\n\r\n", start) + 4;
      if (next < 0 || content < 4 || content > next) {
        break;
      }
      if (text.substring(start, content).contains("name=\"" + name + "\"")) {
        return Arrays.copyOfRange(body, content, next);
      }
      start = next + 2;
    }
    throw new IOException("The part " + name + " is missing");
  }
}
