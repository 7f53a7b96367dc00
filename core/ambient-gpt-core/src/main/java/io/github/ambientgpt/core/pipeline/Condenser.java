package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.pipeline.ExtractedFacts.Fact;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.prompt.Line;
import io.github.ambientgpt.core.prompt.PromptedModel;
import io.github.ambientgpt.core.prompt.Question;
import io.github.ambientgpt.core.prompt.ShownTranscript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Lets a language model shorten a list of facts, in pieces, until it is short enough or gets no
 * shorter. A fact of whose utterances none is left stays as it was: a model does not decide what is
 * dropped.
 */
final class Condenser {
  private static final double ANSWER_SHARE = 0.6;
  private static final int ROUNDS = 4;

  /** Less than this is no gain worth another round. */
  private static final double SHORTER = 0.9;

  private final Question question;
  private final FactsReader reader;

  Condenser(PromptedModel model, ShownTranscript shown) {
    List<String> kinds = FactsReader.kinds();
    this.question =
        model.question(
            "condense",
            Map.of("kinds", String.join(", ", kinds)),
            Map.of("kinds", kinds),
            ANSWER_SHARE);
    this.reader = new FactsReader(shown);
  }

  List<Fact> condensed(List<Fact> facts, Predicate<List<Fact>> shortEnough, Monitor monitor) {
    List<Fact> now = facts;
    for (int round = 0; round < ROUNDS && !shortEnough.test(now); round++) {
      List<Fact> shorter = round(now, monitor);
      if (size(shorter) > SHORTER * size(now)) {
        return size(shorter) < size(now) ? shorter : now;
      }
      now = shorter;
    }
    return now;
  }

  private int size(List<Fact> facts) {
    return question.tokens(question.block("facts", reader.lines(facts)));
  }

  private List<Fact> round(List<Fact> facts, Monitor monitor) {
    List<Fact> shorter = new ArrayList<>();
    for (List<Line> piece : question.pieces("facts", reader.lines(facts))) {
      shorter.addAll(question.ask(question.block("facts", piece), reader, monitor));
    }
    Set<String> rested = new HashSet<>();
    shorter.forEach(fact -> rested.addAll(fact.evidence()));
    for (Fact fact : facts) {
      if (fact.evidence().stream().noneMatch(rested::contains)) {
        shorter.add(fact);
      }
    }
    return new ExtractedFacts(shorter, 1).facts();
  }
}
