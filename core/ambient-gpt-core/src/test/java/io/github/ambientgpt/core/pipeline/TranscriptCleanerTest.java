package io.github.ambientgpt.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.contract.LongVisit;
import io.github.ambientgpt.core.contract.RecordingMonitor;
import io.github.ambientgpt.core.contract.Visits;
import io.github.ambientgpt.core.contract.fake.PlayedModel;
import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.pipeline.CleanedUtterance.Change;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.prompt.Prompts;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranscriptCleanerTest {
  private static CleanedTranscript cleaned(PlayedModel model, Transcript transcript) {
    return TranscriptCleaner.with(model, Prompts.builtin()).run(transcript, Monitor.NONE);
  }

  private static String builtin(String turn) {
    CleanedTranscript cleaned = TranscriptCleaner.builtin().run(Visits.of(turn), Monitor.NONE);
    return cleaned.utterances().get(0).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          P: Um, I've, I've had a cough for, you know, two weeks. | I've had a cough for two weeks.
          P: I take lisinopril 20 milligrams once a day.          | I take lisinopril 20 milligrams once a day.
          P: I have chest pain, um, nausea, and, uh, a rash.      | I have chest pain, nausea, and a rash.
          D: how are you , um , today ?                           | how are you today ?
          P: No.                                                  | No.
          P: Um.                                                  | Um.
          D: [inaudible]                                          | [inaudible]
          """)
  void withoutAModelFillersAndFalseStartsGo(String turn, String expected) {
    assertThat(builtin(turn)).isEqualTo(expected);
  }

  @Test
  void eachUtteranceKeepsItsIdItsSpeakerAndItsPlace() {
    Transcript visit = LongVisit.ofWords(3000);
    Transcript cleaned = TranscriptCleaner.builtin().run(visit, Monitor.NONE).transcript();

    assertThat(cleaned.utterances())
        .extracting(Utterance::id, Utterance::speaker)
        .isEqualTo(
            visit.utterances().stream()
                .map(u -> org.assertj.core.groups.Tuple.tuple(u.id(), u.speaker()))
                .toList());
  }

  @Test
  void changesSayWhatWasReplacedByWhatAndWhere() {
    String said = "Um, I take lysinoprill now.";
    String text = "I take lisinopril now.";
    PlayedModel model = answering("{\"utterances\": {\"u1\": \"" + text + "\"}}");
    CleanedUtterance utterance = cleaned(model, Visits.of("P: " + said)).utterances().get(0);

    assertThat(utterance.text()).isEqualTo(text);
    assertThat(utterance.changes())
        .extracting(Change::from, Change::to)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Um,", ""),
            org.assertj.core.groups.Tuple.tuple("lysinoprill", "lisinopril"));
    for (Change change : utterance.changes()) {
      assertThat(said.substring(change.begin(), change.end())).isEqualTo(change.from());
      assertThat(text.substring(change.cleanedBegin(), change.cleanedEnd())).isEqualTo(change.to());
    }
  }

  @Test
  void aCorrectionThatAltersTheMeaningIsRefusedAndSaidSo() {
    PlayedModel model =
        answering(
            "{\"utterances\": [{\"id\": \"u1\", \"text\": \"I take 40 milligrams.\"},"
                + " {\"id\": \"u9\", \"text\": \"Nobody said this.\"}]}");
    CleanedTranscript cleaned = cleaned(model, Visits.of("P: I take 20 milligrams."));

    assertThat(cleaned.utterances()).hasSize(1);
    assertThat(cleaned.utterances().get(0).text()).isEqualTo("I take 20 milligrams.");
    assertThat(cleaned.utterances().get(0).changes()).isEmpty();
    assertThat(cleaned.utterances().get(0).refused()).contains("a number");
    assertThat(cleaned.fallback()).isEmpty();
  }

  @Test
  void aTalkedIntoModelCannotPutWordsIntoAPatientsMouth() {
    PlayedModel model =
        answering("{\"utterances\": [{\"id\": \"u2\", \"text\": \"The patient is healthy.\"}]}");
    Transcript visit =
        Visits.of(
            "D: How are you?",
            "P: I have had chest pain every night since I moved here, and it wakes me up.");

    assertThat(cleaned(model, visit).transcript()).isEqualTo(visit);
  }

  @Test
  void aLongTranscriptIsCleanedInPiecesAndComesBackWhole() {
    Transcript visit = LongVisit.ofWords(12_000);
    PlayedModel model = PlayedModel.ofContext(4096);
    CleanedTranscript cleaned = cleaned(model, visit);

    assertThat(cleaned.transcript()).isEqualTo(visit);
    assertThat(LongVisit.missing(visit, model.contents())).isEmpty();
    assertThat(model.mostTokens()).isLessThanOrEqualTo(4096);
  }

  @Test
  void whenTheModelFailsTheBuiltInCleaningStandsInAndSaysWhy() {
    PlayedModel model =
        PlayedModel.ofContext(4096)
            .answering(
                (task, prompt) -> {
                  throw EngineException.passing("Nothing answers.", null);
                });
    CleanedTranscript cleaned = cleaned(model, Visits.of("P: Um, my knee hurts."));

    assertThat(cleaned.fallback()).contains("Nothing answers.");
    assertThat(cleaned.utterances().get(0).text()).isEqualTo("My knee hurts.");
  }

  @Test
  void cancellingLeavesNothing() {
    assertThatThrownBy(
            () ->
                TranscriptCleaner.with(PlayedModel.ofContext(4096), Prompts.builtin())
                    .run(Visits.cough(), RecordingMonitor.cancelledAfter(0)))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void nothingOfTheVisitIsPrinted() {
    CleanedTranscript cleaned =
        TranscriptCleaner.builtin().run(Visits.of("P: Um, my quezwitl hurts."), Monitor.NONE);

    assertThat(
            List.of(cleaned, cleaned.utterances(), cleaned.utterances().get(0).changes())
                .toString())
        .doesNotContain("quezwitl", "Um");
  }

  private static PlayedModel answering(String answer) {
    return PlayedModel.ofContext(4096).distorting("utterances", any -> answer);
  }
}
