package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.pipeline.ExtractedFacts.Fact;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.progress.Stage;
import io.github.ambientgpt.core.prompt.Line;
import io.github.ambientgpt.core.prompt.PromptedModel;
import io.github.ambientgpt.core.prompt.Question;
import io.github.ambientgpt.core.prompt.ShownTranscript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A language model lists the facts of a transcript, piece by piece as its context allows. */
final class ModelExtractStage implements Stage<CleanedTranscript, ExtractedFacts> {
  /** A fact for every turn of a piece, in JSON, is half as long again as the piece. */
  private static final double ANSWER_SHARE = 0.6;

  /** A piece that a model fails at is parted in two this many times: its answer was too long. */
  private static final int PARTINGS = 2;

  private final Question question;

  ModelExtractStage(PromptedModel model) {
    List<String> kinds = FactsReader.kinds();
    this.question =
        model.question(
            "extract",
            Map.of("kinds", String.join(", ", kinds)),
            Map.of("kinds", kinds),
            ANSWER_SHARE);
  }

  @Override
  public String name() {
    return "extract";
  }

  @Override
  public ExtractedFacts run(CleanedTranscript cleaned, Monitor monitor) {
    ShownTranscript shown = new ShownTranscript(cleaned.transcript());
    FactsReader reader = new FactsReader(shown);
    List<List<Line>> pieces = question.pieces("transcript", shown.lines());
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      facts.addAll(facts(pieces.get(i), PARTINGS, reader, monitor));
      monitor.report(name(), (i + 1.0) / pieces.size());
    }
    if (facts.isEmpty()) {
      throw EngineException.lasting("The model found no facts in this visit.", null);
    }
    return new ExtractedFacts(facts, pieces.size());
  }

  private List<Fact> facts(List<Line> piece, int partings, FactsReader reader, Monitor monitor) {
    try {
      return question.ask(question.block("transcript", piece), reader, monitor);
    } catch (EngineException e) {
      if (e.retriable() || partings == 0 || piece.size() == 1) {
        throw e;
      }
      int half = piece.size() / 2;
      List<Fact> facts = new ArrayList<>();
      facts.addAll(facts(piece.subList(0, half), partings - 1, reader, monitor));
      facts.addAll(facts(piece.subList(half, piece.size()), partings - 1, reader, monitor));
      return facts;
    }
  }
}
