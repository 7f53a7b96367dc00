package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.note.NoteLength;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.progress.Stage;
import io.github.ambientgpt.core.prompt.PromptedModel;
import io.github.ambientgpt.core.prompt.Question;
import io.github.ambientgpt.core.prompt.ShownTranscript;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.List;

/** A language model writes the note from the transcript in one go, if its context allows. */
final class SinglePromptStage implements Stage<CleanedTranscript, Draft> {
  private final PromptedModel model;
  private final Template template;
  private final NoteLength length;

  SinglePromptStage(PromptedModel model, Template template, NoteLength length) {
    this.model = model;
    this.template = template;
    this.length = length;
  }

  @Override
  public String name() {
    return "write";
  }

  @Override
  public Draft run(CleanedTranscript cleaned, Monitor monitor) {
    Transcript transcript = cleaned.transcript();
    Question question = NoteQuestion.of("single", model, template, template.sections(), length);
    ShownTranscript shown = new ShownTranscript(transcript);
    List<Section> written =
        question.ask(
            question.block("transcript", shown.lines()),
            new SectionsReader(template.sections(), shown),
            monitor);
    if (written.isEmpty()) {
      throw EngineException.lasting(
          model.name() + " answered without any section of the template.", null);
    }
    return new Draft(template, List.of(new Draft.Part(template.sections(), List.of(), written)));
  }
}
