package io.github.ambientgpt.api.speech;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletDiskFileUpload;

/**
 * A form with one recording, {@code file}, and some short texts, in any order. Close it: that
 * removes the recording.
 */
public final class SpooledForm implements AutoCloseable {
  private static final String FILE = "file";
  private static final int LONGEST_TEXT = 16 << 10;
  private static final int MOST_PARTS = 50;

  private final Map<String, List<String>> texts = new LinkedHashMap<>();
  private Spool.Spooled recording;

  private SpooledForm() {}

  /**
   * @throws ApiException when it is no form, or its recording cannot be kept
   * @throws IOException when the connection breaks
   */
  public static SpooledForm read(HttpServletRequest request, Spool spool) throws IOException {
    SpooledForm form = new SpooledForm();
    boolean read = false;
    try {
      FileItemInputIterator parts = new JakartaServletDiskFileUpload().getItemIterator(request);
      for (int i = 0; parts.hasNext(); i++) {
        if (i == MOST_PARTS) {
          throw ApiException.field(FILE, "the form has more parts than are read");
        }
        form.add(parts.next(), spool);
      }
      read = true;
      return form;
    } catch (FileUploadException e) {
      throw new ApiException(
          ProblemType.INVALID_REQUEST, "The body is no multipart form that can be read.");
    } finally {
      if (!read) {
        form.close();
      }
    }
  }

  private void add(FileItemInput part, Spool spool) throws IOException {
    String name = Optional.ofNullable(part.getFieldName()).orElse("");
    try (InputStream content = part.getInputStream()) {
      if (name.equals(FILE)) { // some clients give it no file name
        if (recording != null) {
          throw ApiException.field(FILE, "one recording is heard at a time");
        }
        recording = spool.keep(content);
      } else {
        byte[] text = content.readNBytes(LONGEST_TEXT + 1);
        if (text.length > LONGEST_TEXT) {
          throw ApiException.field(name, "it is longer than it may be");
        }
        texts
            .computeIfAbsent(name, key -> new ArrayList<>())
            .add(new String(text, StandardCharsets.UTF_8));
      }
    }
  }

  /** Empty when there is none. */
  public Optional<Spool.Spooled> recording() {
    return Optional.ofNullable(recording);
  }

  /** The first text of this name, when it is there and not blank. */
  public Optional<String> text(String name) {
    return texts(name).stream().map(String::strip).filter(text -> !text.isEmpty()).findFirst();
  }

  public List<String> texts(String name) {
    return texts.getOrDefault(name, List.of());
  }

  public Set<String> names() {
    return texts.keySet();
  }

  @Override
  public void close() {
    if (recording != null) {
      recording.close();
    }
  }
}
