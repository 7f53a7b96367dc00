package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.prompt.Line;
import io.github.ambientgpt.core.prompt.Question;
import io.github.ambientgpt.core.prompt.ShownTranscript;
import java.util.List;

/** What a language model is shown of a part of a note. */
record PartContent(Question question, ShownTranscript shown) {
  String draft(Draft.Part part) {
    SectionsReader sections = new SectionsReader(part.wanted(), shown);
    return question.block("draft", sections.lines(part.written()));
  }

  String facts(Draft.Part part) {
    return question.block("facts", new FactsReader(shown).lines(part.facts()));
  }

  String issues(Review review) {
    return question.block(
        "issues", review.issues().stream().map(issue -> new Line("-", issue)).toList());
  }

  /** With the transcript too when there is room for it. */
  String withTranscript(String content) {
    List<Line> lines = shown.lines();
    String all = content + question.block("transcript", lines);
    return question.fits(all) ? all : content;
  }
}
