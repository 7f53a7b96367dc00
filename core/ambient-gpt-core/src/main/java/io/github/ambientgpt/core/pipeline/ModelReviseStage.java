package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.progress.Stage;
import io.github.ambientgpt.core.prompt.PromptedModel;
import io.github.ambientgpt.core.prompt.Question;
import io.github.ambientgpt.core.prompt.ShownTranscript;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;

/**
 * A language model mends the issues of a draft, part by part. A part with no issues stays, and so
 * does one whose issues do not fit the context beside it.
 */
final class ModelReviseStage implements Stage<Reviewed, Draft> {
  private final PromptedModel model;
  private final ShownTranscript shown;

  ModelReviseStage(PromptedModel model, Transcript transcript) {
    this.model = model;
    this.shown = new ShownTranscript(transcript);
  }

  @Override
  public String name() {
    return "write";
  }

  @Override
  public Draft run(Reviewed reviewed, Monitor monitor) {
    List<Draft.Part> parts = new ArrayList<>();
    for (Draft.Part part : reviewed.draft().parts()) {
      parts.add(revised(reviewed, part, reviewed.reviews().get(parts.size()), monitor));
    }
    return new Draft(reviewed.draft().template(), parts);
  }

  private Draft.Part revised(Reviewed reviewed, Draft.Part part, Review review, Monitor monitor) {
    Question question =
        NoteQuestion.of("revise", model, reviewed.draft().template(), part.wanted());
    PartContent content = new PartContent(question, shown);
    String needed = needed(content, part, review);
    if (needed.isEmpty()) {
      return part;
    }
    List<Section> written =
        question.ask(
            content.withTranscript(needed), new SectionsReader(part.wanted(), shown), monitor);
    return written.isEmpty() ? part : part.with(written);
  }

  /** With as many of the issues as there is room for, the model's own first; empty for none. */
  private static String needed(PartContent content, Draft.Part part, Review review) {
    for (int some = review.issues().size(); some > 0; some /= 2) {
      Review few = new Review(review.score(), review.issues().subList(0, some));
      String needed = content.draft(part) + content.issues(few) + content.facts(part);
      if (content.question().fits(needed)) {
        return needed;
      }
    }
    return "";
  }
}
