package io.github.ambientgpt.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.contract.RecordingMonitor;
import io.github.ambientgpt.core.contract.Visits;
import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.language.LanguageModel;
import io.github.ambientgpt.core.language.Prompt;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.Templates;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
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
    Note note = write(new Model(4096, prompt -> ANSWER));

    assertThat(note.generation().model()).isEqualTo("playing/model");
    assertThat(note.generation().fallback()).isEmpty();
    assertThat(note.statements())
        .extracting(Statement::text, Statement::support)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Denies fever.", Support.SUPPORTED),
            org.assertj.core.groups.Tuple.tuple("Reports fever.", Support.UNSUPPORTED),
            org.assertj.core.groups.Tuple.tuple(
                "Amoxicillin 500 mg three times a day for 7 days.", Support.SUPPORTED));
    assertThat(note.statements().flatMap(s -> s.utterances().stream()))
        .contains("u3", "u4", "u12")
        .doesNotContain("u99");
  }

  @Test
  void theModelIsAskedForTheTemplatesSectionsAndShownEveryUtterance() {
    Model model = new Model(4096, prompt -> ANSWER);

    write(model);

    Prompt prompt = model.asked.get(0);
    assertThat(prompt.instructions()).contains("Subjective", "Objective", "Assessment", "Plan");
    assertThat(prompt.schema().orElseThrow()).contains("\"enum\"", "Subjective");
    assertThat(prompt.content().lines()).hasSize(Visits.cough().utterances().size());
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
    Note note = write(new Model(4096, prompt -> answer));

    assertThat(note.generation().requested()).isEqualTo("playing/model");
    assertThat(note.generation().model()).isEqualTo("builtin");
    assertThat(note.generation().fallback()).contains("builtin");
    assertThat(note.generation().reason())
        .hasValueSatisfying(r -> assertThat(r).contains("playing/model"));
    assertThat(note.statements()).isNotEmpty();
  }

  @Test
  void aModelThatCannotBeReachedFallsBackWithItsReason() {
    Note note =
        write(
            new Model(
                4096,
                prompt -> {
                  throw EngineException.passing("Nothing answers at 127.0.0.1:9.", null);
                }));

    assertThat(note.generation().reason()).contains("Nothing answers at 127.0.0.1:9.");
    assertThat(note.generation().model()).isEqualTo("builtin");
  }

  @Test
  void aVisitThatDoesNotFitTheContextIsNotCut() {
    Model model = new Model(200, prompt -> ANSWER);

    Note note = write(model);

    assertThat(model.asked).isEmpty();
    assertThat(note.generation().reason())
        .hasValueSatisfying(r -> assertThat(r).contains("room for 200"));
  }

  @Test
  void aCancelledModelIsNoFailure() {
    assertThatThrownBy(
            () ->
                write(
                    new Model(
                        4096,
                        prompt -> {
                          throw new CancelledException();
                        })))
        .isInstanceOf(CancelledException.class);
  }

  private static Note write(LanguageModel model) {
    return NotePipeline.with(model).write(Visits.cough(), SOAP, Monitor.NONE);
  }

  /** Answers as it is told to, and remembers what it was asked. */
  private static final class Model implements LanguageModel {
    private final List<Prompt> asked = new ArrayList<>();
    private final int context;
    private final Function<Prompt, String> answer;

    Model(int context, Function<Prompt, String> answer) {
      this.context = context;
      this.answer = answer;
    }

    @Override
    public String name() {
      return "playing/model";
    }

    @Override
    public OptionalInt contextTokens() {
      return OptionalInt.of(context);
    }

    @Override
    public String answer(Prompt prompt, Monitor monitor) {
      asked.add(prompt);
      return answer.apply(prompt);
    }

    @Override
    public void close() {}
  }
}
