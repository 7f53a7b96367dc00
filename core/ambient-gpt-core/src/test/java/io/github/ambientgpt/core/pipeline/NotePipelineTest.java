package io.github.ambientgpt.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.ambientgpt.core.contract.LongVisit;
import io.github.ambientgpt.core.contract.RecordingMonitor;
import io.github.ambientgpt.core.contract.Visits;
import io.github.ambientgpt.core.contract.fake.PlayedModel;
import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.languagemodel.Prompt;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.Templates;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotePipelineTest {
  private static final Template SOAP = Templates.builtin().get("SOAP");

  private static final String ANSWER =
      """
      Here is the note:
      ```json
      {"sections": [
        {"title": "Subjective", "statements": [
          {"topic": "", "text": "Denies fever.", "evidence": ["u3", "u99"]},
          {"topic": "", "text": "Reports fever.", "evidence": ["u4"]}]},
        {"title": "Plan", "statements": [
          {"topic": "Pneumonia", "text": "Amoxicillin 500 mg three times a day for 7 days.", "evidence": []}]}]}
      ```
      """;

  @Test
  void theStagesReportAndAreTimedInOrder() {
    RecordingMonitor monitor = RecordingMonitor.patient();

    NoteResult result = NotePipeline.builtin().run(Visits.cough(), SOAP, monitor);

    assertThat(result.times())
        .extracting(StageTime::stage)
        .containsExactly("clean", "extract", "write", "review");
    assertThat(monitor.reports())
        .extracting(RecordingMonitor.Report::stage)
        .containsSubsequence("clean", "clean", "extract", "extract", "write", "write", "review");
    assertThat(result.note().generation().fallback()).isEmpty();
    assertThat(result.note().status()).isEqualTo(Note.Status.DRAFT);
  }

  @Test
  void aCancelledRunMakesNoNote() {
    assertThatThrownBy(
            () ->
                NotePipeline.builtin()
                    .write(Visits.cough(), SOAP, RecordingMonitor.cancelledAfter(3)))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void silenceMakesNoNote() {
    Transcript silence = Visits.cough().withUtterances(List.of());

    assertThatThrownBy(() -> NotePipeline.builtin().write(silence, SOAP, Monitor.NONE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("No speech was recognised");
  }

  @Test
  void smallTalkAloneMakesNoNote() {
    Transcript chat = Visits.of("D: Good morning, how are you?", "P: Good, thanks.", "D: Great.");

    assertThatThrownBy(() -> NotePipeline.builtin().write(chat, SOAP, Monitor.NONE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Nothing was said")
        .hasMessageNotContaining("morning");
  }

  @Test
  void aModelsNoteIsCheckedNotBelieved() {
    Note note = inOneGo(playing(answer -> ANSWER));

    assertThat(note.generation().model()).isEqualTo("playing/model");
    assertThat(note.generation().fallback()).isEmpty();
    assertThat(note.statements())
        .extracting(Statement::text, Statement::support)
        .containsExactly(
            tuple("Denies fever.", Support.SUPPORTED),
            tuple("Reports fever.", Support.UNSUPPORTED),
            tuple("Amoxicillin 500 mg three times a day for 7 days.", Support.SUPPORTED));
    assertThat(note.statements().flatMap(s -> s.utterances().stream()))
        .contains("u3", "u4", "u12")
        .doesNotContain("u99");
  }

  @Test
  void theModelIsAskedForTheTemplatesSectionsAndShownEveryUtterance() {
    PlayedModel model = playing(answer -> ANSWER);

    inOneGo(model);

    Prompt prompt = model.exchanges().get(0).prompt();
    assertThat(prompt.instructions()).contains("Subjective", "Objective", "Assessment", "Plan");
    assertThat(prompt.schema().orElseThrow()).contains("\"enum\"", "\"Subjective\"");
    assertThat(prompt.content().lines()).hasSize(Visits.cough().utterances().size() + 2);
    assertThat(prompt.content()).contains("u4 [patient] No.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "I cannot help with that.",
        "{\"sections\": [{\"title\": \"Plan\", \"statements\": [{\"te",
        "{\"note\": \"…\"}",
        "<html>502 Bad Gateway</html>",
        "{} {"
      })
  void anAnswerThatIsNoNoteFallsBackAndSaysWhy(String answer) {
    PlayedModel model =
        playing(any -> answer).distorting("facts", any -> answer).distorting("score", any -> "");

    Note note = NotePipeline.with(model).write(Visits.cough(), SOAP, Monitor.NONE);

    assertThat(note.generation().requested()).isEqualTo("playing/model");
    assertThat(note.generation().model()).isEqualTo("builtin");
    assertThat(note.generation().fallback()).contains("builtin");
    assertThat(note.generation().reason().orElseThrow()).contains("playing/model answered with");
    assertThat(note.statements()).isNotEmpty();
  }

  @Test
  void aModelThatCannotBeReachedFallsBackWithItsReasonAndIsAskedOnce() {
    PlayedModel model =
        PlayedModel.ofContext(4096)
            .answering(
                (task, prompt) -> {
                  throw EngineException.passing("Nothing answers at 127.0.0.1:9.", null);
                });

    Note note = NotePipeline.with(model).write(Visits.cough(), SOAP, Monitor.NONE);

    assertThat(note.generation().reason()).contains("Nothing answers at 127.0.0.1:9.");
    assertThat(note.generation().model()).isEqualTo("builtin");
  }

  @Test
  void aVisitThatDoesNotFitASinglePromptIsNotCut() {
    PlayedModel model = PlayedModel.ofContext(1000);

    Note note = inOneGo(model, LongVisit.ofWords(1200));

    assertThat(model.exchanges()).isEmpty();
    assertThat(note.generation().reason().orElseThrow())
        .contains("use a model with a longer context");
    assertThat(note.generation().model()).isEqualTo("builtin");
  }

  @Test
  void aContextTooSmallForTheInstructionsIsSaidAndTheBuiltinComposerWrites() {
    PlayedModel model = PlayedModel.ofContext(200);

    Note note = NotePipeline.with(model).write(Visits.cough(), SOAP, Monitor.NONE);

    assertThat(model.exchanges()).isEmpty();
    assertThat(note.generation().reason().orElseThrow())
        .contains("room for 200 tokens", "the instructions alone take");
    assertThat(note.generation().model()).isEqualTo("builtin");
  }

  @Test
  void aCancelledModelIsNoFailure() {
    PlayedModel model =
        PlayedModel.ofContext(4096)
            .answering(
                (task, prompt) -> {
                  throw new CancelledException();
                });

    assertThatThrownBy(() -> NotePipeline.with(model).write(Visits.cough(), SOAP, Monitor.NONE))
        .isInstanceOf(CancelledException.class);
    assertThat(model.exchanges()).isEmpty();
  }

  private static PlayedModel playing(UnaryOperator<String> distortion) {
    return PlayedModel.ofContext(4096).distorting("sections", distortion);
  }

  private static Note inOneGo(PlayedModel model) {
    return inOneGo(model, Visits.cough());
  }

  private static Note inOneGo(PlayedModel model, Transcript transcript) {
    PipelineOptions options =
        PipelineOptions.DEFAULT.withApproach(PipelineOptions.Approach.SINGLE_PROMPT);
    return NotePipeline.with(model, options).write(transcript, SOAP, Monitor.NONE);
  }
}
