package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.transcript.Recognition;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line that says, in a format that has no field for it, that a transcript's words are too poor
 * for a note. It survives a round trip, so that no note is made from such a file by mistake.
 */
final class PreviewMark {
  private static final Pattern LINE =
      Pattern.compile("\\[preview quality: recognized by ([a-z0-9-]+)]");

  private PreviewMark() {}

  static String of(Recognition recognition) {
    return "[preview quality: recognized by " + recognition.engine() + "]";
  }

  static Optional<Recognition> read(String line) {
    Matcher mark = LINE.matcher(line.strip());
    return mark.matches()
        ? Optional.of(new Recognition(mark.group(1), "", true))
        : Optional.empty();
  }
}
