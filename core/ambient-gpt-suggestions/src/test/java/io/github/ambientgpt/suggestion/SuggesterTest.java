package io.github.ambientgpt.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.contract.Visits;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.suggestion.Suggestion.Kind;
import io.github.ambientgpt.suggestion.Suggestion.Source.By;
import io.github.ambientgpt.suggestion.Suggestion.Standing;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggesterTest {
  private static Suggestions all(Transcript transcript) {
    return Suggester.builtin()
        .suggest(
            transcript,
            Optional.empty(),
            VisitDetails.UNKNOWN,
            EnumSet.allOf(Kind.class),
            Monitor.NONE);
  }

  private static List<String> codes(Transcript transcript) {
    return all(transcript).of(Kind.ICD_10_CM).stream().map(Suggestion::code).toList();
  }

  private static String words(Evidence evidence, Transcript transcript) {
    String text = transcript.utterance(evidence.utterance()).orElseThrow().text();
    return text.substring(evidence.begin(), evidence.end());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          P: I have high blood pressure.                                | I10
          P: I've had acid reflux for years.                            | K21.9
          D: I think you have pneumonia.                                | J18.9
          D: You have a urinary tract infection.                        | N39.0
          P: The pain in my right shoulder is bad.                      | M25.511
          D: Your type 2 diabetes is not well controlled.               | E11.9
          P: My wife says that I snore and I have sleep apnea.          | G47.33
          D: She is a 50-year-old female with a history of depression.  | F32.A
          """)
  void what_the_patient_has_gets_its_code(String turn, String code) {
    assertThat(codes(Visits.of(turn))).contains(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          P: I don't have diabetes.
          P: I have never had asthma.
          D: There is no evidence of pneumonia.
          D: Pneumonia was ruled out.
          P: My mother has diabetes.
          P: My father had a heart attack and my sister has asthma.
          D: Anyone in the family? Any family history of colon cancer?
          D: You should lose weight to prevent diabetes.
          D: You are at risk for a stroke.
          D: Come back if you get chest pain or a fever.
          P: I had asthma as a kid.
          """)
  void what_is_denied_anothers_feared_or_long_gone_gets_none(String turn) {
    assertThat(codes(Visits.of(turn))).isEmpty();
  }

  @Test
  void the_part_of_the_body_is_not_forgotten() {
    assertThat(codes(Visits.of("D: You have an ulcer of the right foot."))).doesNotContain("K27.9");
    assertThat(codes(Visits.of("D: You have bilateral carpal tunnel syndrome.")))
        .containsExactly("G56.03");
    assertThat(
            codes(
                Visits.of(
                    "P: My carpal tunnel syndrome is bad.",
                    "D: It is carpal tunnel syndrome on the right.")))
        .containsExactly("G56.01");
  }

  @Test
  void a_question_that_is_answered_with_no_gives_no_code() {
    assertThat(codes(Visits.of("D: Do you have diabetes?", "P: No."))).isEmpty();
    assertThat(codes(Visits.of("D: Do you have diabetes?", "P: Yes."))).containsExactly("E11.9");
    assertThat(codes(Visits.of("D: Does your mother have diabetes?", "P: Yes."))).isEmpty();
  }

  @Test
  void a_murmur_in_the_midst_of_a_question_is_no_answer() {
    assertThat(
            codes(
                Visits.of(
                    "D: I want to ask you some things before we-",
                    "P: Mm-hmm.",
                    "D: any chest pain or nausea?",
                    "P: No.")))
        .isEmpty();
  }

  @Test
  void what_is_said_of_another_goes_on_with_a_mere_pronoun() {
    assertThat(codes(Visits.of("P: My mother has diabetes. She also has asthma."))).isEmpty();
  }

  @Test
  void evidence_points_to_the_words_themselves() {
    Transcript visit =
        Visits.of(
            "D: What brings you in?",
            "P: Well , um , I've had a cough . I have high blood pressure .");
    Suggestion pressure =
        all(visit).of(Kind.ICD_10_CM).stream()
            .filter(s -> s.code().equals("I10"))
            .findFirst()
            .orElseThrow();
    assertThat(pressure.evidence())
        .singleElement()
        .satisfies(e -> assertThat(words(e, visit)).isEqualTo("high blood pressure"));
    assertThat(pressure.source().by()).isEqualTo(By.TABLE);
    assertThat(pressure.standing()).isEqualTo(Standing.CHECKED);
  }

  @Test
  void what_is_said_and_denied_is_doubtful_and_shows_both_places() {
    Suggestion pain =
        all(Visits.of("P: I get chest pain on the stairs.", "D: Any chest pain at rest?", "P: No."))
            .of(Kind.ICD_10_CM)
            .get(0);
    assertThat(pain.standing()).isEqualTo(Standing.DOUBTFUL);
    assertThat(pain.evidence()).extracting(Evidence::utterance).containsExactly("u1", "u2", "u3");
  }

  @Test
  void what_is_only_possible_is_doubtful() {
    assertThat(all(Visits.of("D: It could be gout.")).of(Kind.ICD_10_CM))
        .singleElement()
        .satisfies(s -> assertThat(s.standing()).isEqualTo(Standing.DOUBTFUL))
        .satisfies(s -> assertThat(s.remarks()).anyMatch(r -> r.startsWith("Only said to be")));
  }

  @Test
  void a_code_that_is_not_complete_says_what_is_missing() {
    assertThat(all(Visits.of("D: You have an ankle sprain.")).of(Kind.ICD_10_CM).get(0).remarks())
        .anyMatch(remark -> remark.contains("needs a 7th character, A (initial encounter)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          P: I live alone since last year.         | Z60.2
          P: I'm unemployed at the moment.         | Z56.0
          P: My husband passed away last month.    | Z63.4
          P: I am living in my car.                | Z59.02
          P: I can't afford my medication.         | Z59.869
          """)
  void circumstances_of_life_are_social_determinants(String turn, String code) {
    assertThat(all(Visits.of(turn)).of(Kind.SOCIAL))
        .extracting(Suggestion::code)
        .containsExactly(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          P: I don't live alone.
          P: My mother lives alone.
          P: I live with my wife.
          """)
  void circumstances_that_are_denied_or_anothers_are_none(String turn) {
    assertThat(all(Visits.of(turn)).of(Kind.SOCIAL)).isEmpty();
  }

  @Test
  void a_question_about_circumstances_needs_its_answer() {
    assertThat(all(Visits.of("D: Do you live alone?", "P: Yes.")).of(Kind.SOCIAL)).hasSize(1);
    assertThat(all(Visits.of("D: Do you live alone?", "P: No.")).of(Kind.SOCIAL)).isEmpty();
  }

  @Test
  void chronic_conditions_are_comorbidities_and_acute_ones_are_not() {
    assertThat(all(Visits.of("P: I have asthma and a sinus infection.")).of(Kind.COMORBIDITY))
        .extracting(Suggestion::code)
        .containsExactly("J45.909");
  }

  @Test
  void what_needs_a_model_says_so() {
    Suggestions suggestions = all(Visits.cough());
    assertThat(suggestions.of(Kind.ALTERNATIVE)).isEmpty();
    assertThat(suggestions.remarks())
        .contains("Alternative diagnoses need a language model: none was given.");
    assertThat(suggestions.generation()).isEqualTo(Generation.of("builtin"));
  }

  @Test
  void only_what_is_wanted_is_suggested() {
    Suggestions suggestions =
        Suggester.builtin()
            .suggest(
                Visits.cough(),
                Optional.empty(),
                VisitDetails.UNKNOWN,
                EnumSet.of(Kind.ICD_10_CM),
                Monitor.NONE);
    assertThat(suggestions.all()).isNotEmpty().allMatch(s -> s.kind() == Kind.ICD_10_CM);
    assertThat(suggestions.remarks()).isEmpty();
  }

  @Test
  void problems_of_a_note_count_where_the_transcript_supports_them() {
    Transcript visit = Visits.of("D: Your blood pressure is high, we'll treat the hypertension.");
    Note note =
        Note.draft(
            "SOAP",
            List.of(
                new Section(
                    "Assessment",
                    List.of(
                        Statement.unchecked("", "Hypertension.", List.of()),
                        Statement.unchecked("", "Asthma.", List.of())))),
            Generation.GIVEN);
    Suggestions suggestions =
        Suggester.builtin()
            .suggest(
                visit,
                Optional.of(note),
                VisitDetails.UNKNOWN,
                EnumSet.of(Kind.ICD_10_CM),
                Monitor.NONE);
    assertThat(suggestions.all()).extracting(Suggestion::code).containsExactly("I10");
  }

  @Test
  void silence_suggests_nothing() {
    Transcript silence = new Transcript("en", Recognition.TYPED, List.of());
    assertThatThrownBy(() -> all(silence))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("No speech");
  }

  @Test
  void the_words_of_a_visit_are_in_no_log() {
    assertThat(all(Visits.cough()).all().toString()).doesNotContainIgnoringCase("pneumonia");
  }

  @Test
  void on_real_visits_every_code_is_official_and_every_span_stands_in_the_transcript()
      throws IOException {
    for (Transcript visit : RealVisits.some(12)) {
      Suggestions suggestions = all(visit);
      assertThat(suggestions.of(Kind.ICD_10_CM)).isNotEmpty();
      for (Suggestion suggestion : suggestions.all()) {
        if (suggestion.kind() == Kind.ICD_10_CM || suggestion.kind() == Kind.SOCIAL) {
          assertThat(Icd10Cm.official().code(suggestion.code())).isPresent();
          assertThat(suggestion.evidence()).isNotEmpty();
        }
        for (Evidence evidence : suggestion.evidence()) {
          assertThat(words(evidence, visit)).isNotBlank();
        }
      }
      assertThat(suggestions.of(Kind.VISIT_LEVEL)).isNotEmpty();
      assertThat(suggestions.of(Kind.PAYER)).hasSizeGreaterThan(6);
    }
  }
}
