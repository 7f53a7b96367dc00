package io.github.ambientgpt.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisheardComparisonTest {
  private static final List<String> SAID =
      List.of(
          "I will prescribe amyxicillin 500 milligrams three times a day.",
          "You go on with lisinopril 20 milligrams daily and atorvastaton 40 milligrams at night.",
          "The lysinopril does not make you cough, does it?");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Prescribe amyxicillin 500 mg three times a day. | amoxicillin
          Prescribe amoxicillin 500 mg three times a day. | amoxicillin
          Atorvastaton 40 mg at night.                    | atorvastatin
          Atorvastatin 40 mg at night.                    | atorvastatin
          """)
  void theDoubtOfAWordGoesOnIntoTheNote(String statement, String perhaps) {
    Statement checked = checked(statement, new Recognition("whisper", "base", false));

    assertThat(checked.support()).isEqualTo(Support.UNCERTAIN);
    assertThat(checked.reasons())
        .extracting(Reason::kind)
        .contains(Reason.Kind.MISHEARD)
        .doesNotContain(Reason.Kind.DRUG, Reason.Kind.INVENTED);
    assertThat(checked.reasons()).anyMatch(reason -> reason.message().contains(perhaps + "?"));
    assertThat(checked.isUntrue()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lisinopril 20 mg daily.", "Denies cough with lisinopril."})
  void aNameThatWasAlsoHeardClearlyIsNotInDoubt(String statement) {
    Statement checked = checked(statement, new Recognition("whisper", "base", false));

    assertThat(checked.reasons())
        .extracting(Reason::kind)
        .doesNotContain(Reason.Kind.MISHEARD, Reason.Kind.DRUG);
  }

  @Test
  void whatWasTypedWasNotMisheard() {
    Statement checked =
        checked("Prescribe amoxicillin 500 mg three times a day.", Recognition.TYPED);

    assertThat(checked.support()).as("%s", checked.reasons()).isEqualTo(Support.SUPPORTED);
  }

  private static Statement checked(String statement, Recognition recognition) {
    List<Utterance> utterances =
        IntStream.range(0, SAID.size())
            .mapToObj(
                i ->
                    new Utterance(
                        "u" + (i + 1),
                        new Speaker("D", Role.CLINICIAN),
                        Optional.empty(),
                        SAID.get(i),
                        List.of()))
            .toList();
    Note note =
        Note.draft(
            "SOAP",
            List.of(new Section("Plan", List.of(Statement.unchecked("", statement, List.of())))),
            Generation.GIVEN);
    return new Checker()
        .check(note, new Transcript("en", recognition, utterances))
        .statements()
        .findFirst()
        .orElseThrow();
  }
}
