package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.reading.Clause;
import io.github.ambientgpt.core.reading.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Parts a reading into what statements can rest on: clauses, and questions with their answer. */
final class Passages {
  private Passages() {}

  static List<Passage> of(Reading reading, Monitor monitor) {
    Set<Integer> answered = new HashSet<>();
    reading.clauses().forEach(clause -> answered.addAll(clause.answers()));
    List<Passage> passages = new ArrayList<>();
    for (Clause clause : reading.clauses()) {
      monitor.checkCancelled();
      if (clause.isAnswer()) {
        answered(reading.questions(clause), clause, passages);
      } else if (!answered.contains(clause.number()) && !clause.words().isEmpty()) {
        passages.add(
            new Passage(clause.speaker().role(), false, Contents.of(clause), clause.evidence()));
      }
    }
    return List.copyOf(passages);
  }

  /** Of several questions that one "no" answers, the last is one with its words. */
  private static void answered(List<Clause> questions, Clause answer, List<Passage> passages) {
    for (int i = 0; i < questions.size(); i++) {
      Clause question = questions.get(i);
      Contents asked = Contents.of(question);
      boolean last = i == questions.size() - 1;
      passages.add(
          new Passage(
              answer.speaker().role(),
              true,
              last ? asked.answeredBy(Contents.of(answer)) : asked,
              joined(question, answer)));
    }
  }

  private static List<Evidence> joined(Clause question, Clause answer) {
    List<Evidence> evidence = new ArrayList<>(question.evidence());
    evidence.addAll(answer.evidence());
    return evidence;
  }
}
