package io.github.ambientgpt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteCommandTest {
  private static final String VISIT =
      """
      [doctor] what brings you in today ?
      [patient] i have had a cough for three weeks .
      [doctor] any fever ?
      [patient] no .
      [doctor] i'm gon na prescribe you some amoxicillin 500 milligrams twice a day .
      """;

  @TempDir Path folder;
  private Path visit;

  @BeforeEach
  void writeVisit() throws IOException {
    visit = Files.writeString(folder.resolve("visit.txt"), VISIT);
  }

  private CommandRun run(Object... args) {
    return CommandRun.at(folder).run(args);
  }

  @Test
  void aNoteIsMarkdownUnlessAskedOtherwise() {
    CommandRun run = run("note", visit);
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("# SOAP\n\n> **DRAFT, not signed.** Written by builtin.")
        .contains("[u5]");
  }

  @Test
  void standardInputIsADash() {
    assertThat(CommandRun.at(folder).in(VISIT).run("note", "-").out())
        .isEqualTo(run("note", visit).out());
  }

  @ParameterizedTest
  @CsvSource({
    "text, 'SOAP\nDRAFT, not signed.'",
    "json, '{\n  \"template\" : \"SOAP\",\n  \"status\" : \"draft\"'",
    "healthscribe, '{\n  \"ClinicalDocumentation\" : {\n    \"Sections\" : ['",
    "HealthScribe, '{\n  \"ClinicalDocumentation\"'",
  })
  void theFormatIsChosen(String format, String start) {
    CommandRun run = run("note", "--format", format, visit);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith(start);
  }

  @Test
  void theLengthIsChosen() {
    String standard = run("note", visit).out();
    assertThat(run("note", "--length", "standard", visit).out()).isEqualTo(standard);
    assertThat(run("note", "--length", "full", visit).out().length())
        .isGreaterThanOrEqualTo(standard.length());
    assertThat(run("note", "--length", "brief", visit).out().length())
        .isLessThanOrEqualTo(standard.length());
    assertThat(run("note", "--length", "endless", visit).err())
        .contains("--length", "none of brief, standard, full");
  }

  @Test
  void theTemplateIsChosenAndCanBeTheUsersOwn() throws IOException {
    assertThat(run("note", "--template", "progress note", visit).out())
        .startsWith("# Progress Note\n");
    Path own = Files.createDirectories(folder.resolve("templates"));
    String source = run("templates", "show", "SOAP").out();
    Files.writeString(own.resolve("mine.yaml"), source.replaceFirst("SOAP", "Mine"));
    assertThat(run("note", "--template", "mine", visit).out()).startsWith("# Mine\n");
  }

  @Test
  void aFileIsWrittenWholeAndNothingElseIsLeft() throws IOException {
    Path note = folder.resolve("note.md");
    CommandRun run = run("note", "-o", note, visit);
    assertThat(run.out()).isEmpty();
    assertThat(note).content().startsWith("# SOAP");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(visit, note);
    }
  }

  @Test
  void aFailureLeavesTheOutputAsItWas() throws IOException {
    Path note = Files.writeString(folder.resolve("note.md"), "precious");
    Path empty = Files.writeString(folder.resolve("empty.txt"), "");
    assertThat(run("note", "-o", note, empty).exitCode()).isEqualTo(65);
    assertThat(note).hasContent("precious");
  }

  @Test
  void theTranscriptIsNeverOverwritten() {
    CommandRun run = run("note", "-o", folder.resolve("./visit.txt"), visit);
    assertThat(run.exitCode()).isEqualTo(73);
    assertThat(run.err()).contains("is what is read");
    assertThat(visit).hasContent(VISIT.stripTrailing());
  }

  @Test
  void anOutputThatCannotBeIsRefused() {
    assertThat(run("note", "-o", folder, visit).exitCode()).isEqualTo(73);
    CommandRun run = run("note", "-o", folder.resolve("no/where.md"), visit);
    assertThat(run.exitCode()).isEqualTo(73);
    assertThat(run.err()).contains("there is no folder");
  }

  @Test
  void whatIsNotThereIsNamed() {
    CommandRun run = run("note", folder.resolve("none.txt"));
    assertThat(run.exitCode()).isEqualTo(66);
    assertThat(run.err()).contains("There is no file").contains("none.txt");
    assertThat(run("note", folder).exitCode()).isEqualTo(66);
  }

  @Test
  void anUnknownTemplateOrModelListsWhatThereIs() {
    CommandRun template = run("note", "--template", "Soup", visit);
    assertThat(template.exitCode()).isEqualTo(67);
    assertThat(template.err()).contains("'Soup'").contains("SOAP");
    CommandRun model = run("note", "--llm", "gpt", visit);
    assertThat(model.exitCode()).isEqualTo(67);
    assertThat(model.err())
        .contains("There is no language model 'gpt'. There is: builtin, azure, bridge, ", "mute");
  }

  @Test
  void aModelThatIsNotReadySaysWhatItLacks() {
    CommandRun run = run("note", "--llm", "mute", visit);
    assertThat(run.exitCode()).isEqualTo(69);
    assertThat(run.err()).contains("Say --llm-model NAME.");
  }

  @Test
  void aModelThatFailsIsReplacedAndTheNoteSaysSo() {
    CommandRun run = run("note", "--llm", "mute", "--llm-model", "some", "--format", "json", visit);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("\"requested\" : \"mute/some\"")
        .contains("\"model\" : \"builtin\"")
        .contains("\"fallback\" : \"builtin\"")
        .contains("\"reason\" : \"It has no voice.\"");
    assertThat(run.err()).contains("Written by builtin instead of mute/some");
  }

  @Test
  void theBuiltinComposerTakesNoModel() {
    assertThat(run("note", "--llm-model", "x", visit).exitCode()).isEqualTo(2);
    assertThat(run("note", "--llm-set", "context=1", visit).exitCode()).isEqualTo(2);
  }

  @Test
  void aServersModelIsNamedByOptionsAndOneThatIsDownIsReplaced() {
    CommandRun run =
        run(
            "note",
            "--llm=ollama",
            "--llm-model=noise",
            "--llm-url=http://127.0.0.1:1",
            "--llm-set=retries=0",
            "--llm-set=context=4096",
            visit);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("# SOAP");
    assertThat(run.err())
        .contains("Written by builtin instead of ollama/noise: Nothing answers at 127.0.0.1:1");
  }

  @Test
  void aSettingThatAModelDoesNotKnowIsNamed() {
    CommandRun run =
        run("note", "--llm", "ollama", "--llm-model", "x", "--llm-set", "tempreature=1", visit);
    assertThat(run.exitCode()).isEqualTo(69);
    assertThat(run.err()).contains("does not know the setting 'tempreature'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--no-review",
        "--review",
        "--clean",
        "--single-prompt",
        "--max-iterations=2",
        "--score-limit=80"
      })
  void howAModelWritesNeedsAModel(String option) {
    assertThat(run("note", option, visit).exitCode()).isEqualTo(2);
    CommandRun run = run("note", option, "--llm", "mute", "--llm-model", "some", visit);
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("Written by builtin instead of mute/some: It has no voice.");
  }

  @Test
  void aLimitThatCannotBeIsRefused() {
    CommandRun run =
        run("note", "--llm", "mute", "--llm-model", "some", "--score-limit", "101", visit);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("A score is 0 to 100, but is 101.");
  }

  @Test
  void wordsOfPreviewQualityMakeNoNote() throws IOException {
    Path preview =
        Files.writeString(
            folder.resolve("preview.txt"), "[preview quality: recognized by chick]\n\n" + VISIT);
    CommandRun run = run("note", preview);
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("preview quality").contains("scribe --engine chick");
  }

  @Test
  void silenceMakesNoNote() throws IOException {
    Path silence = Files.writeString(folder.resolve("s.json"), "{\"utterances\":[]}");
    CommandRun run = run("note", silence);
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("No speech was recognised");
  }

  @Test
  void cancellingLeavesNothing() {
    Path note = folder.resolve("note.md");
    CommandRun run = CommandRun.at(folder).cancelled().run("note", "-o", note, visit);
    assertThat(run.exitCode()).isEqualTo(130);
    assertThat(run.err()).contains("Cancelled.");
    assertThat(note).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"note", "note --format pdf x", "note --nope x", "nope", "note a b", "--nope", ""})
  void aWrongCommandLineSaysHowToGetHelp(String line) {
    CommandRun run = run((Object[]) (line.isEmpty() ? new String[0] : line.split(" ")));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--help'").doesNotContain("\tat ");
  }
}
