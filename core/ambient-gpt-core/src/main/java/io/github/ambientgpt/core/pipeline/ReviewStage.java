package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.progress.Stage;
import io.github.ambientgpt.core.prompt.LooseJson;
import io.github.ambientgpt.core.prompt.PromptedModel;
import io.github.ambientgpt.core.prompt.Question;
import io.github.ambientgpt.core.prompt.ShownTranscript;
import io.github.ambientgpt.core.prompt.UnusableAnswerException;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A language model reviews a draft, part by part, and the checker's findings are put beside what it
 * says. A part that does not fit the context has the checker's alone.
 */
final class ReviewStage implements Stage<CheckedDraft, Reviewed> {
  private final PromptedModel model;
  private final Transcript transcript;
  private final ShownTranscript shown;

  ReviewStage(PromptedModel model, Transcript transcript) {
    this.model = model;
    this.transcript = transcript;
    this.shown = new ShownTranscript(transcript);
  }

  @Override
  public String name() {
    return "review";
  }

  @Override
  public Reviewed run(CheckedDraft checked, Monitor monitor) {
    List<Draft.Part> parts = checked.draft().parts();
    List<Review> reviews = new ArrayList<>();
    for (Draft.Part part : parts) {
      Review found = review(checked.draft(), part, monitor);
      List<String> issues = new ArrayList<>(found.issues());
      issues.addAll(unsupported(checked.note(), part));
      issues.addAll(omitted(checked.note(), part, parts.size() == 1));
      int score = Math.min(found.score(), (int) Math.round(100 * checked.supportedShare()));
      reviews.add(new Review(score, issues));
      monitor.report(name(), (double) reviews.size() / parts.size());
    }
    return new Reviewed(checked.draft(), reviews);
  }

  private Review review(Draft draft, Draft.Part part, Monitor monitor) {
    Question question = NoteQuestion.of("review", model, draft.template(), part.wanted());
    PartContent content = new PartContent(question, shown);
    String needed = content.draft(part) + content.facts(part);
    return question.fits(needed)
        ? question.ask(content.withTranscript(needed), ReviewStage::read, monitor)
        : new Review(100, List.of());
  }

  private static Review read(JsonNode root) throws UnusableAnswerException {
    JsonNode score = root.has("score") ? root.path("score") : root.path("quality_score");
    double value = score.asDouble(Double.NaN);
    if (Double.isNaN(value)) {
      throw new UnusableAnswerException("with JSON that has no number 'score'");
    }
    List<String> issues = new ArrayList<>();
    if (root.path("issues").isContainer()) {
      LooseJson.items(root.path("issues"), "issue")
          .forEach(
              item -> issues.add(LooseJson.text(item.value(), "issue", "text", "description")));
    }
    issues.removeIf(String::isBlank);
    return new Review((int) Math.round(Math.max(0, Math.min(100, value))), issues);
  }

  private static List<String> unsupported(Note checked, Draft.Part part) {
    Set<String> texts =
        part.written().stream()
            .flatMap(section -> section.statements().stream())
            .map(Statement::text)
            .collect(Collectors.toSet());
    List<String> issues = new ArrayList<>();
    for (Section section : checked.sections()) {
      for (Statement statement : section.statements()) {
        if (isDoubted(statement) && texts.contains(statement.text())) {
          String why =
              statement.reasons().stream()
                  .map(reason -> reason.message())
                  .collect(Collectors.joining(" "));
          issues.add(
              "%s: \"%s\" is not what was said. %s"
                  .formatted(section.title(), statement.text(), why));
        }
      }
    }
    return issues;
  }

  /** What the note leaves out; of several parts, each is told of what its own facts speak of. */
  private List<String> omitted(Note checked, Draft.Part part, boolean all) {
    Set<String> own = new HashSet<>();
    part.facts().forEach(fact -> own.addAll(fact.evidence()));
    return checked.coverage().omitted().stream()
        .filter(id -> all || own.contains(id))
        .map(
            id ->
                "The note leaves out %s: \"%s\""
                    .formatted(shown.shownId(id), transcript.utterance(id).orElseThrow().text()))
        .toList();
  }

  private static boolean isDoubted(Statement statement) {
    return statement.support() == Support.UNSUPPORTED || statement.support() == Support.UNCERTAIN;
  }
}
