package io.github.ambientgpt.bench;

import io.github.ambientgpt.core.cleaning.CleanStage;
import io.github.ambientgpt.core.compose.ComposeStage;
import io.github.ambientgpt.core.compose.ExtractStage;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.template.Templates;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.Optional;

/** Whoever writes the notes that are measured. */
record Author(String name, NotePipeline pipeline) {
  static Author builtin() {
    return new Author("builtin", NotePipeline.builtin());
  }

  static Author of(LanguageModel model) {
    return new Author(model.name(), NotePipeline.with(model));
  }

  boolean isBuiltin() {
    return name.equals("builtin");
  }

  /**
   * What the built-in composer writes before the pipeline leaves out of it what the checker cannot
   * find again: only here can the checker's alarms at it be counted.
   */
  static Note draft(Transcript transcript, String template) {
    var conversation = new CleanStage().run(transcript, Monitor.NONE);
    var facts = new ExtractStage(transcript).run(conversation, Monitor.NONE);
    var shape = Templates.builtin().get(template);
    return new ComposeStage(shape).run(facts, Monitor.NONE);
  }

  /** Empty when nothing was said that a note could rest on. */
  Optional<Note> note(Transcript transcript, String template) {
    try {
      var shape = Templates.builtin().get(template);
      return Optional.of(pipeline.write(transcript, shape, Monitor.NONE));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }
}
