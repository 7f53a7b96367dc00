package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.note.Coverage;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.reading.ClinicalReader;
import io.github.ambientgpt.core.reading.Polarity;
import io.github.ambientgpt.core.reading.Reading;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Links each statement of a note to the words it rests on and marks what the transcript does not
 * support, whoever wrote the note. It uses no model and always finds the same. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Checker {
  private static final Set<ConceptKind> RELEVANT =
      EnumSet.of(
          ConceptKind.DRUG,
          ConceptKind.SYMPTOM,
          ConceptKind.FINDING,
          ConceptKind.CONDITION,
          ConceptKind.TEST,
          ConceptKind.PROCEDURE);

  /**
   * The note with each statement's support, reasons and evidence found anew, and with what it
   * leaves out. What the statements named as evidence before is only a hint; words that speak to a
   * language model are none.
   */
  public Note check(Note note, Transcript said) {
    return check(note, said, Monitor.NONE);
  }

  /**
   * The same, for a caller who may not want to wait.
   *
   * @throws CancelledException when the monitor says so
   */
  public Note check(Note note, Transcript said, Monitor monitor) {
    Transcript transcript = PromptInjection.removed(said);
    Reading reading = ClinicalReader.english().read(transcript, monitor);
    List<Passage> passages = Passages.of(reading, monitor);
    Examiner examiner = new Examiner(new Transcribed(passages, transcript));
    Map<String, Integer> order = new HashMap<>();
    transcript.utterances().forEach(utterance -> order.put(utterance.id(), order.size()));
    List<Section> sections =
        note.sections().stream()
            .map(
                section ->
                    section.withStatements(
                        section.statements().stream()
                            .map(
                                statement -> {
                                  monitor.checkCancelled();
                                  return checked(statement, section.title(), examiner, order);
                                })
                            .toList()))
            .toList();
    Note checked =
        new Note(note.template(), sections, note.coverage(), note.generation(), note.status());
    return checked.withCoverage(coverage(checked, passages));
  }

  private static Statement checked(
      Statement statement, String heading, Examiner examiner, Map<String, Integer> order) {
    Finding finding = examiner.examine(statement, heading);
    List<Evidence> evidence =
        finding.passages().stream()
            .flatMap(passage -> passage.evidence().stream())
            .distinct()
            .sorted(
                Comparator.comparingInt((Evidence e) -> order.get(e.utterance()))
                    .thenComparingInt(Evidence::begin))
            .toList();
    return statement.withFinding(finding.support(), finding.reasons(), evidence);
  }

  private static Coverage coverage(Note note, List<Passage> passages) {
    Set<String> relevant = new LinkedHashSet<>();
    for (Passage passage : passages) {
      if (isRelevant(passage.contents())) {
        relevant.add(passage.evidence().get(passage.evidence().size() - 1).utterance());
      }
    }
    Set<String> rested = new LinkedHashSet<>();
    note.statements().forEach(statement -> rested.addAll(statement.utterances()));
    List<String> omitted = new ArrayList<>(relevant);
    omitted.removeIf(rested::contains);
    return new Coverage(List.copyOf(relevant), omitted);
  }

  /** It names something clinical and is more than a question left open. */
  private static boolean isRelevant(Contents contents) {
    boolean clinical =
        contents.terms().stream()
            .filter(term -> term.polarity() != Polarity.OPEN)
            .anyMatch(t -> t.concept().map(Concept::kind).filter(RELEVANT::contains).isPresent());
    return clinical
        || contents.quantities().anyMatch(c -> c.quantity().orElseThrow().unit().isPresent());
  }
}
