package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.note.Note;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads notes: this project's in all its formats, AWS HealthScribe's, and the Markdown and plain
 * text that people and other programs write. Statements that come without findings are unchecked.
 *
 * <p>All methods throw {@link InvalidInputException}, which names the input and quotes nothing of
 * it, when it is empty, larger than 20 MB, not text, or broken.
 *
 * @since 0.1.0
 */
public final class NoteReader {
  private NoteReader() {}

  public static Note read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString());
    }
  }

  /**
   * @param in read to its end, not closed
   * @param name what to call the input in an error
   */
  public static Note read(InputStream in, String name) throws IOException {
    return parse(TextInput.read(in, name), name);
  }

  /**
   * @param text what has already been decoded
   * @param name what to call the input in an error
   */
  public static Note parse(String text, String name) {
    String clean = TextInput.normalized(text, name).replace('\t', ' ');
    if (Json.looksLike(clean)) {
      return NoteJson.read(clean, name);
    }
    List<String> lines = clean.lines().map(String::stripTrailing).toList();
    if (MarkdownNote.wrote(lines)) {
      return new MarkdownNote().read(lines, name);
    }
    if (TextNote.wrote(lines)) {
      return new TextNote().read(lines, name);
    }
    return new ForeignNote().read(lines, name);
  }
}
