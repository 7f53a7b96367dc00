package io.github.ambientgpt.core.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.contract.Visits;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.NoteLength;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.template.Templates;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How much a composed note says. */
class NoteLengthTest {
  @ParameterizedTest
  @MethodSource("visits")
  void aBriefNoteIsShorterAndAFullOneNot(Transcript visit) {
    int standard = words(note(visit, NoteLength.STANDARD));

    assertThat(words(note(visit, NoteLength.BRIEF))).isLessThan(standard);
    assertThat(words(note(visit, NoteLength.FULL))).isGreaterThanOrEqualTo(standard);
  }

  @ParameterizedTest
  @MethodSource("visits")
  void everyOrderAndDrugStaysInABriefNote(Transcript visit) {
    Note standard = note(visit, NoteLength.STANDARD);
    Note brief = note(visit, NoteLength.BRIEF);

    assertThat(texts(brief, "Plan")).containsAll(texts(standard, "Plan"));
    assertThat(drugs(brief)).isNotEmpty().containsAll(drugs(standard));
  }

  @Test
  void everyProblemAndAbnormalFindingStaysInABriefNote() {
    assertThat(note(visits().get(0), NoteLength.BRIEF).statements())
        .extracting(Statement::text)
        .anyMatch(text -> text.contains("pneumonia"))
        .anyMatch(text -> text.contains("crackles in the left lung"));
  }

  @Test
  void withoutALengthANoteIsOfTheUsualOne() {
    Transcript visit = visits().get(1);
    Note unsaid =
        NotePipeline.builtin().write(visit, Templates.builtin().get("SOAP"), Monitor.NONE);

    assertThat(unsaid).isEqualTo(note(visit, NoteLength.STANDARD));
  }

  static List<Transcript> visits() {
    return List.of(
        visit("I've had a bad cough for two weeks.", "pneumonia", "amoxicillin 500 milligrams"),
        visit("I have had a headache since Monday.", "migraine", "sumatriptan 50 milligrams"),
        visit("My left knee hurts when I climb stairs.", "arthritis", "ibuprofen 400 milligrams"));
  }

  /** With much that matters little, as visits have it. */
  private static Transcript visit(String complaint, String diagnosis, String drug) {
    List<String> turns = new ArrayList<>();
    turns.add("D: What brings you in today?");
    turns.add("P: " + complaint + " I take lisinopril 20 milligrams once a day.");
    for (String day : List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")) {
      turns.add("D: Tell me more.");
      turns.add(
          "P: On "
              + day
              + " I stayed at home and rested on the couch. My boss called me on "
              + day
              + " and asked how I felt. My neighbor brought some soup on "
              + day
              + ".");
    }
    turns.add("D: Do you have any fever?");
    turns.add("P: No.");
    turns.add(
        "D: Let me examine you. Your blood pressure is 130 over 80. There are some crackles in "
            + "the left lung. Your heart has a regular rate and rhythm. Your neck is supple.");
    turns.add(
        "D: I think you have "
            + diagnosis
            + ". I'm going to prescribe "
            + drug
            + " twice a day. I'd like to order an x-ray.");
    turns.add("D: I want to see you back in two weeks.");
    return Visits.of(turns.toArray(String[]::new));
  }

  private static Note note(Transcript visit, NoteLength length) {
    return NotePipeline.builtin()
        .withLength(length)
        .write(visit, Templates.builtin().get("SOAP"), Monitor.NONE);
  }

  private static int words(Note note) {
    return note.statements().mapToInt(s -> s.text().split(" ").length).sum();
  }

  private static Set<String> drugs(Note note) {
    return note.statements()
        .flatMap(s -> Vocabulary.english().mentions(s.text()).stream())
        .filter(mention -> mention.concept().kind() == ConceptKind.DRUG)
        .map(mention -> mention.concept().name())
        .collect(Collectors.toSet());
  }

  private static List<String> texts(Note note, String section) {
    return note.sections().stream()
        .filter(s -> s.title().equals(section))
        .flatMap(s -> s.statements().stream())
        .map(Statement::text)
        .toList();
  }
}
