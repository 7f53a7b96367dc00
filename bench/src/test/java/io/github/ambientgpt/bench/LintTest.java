package io.github.ambientgpt.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.bench.Lint.Rule;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LintTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FIRST_PERSON | Takes the tablets that I prescribed.",
        "FIRST_PERSON | We've been moving boxes.",
        "QUESTION | Does he sleep well?",
        "QUESTION | Is that Lasix pill.",
      })
  void eachRuleFindsWhatItIsFor(Rule rule, String text) {
    assertThat(rules(text)).contains(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The patient has type I diabetes.",
        "An ultrasound (US) of the neck was done.",
        "She has had some kind of rash for a while.",
        "Lisinopril 20 mg once a day.",
        "Blood pressure: 120/80.",
        "Hypertension.",
        "Denies fever, chills and shortness of breath.",
        "Continue metformin 500 mg twice a day.",
        "She is due for the colonoscopy that she was sent for.",
        "Follow up in 2 weeks.",
        "What he eats has not changed.",
        "The nodule is 2 to 3 mm wide.",
        "She went to the ER on Monday.",
        "The carcinoma was ER/PR positive.",
        "Her knees hurt.",
        "History of gout.",
        "The cardiologist put a stent into the right coronary artery."
      })
  void whatAClinicianWritesPasses(String text) {
    assertThat(rules(text)).isEmpty();
  }

  @Test
  void aFactIsSaidTwiceOnlyWithinItsSection() {
    Note twice =
        note(
            section("Subjective", "She smokes ten cigarettes.", "Smokes ten cigarettes daily."),
            section("Plan", "She smokes ten cigarettes."));

    assertThat(Lint.hits(twice))
        .singleElement()
        .satisfies(
            hit -> {
              assertThat(hit.rule()).isEqualTo(Rule.SAID_TWICE);
              assertThat(hit.text()).isEqualTo("Smokes ten cigarettes daily.");
            });
  }

  @Test
  void aDenialIsSaidTwiceWhateverStandsBesideIt() {
    assertThat(
            Lint.hits(
                note(section("Subjective", "Denies fever and chills.", "She has had no fever."))))
        .extracting(Lint.Hit::rule)
        .containsExactly(Rule.SAID_TWICE);
  }

  @Test
  void whatIsDeniedAndWhatIsReportedAreTwoFacts() {
    assertThat(
            Lint.hits(
                note(
                    section(
                        "Subjective",
                        "She has pain in the left knee at night.",
                        "She has no pain in the left knee at night by day."))))
        .isEmpty();
  }

  private static List<Rule> rules(String text) {
    return Lint.hits(note(section("Subjective", text))).stream().map(Lint.Hit::rule).toList();
  }

  private static Section section(String title, String... texts) {
    return new Section(
        title, Arrays.stream(texts).map(t -> Statement.unchecked("", t, List.of())).toList());
  }

  private static Note note(Section... sections) {
    return Note.draft("SOAP", List.of(sections), Generation.GIVEN);
  }
}
