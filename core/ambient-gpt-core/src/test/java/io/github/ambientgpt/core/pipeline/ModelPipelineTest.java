package io.github.ambientgpt.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.contract.LongVisit;
import io.github.ambientgpt.core.contract.RecordingMonitor;
import io.github.ambientgpt.core.contract.Visits;
import io.github.ambientgpt.core.contract.fake.PlayedModel;
import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.format.NoteFormat;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.NoteLength;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.Templates;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ModelPipelineTest {
  private static final Template SOAP = Templates.builtin().get("SOAP");

  private final PlayedModel model = PlayedModel.ofContext(8192);

  private NoteResult run(PipelineOptions options) {
    return NotePipeline.with(model, options).run(Visits.cough(), SOAP, Monitor.NONE);
  }

  private NoteResult run() {
    return run(PipelineOptions.DEFAULT);
  }

  private List<String> tasks() {
    return model.exchanges().stream().map(PlayedModel.Exchange::task).toList();
  }

  @Test
  void aNoteIsExtractedWrittenAndReviewedInStages() {
    NoteResult result = run();

    assertThat(tasks()).containsExactly("facts", "sections", "score");
    assertThat(result.times())
        .extracting(StageTime::stage)
        .containsExactly("extract", "write", "review", "review");
    assertThat(result.note().generation().fallback()).isEmpty();
    assertThat(result.note().generation().work().orElseThrow().stages())
        .containsExactly("extract", "write", "review");
    assertThat(result.note().generation().work().orElseThrow().pieces()).isEqualTo(1);
    assertThat(result.review().orElseThrow().issues()).contains("It could be shorter.");
    assertThat(result.note().sections()).extracting(Section::title).contains("Subjective", "Plan");
    assertThat(result.note().statements())
        .extracting(Statement::support)
        .contains(Support.SUPPORTED);
  }

  @Test
  void whatTheModelDidStandsInTheNotesJson() {
    assertThat(NoteFormat.JSON.write(run().note()))
        .contains("\"stages\" : [", "\"extract\"", "\"pieces\" : 1", "\"iterations\" : 0");
  }

  @Test
  void progressNeverFallsWithinAStage() {
    RecordingMonitor monitor = RecordingMonitor.patient();
    NotePipeline.with(model.scoring(10)).run(Visits.cough(), SOAP, monitor);

    for (String stage : Set.of("extract", "write", "review")) {
      assertThat(
              monitor.reports().stream()
                  .filter(report -> report.stage().equals(stage))
                  .map(RecordingMonitor.Report::fraction)
                  .toList())
          .hasSizeGreaterThan(1)
          .isSorted();
    }
  }

  @Test
  void aDraftThatScoresLowIsWrittenAnewUntilTheLimit() {
    model.scoring(50);
    NoteResult result = run(PipelineOptions.DEFAULT.withMaxIterations(3));

    assertThat(tasks())
        .containsExactly(
            "facts",
            "sections",
            "score",
            "sections",
            "score",
            "sections",
            "score",
            "sections",
            "score");
    assertThat(result.note().generation().work().orElseThrow().iterations()).isEqualTo(3);
    assertThat(model.contents().get(3)).contains("<issues-", "<draft-", "It could be shorter.");
  }

  @Test
  void theCheckerChoosesTheBestDraftWhateverTheModelThinksOfIt() {
    AtomicInteger drafts = new AtomicInteger();
    model
        .scoring(0)
        .distorting(
            "sections",
            answer ->
                drafts.getAndIncrement() == 0
                    ? answer
                    : "{\"Plan\": [\"Start warfarin 5 mg daily.\"]}");
    Note note = run().note();

    assertThat(drafts).hasValue(2);
    assertThat(note.statements())
        .extracting(Statement::text)
        .noneMatch(t -> t.contains("warfarin"));
  }

  @Test
  void aModelThatPraisesItselfIsHeldToTheChecker() {
    model
        .scoring(100)
        .distorting("sections", answer -> "{\"Plan\": [\"Start warfarin 5 mg daily.\"]}");
    NoteResult result = run();

    assertThat(result.review().orElseThrow().score()).isLessThanOrEqualTo(50);
    assertThat(model.contents().get(3)).contains("is not what was said", "The note leaves out u2:");
  }

  @Test
  void aNoteThatHasNothingToDoWithTheVisitGivesWayToTheComposersAndSaysSo() {
    model.distorting("sections", answer -> "{\"Plan\": [\"Start warfarin 5 mg daily.\"]}");
    Note note = run().note();

    assertThat(note.generation().fallback()).contains("builtin");
    assertThat(note.generation().reason().orElseThrow())
        .contains("1 statements", "next to none was found in the visit")
        .doesNotContain("warfarin");
    assertThat(note.statements())
        .extracting(Statement::text)
        .contains("Prescribe amoxicillin 500 mg 3 times a day for 7 days.")
        .noneMatch(text -> text.contains("warfarin"));
  }

  @Test
  void withoutReviewNobodyIsAskedForOne() {
    assertThat(run(PipelineOptions.DEFAULT.withReview(false)).review()).isEmpty();
    assertThat(tasks()).containsExactly("facts", "sections");
  }

  @Test
  void aReviewThatFailsLeavesTheDraftAndSaysSo() {
    model.distorting("score", answer -> "Looks good to me!");
    Note note = run().note();

    assertThat(note.generation().model()).isEqualTo("playing/model");
    assertThat(note.generation().fallback()).contains("without a finished review");
    assertThat(NoteFormat.TEXT.write(note).replaceAll("\\s+", " "))
        .contains(
            "Written by playing/model, without a finished review (playing/model answered with"
                + " something other than JSON).");
  }

  @Test
  void cleaningIsAskedForAndKeepsTheNumbersOfTheTurns() {
    Transcript visit =
        Visits.of("D: What do you take?", "P: I take Lysinoprill 20 milligrams a day.");
    Note note =
        NotePipeline.with(model, PipelineOptions.DEFAULT.withClean(true))
            .write(visit, SOAP, Monitor.NONE);

    assertThat(tasks()).startsWith("utterances", "facts");
    assertThat(model.contents().get(1)).contains("u2 [patient] I take lisinopril 20 milligrams");
    assertThat(note.generation().work().orElseThrow().stages()).startsWith("clean", "extract");
  }

  // -- bad answers

  static Stream<Arguments> readable() {
    return Stream.<Function<String, String>>of(
            answer -> "Sure! Here is {what} you asked for:\n\n" + answer + "\nAnything else?",
            answer -> "```json\n" + answer + "\n```\nI hope {this} helps.",
            answer -> "<think>{\"facts\": [], \"sections\": []}</think>" + answer,
            answer -> answer.replace("}]", "},]"),
            answer -> answer.substring(0, answer.length() - 1),
            answer -> "```\n" + answer.substring(0, answer.length() - 1) + "\n```",
            answer -> answer.replaceFirst("]}$", "}"),
            answer -> answer.replace("\"text\"", "text"),
            answer -> answer.replace("\\\"", "'"))
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("readable")
  void anAnswerWhoseMeaningIsClearIsRead(Function<String, String> dress) {
    List<String> plain = texts(run().note());
    PlayedModel dressed =
        PlayedModel.ofContext(8192)
            .distorting("facts", dress)
            .distorting("sections", dress)
            .distorting("score", dress);
    Note note = NotePipeline.with(dressed).write(Visits.cough(), SOAP, Monitor.NONE);

    assertThat(note.generation().fallback()).isEmpty();
    assertThat(texts(note)).isEqualTo(plain);
    assertThat(dressed.exchanges()).hasSize(3);
  }

  private static List<String> texts(Note note) {
    return note.statements().map(Statement::text).toList();
  }

  @Test
  void otherShapesOfANoteAreReadToo() {
    for (String answer :
        List.of(
            "{\"sections\": {\"Plan\": [\"Amoxicillin for 7 days.\"]}}",
            "{\"sections\": {\"plan\": {\"statements\": [{\"text\": \"Amoxicillin for 7 days.\"}]}}}",
            "[{\"title\": \"PLAN\", \"statements\": \"Amoxicillin for 7 days.\"}]",
            "{\"Plan\": \"Amoxicillin for 7 days.\"}",
            "{\"sections\": [{\"title\": \"Plan:\", \"statements\": {\"text\": \"Amoxicillin for 7"
                + " days.\", \"evidence\": \"u12, u77\"}}]}")) {
      PlayedModel other = PlayedModel.ofContext(8192).distorting("sections", any -> answer);
      Note note = NotePipeline.with(other).write(Visits.cough(), SOAP, Monitor.NONE);
      assertThat(note.generation().fallback()).as(answer).isEmpty();
      assertThat(note.sections()).extracting(Section::title).as(answer).containsExactly("Plan");
      assertThat(texts(note)).as(answer).containsExactly("Amoxicillin for 7 days.");
    }
  }

  @Test
  void aStatementUnderAHeadingThatNobodyAskedForIsNotLost() {
    model.distorting(
        "sections",
        any -> "{\"sections\": [{\"title\": \"Vibes\", \"statements\": [\"Denies fever.\"]}]}");

    assertThat(texts(run().note())).containsExactly("Denies fever.");
  }

  @Test
  void aBrokenAnswerIsAskedForAgainWithItsFaultNamed() {
    AtomicInteger times = new AtomicInteger();
    model.distorting("facts", answer -> times.getAndIncrement() == 0 ? "{\"facts\": [{" : answer);
    Note note = run().note();

    assertThat(note.generation().fallback()).isEmpty();
    String told = model.exchanges().get(1).prompt().instructions();
    assertThat(told)
        .startsWith(model.exchanges().get(0).prompt().instructions())
        .contains("you answered with JSON that is broken or cut off");
  }

  @Test
  void aPieceThatTheModelCannotAnswerWholeIsParted() {
    model.distorting("facts", answer -> answer.length() > 450 ? answer.substring(0, 300) : answer);
    Note note = run().note();

    assertThat(note.generation().fallback()).isEmpty();
    assertThat(tasks()).startsWith("facts", "facts", "facts", "facts");
    assertThat(note.statements().flatMap(s -> s.utterances().stream())).contains("u2", "u12");
    assertThat(LongVisit.missing(Visits.cough(), model.contents())).isEmpty();
  }

  @Test
  void whenTheStagesFailASinglePromptIsTriedAndTheNoteSaysWhy() {
    model.distorting("facts", answer -> "No.");
    Note note = run().note();

    assertThat(note.generation().model()).isEqualTo("playing/model");
    assertThat(note.generation().fallback()).contains("with a single prompt");
    assertThat(note.generation().reason())
        .contains("playing/model answered with something other than JSON.");
    assertThat(note.statements()).isNotEmpty();
  }

  @Test
  void aModelWhoseKeyIsRefusedFallsBackAtOnce() {
    model.answering(
        (task, prompt) -> {
          throw new NotReadyException("The key was refused: set another.");
        });
    assertThat(run().note().generation().reason()).contains("The key was refused: set another.");
    assertThat(run().note().generation().model()).isEqualTo("builtin");
  }

  @Test
  void cancellingStopsAtTheNextAnswerWhereverItIs() {
    for (int reports = 0; reports < 8; reports++) {
      RecordingMonitor monitor = RecordingMonitor.cancelledAfter(reports);
      assertThatThrownBy(() -> NotePipeline.with(model).write(Visits.cough(), SOAP, monitor))
          .isInstanceOf(CancelledException.class);
    }
  }

  @Test
  void aModelThatFailsHalfWayThroughALongVisitIsReplaced() {
    AtomicInteger times = new AtomicInteger();
    PlayedModel small =
        PlayedModel.ofContext(4096)
            .answering(
                (task, prompt) -> {
                  if (times.incrementAndGet() == 3) {
                    throw EngineException.passing("The connection broke.", null);
                  }
                  return "";
                });
    Note note = NotePipeline.with(small).write(LongVisit.ofWords(5000), SOAP, Monitor.NONE);

    assertThat(note.generation().model()).isEqualTo("builtin");
    assertThat(note.generation().reason()).contains("The connection broke.");
  }

  // -- contexts

  @Test
  void aModelThatDoesNotSayHowLongItsContextIsGetsSmallPieces() {
    PlayedModel unknown = PlayedModel.ofUnknownContext();
    Transcript visit = LongVisit.ofWords(6000);
    Note note = NotePipeline.with(unknown).write(visit, SOAP, Monitor.NONE);

    assertThat(note.generation().fallback()).isEmpty();
    assertThat(unknown.mostTokens()).isLessThanOrEqualTo(4096);
    assertThat(LongVisit.missing(visit, unknown.contents())).isEmpty();
  }

  @Test
  void aContextOfTwoThousandTokensIsEnoughForAnHour() {
    PlayedModel tiny = PlayedModel.ofContext(2048);
    Transcript visit = LongVisit.ofWords(8000);
    Note note = NotePipeline.with(tiny).write(visit, SOAP, Monitor.NONE);

    assertThat(note.generation().model()).isEqualTo("playing/model");
    assertThat(tiny.mostTokens()).isLessThanOrEqualTo(2048);
    assertThat(LongVisit.missing(visit, tiny.contents())).isEmpty();
  }

  static List<String> templates() {
    return Templates.builtin().names();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void anyTemplateIsWrittenWithASmallContext(String name) {
    PlayedModel small = PlayedModel.ofContext(2048).scoring(10);
    Note note =
        NotePipeline.with(small)
            .write(LongVisit.ofWords(1500), Templates.builtin().get(name), Monitor.NONE);

    assertThat(note.generation().fallback()).isEmpty();
    assertThat(small.mostTokens()).isLessThanOrEqualTo(2048);
  }

  @ParameterizedTest
  @CsvSource({"BRIEF, Be brief", "STANDARD, as clinicians usually are", "FULL, Leave out nothing"})
  void theModelIsToldHowLongTheNoteShallBe(NoteLength length, String rule) {
    run(PipelineOptions.DEFAULT.withLength(length));

    assertThat(model.exchanges())
        .filteredOn(exchange -> exchange.task().equals("sections"))
        .isNotEmpty()
        .allSatisfy(
            exchange ->
                assertThat(exchange.prompt().instructions())
                    .contains(rule)
                    .doesNotContain("{length}"));
  }
}
