package org.example.scribe;

import io.github.ambientgpt.core.error.AmbientGptException;
import io.github.ambientgpt.core.format.NoteFormat;
import io.github.ambientgpt.core.format.TranscriptReader;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.template.Templates;
import java.io.IOException;
import java.nio.file.Path;

/** Writes the note of a transcript: {@code Visit transcript.txt "program argument …"}. */
public final class Visit {
  private Visit() {}

  public static void main(String... arguments) {
    try {
      Settings settings = Settings.of(Command.SETTING, arguments[1]);
      System.out.println(NoteFormat.MARKDOWN.write(note(Path.of(arguments[0]), settings)));
    } catch (AmbientGptException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    } catch (IOException e) {
      System.err.println("The transcript cannot be read: " + arguments[0]);
      System.exit(1);
    }
  }

  static Note note(Path transcript, Settings settings) throws IOException {
    try (LanguageModel model = Providers.languageModels().create("command", settings)) {
      return NotePipeline.with(model)
          .write(TranscriptReader.read(transcript), Templates.builtin().get("SOAP"), Monitor.NONE);
    }
  }
}
