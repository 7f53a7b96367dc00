package io.github.ambientgpt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherCommandsTest {
  private static final String VISIT =
      """
      Doctor: what brings you in today?
      Patient: I have had a cough for three weeks.
      Doctor: I will prescribe you amoxicillin 500 milligrams twice a day.
      """;

  @TempDir Path folder;

  private CommandRun run(Object... args) {
    return CommandRun.at(folder).run(args);
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @Test
  void checkFindsWhatWasNotSaid() throws IOException {
    Path visit = write("visit.txt", VISIT);
    Path note =
        write("note.md", "PLAN\n\nStart amoxicillin 875 mg twice daily.\nWarfarin 5 mg daily.\n");
    CommandRun run = run("check", "--transcript", visit, note);
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).contains("UNSUPPORTED").contains("2 statements:");
    CommandRun json = run("check", "--format", "json", "--transcript", visit, note);
    assertThat(json.exitCode()).isEqualTo(3);
    assertThat(json.out()).contains("\"support\" : \"unsupported\"").contains("\"omitted\" : [");
  }

  @Test
  void checkReadsTheNoteFromStandardInputButNotBoth() throws IOException {
    Path visit = write("visit.txt", VISIT);
    assertThat(
            CommandRun.at(folder)
                .in("PLAN\n\nWarfarin 5 mg daily.")
                .run("check", "--transcript", visit, "-")
                .exitCode())
        .isEqualTo(3);
    assertThat(run("check", "--transcript", "-", "-").exitCode()).isEqualTo(2);
    assertThat(run("check", visit).exitCode()).isEqualTo(2);
  }

  @Test
  void checkNamesTheInputThatIsWrong() throws IOException {
    Path visit = write("visit.txt", VISIT);
    Path empty = write("empty.md", " ");
    CommandRun run = run("check", "--transcript", visit, empty);
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.err()).contains("empty.md").contains("is empty");
    assertThat(run("check", "--transcript", folder.resolve("no.txt"), visit).exitCode())
        .isEqualTo(66);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ärztin: Guten Tag, was führt Sie zu mir?\nPatient: Ich habe seit drei Tagen Halsschmerzen und Fieber.\nÄrztin: Haben Sie auch Husten?\nPatient: Nein.\n",
        "Doctora: ¿Qué la trae por aquí hoy?\nPaciente: Me duele la garganta desde hace tres días y tengo fiebre.\nDoctora: ¿Tiene tos?\nPaciente: No, nada.\n",
        "Docteur : Qu'est-ce qui vous amène ?\nPatient : J'ai mal à la gorge depuis trois jours et de la fièvre.\nDocteur : Est-ce que vous toussez ?\nPatient : Non, pas du tout.\n"
      })
  void whatReadsEnglishOnlyRefusesAnotherLanguage(String said) throws IOException {
    Path visit = write("visit.txt", said);
    Path note = write("note.md", "PLAN\n\nStart amoxicillin 500 mg.\n");
    for (CommandRun run :
        List.of(
            run("note", visit), run("suggest", visit), run("check", "--transcript", visit, note))) {
      assertThat(run.exitCode()).isEqualTo(65);
      assertThat(run.err()).contains("not English").doesNotContain("Amoxicillin");
      assertThat(run.out()).isEmpty();
    }
  }

  @Test
  void templatesAreListedShownAndCopied() {
    assertThat(run("templates").out()).contains("SOAP").contains("Discharge Summary");
    assertThat(run("templates", "list").out()).isEqualTo(run("templates").out());
    String source = run("templates", "show", "soap").out();
    assertThat(source).contains("name: SOAP");
    CommandRun copy = run("templates", "copy", "Well-Child Visit");
    assertThat(copy.exitCode()).isZero();
    Path file = folder.resolve("templates").resolve("well-child-visit.yaml");
    assertThat(copy.out()).isEqualTo(file.toAbsolutePath() + "\n");
    assertThat(file).exists();
    assertThat(run("templates", "copy", "Well-Child Visit").exitCode()).isEqualTo(73);
    assertThat(run("templates", "copy", "--to", folder.resolve("mine"), "SOAP").exitCode())
        .isZero();
    assertThat(run("templates", "show", "nope").exitCode()).isEqualTo(67);
  }

  @Test
  void thePredecessorsTemplatesAreImportedAndReplaceNothingUnasked() throws IOException {
    Path file =
        write(
            "prompt_templates.json",
            """
            {
                "SOAP": "Mine:\\n{transcription}",
                "Foot Clinic": "Write what was seen of the feet."
            }
            """);
    CommandRun run = run("templates", "import", file);
    assertThat(run.exitCode()).isZero();
    Path foot = folder.resolve("templates").resolve("foot-clinic.yaml");
    assertThat(run.out()).isEqualTo(foot.toAbsolutePath() + "\n");
    assertThat(run.err()).contains("'SOAP' is left out").contains("--replace");
    assertThat(run("templates").out()).contains("Foot Clinic");
    assertThat(run("templates", "show", "SOAP").out()).doesNotContain("Mine");
    Path visit = write("visit.txt", VISIT);
    assertThat(run("note", "--template", "foot clinic", visit).out()).contains("amoxicillin");

    assertThat(run("templates", "import", "--replace", file).exitCode()).isZero();
    assertThat(run("templates", "show", "SOAP").out()).contains("the transcript of the visit");
    Path broken = write("broken.json", "{\"a\": ");
    assertThat(run("templates", "import", broken).exitCode()).isEqualTo(65);
    assertThat(run("templates", "import", folder.resolve("none.json")).exitCode()).isEqualTo(66);
  }

  @Test
  void aFolderOfTemplatesMayBeNamedBeforeOrAfterTheCommand() throws IOException {
    write("mine.yaml", run("templates", "show", "SOAP").out().replaceFirst("SOAP", "Mine"));
    assertThat(run("templates", "--templates", folder).out()).contains("Mine ");
    assertThat(run("templates", "list", "--templates", folder).out()).contains("Mine ");
    assertThat(run("templates", "show", "--templates", folder, "Mine").exitCode()).isZero();
  }

  @Test
  void aBrokenTemplateIsNamed() throws IOException {
    Files.createDirectories(folder.resolve("templates"));
    write("templates/bad.yaml", "name: [");
    CommandRun run = run("templates");
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.err()).contains("bad.yaml");
    assertThat(run("doctor").out()).contains("bad.yaml");
  }

  @Test
  void providersAndDoctorSayWhatIsThereAndWhatIsMissing() {
    assertThat(run("providers").out())
        .contains("builtin")
        .containsPattern("recognizer +parrot +not ready")
        .contains("(preview quality)");
    assertThat(run("providers", "--format", "json").out()).contains("\"id\" : \"parrot\"");
    CommandRun doctor = run("doctor");
    assertThat(doctor.exitCode()).isZero();
    assertThat(doctor.out())
        .contains("ok      ffmpeg")
        .contains("missing parrot")
        .contains("needs words: Say --set hears=WORDS.");
    assertThat(run("doctor", "--format", "json").out())
        .contains("\"ready\" : false", "\"templatesFault\" : null");
  }

  @Test
  void variablesStandForOptionsThatAreNotGiven() {
    CommandRun named =
        CommandRun.at(folder)
            .variable("AMBIENT_GPT_LLM", "mute")
            .variable("AMBIENT_GPT_LLM_MODEL", "some")
            .in("Patient: I have a cough.")
            .run("note", "-");
    assertThat(named.err()).contains("instead of mute/some");

    CommandRun other =
        CommandRun.at(folder)
            .variable("AMBIENT_GPT_LLM", "mute")
            .variable("AMBIENT_GPT_LLM_MODEL", "some")
            .in("Patient: I have a cough.")
            .run("note", "--llm", "builtin", "-");
    assertThat(other.err()).isEmpty();
    assertThat(other.exitCode()).isZero();
  }

  @Test
  void doctorLooksAtTheEngineThatIsNamedWithItsSettings() {
    assertThat(run("doctor", "--llm", "mute", "--llm-model", "some").out())
        .contains("ok      mute");
    assertThat(run("doctor", "--engine", "nobody").err())
        .contains("There is no recognizer 'nobody'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void completionKnowsAllCommands(String shell) {
    assertThat(run("completion", shell).out())
        .startsWith("#!/usr/bin/env bash")
        .contains(
            "transcribe note scribe clean compare check suggest document export templates models"
                + " prompts import-recording providers doctor")
        .contains("--llm-model");
  }

  @ParameterizedTest
  @ValueSource(strings = {"doctor", "providers", "templates", "models"})
  void listsFitIntoEightyColumnsButForLongWords(String command) {
    assertThat(run(command).out().lines())
        .filteredOn(line -> line.strip().split(" ").length > 2)
        .allMatch(line -> line.length() <= 80 || line.contains(folder.toString()));
  }

  @Test
  void doctorSaysHowASettingIsGiven() {
    assertThat(run("doctor").out())
        .contains("--llm-set NAME=VALUE", "AMBIENT_GPT_ASR_KEY", "AMBIENT_GPT_LLM_KEY");
  }

  @Test
  void aValueThatIsNoneIsAnsweredWithThoseThereAre() {
    assertThat(run("note", "--length", "long", "x").err())
        .contains("'long' is none of brief, standard, full.");
    assertThat(run("doctor", "--format", "xml").err()).contains("'xml' is none of text, json.");
    assertThat(run("doctor", "--format", "JSON").exitCode()).isZero();
  }

  @Test
  void aMistypedCommandIsNamedAlone() {
    CommandRun run = run("nte", "visit.txt");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("ambient-gpt: There is no command 'nte'.")
        .contains("Did you mean 'note'?");
    assertThat(run("--frobnicate").err()).contains("Unknown option: '--frobnicate'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"note", "transcribe", "scribe", "suggest", "document", "export"})
  void examplesFitIntoALine(String command) {
    assertThat(run(command, "--help").out().lines())
        .filteredOn(line -> line.startsWith("  ambient-gpt " + command))
        .isNotEmpty()
        .allMatch(line -> line.matches(".*(visit|note|letter|stereo)\\.\\w+|.* -"));
  }

  @Test
  void helpNamesCommandsExamplesAndExitCodes() {
    CommandRun run = run("--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("transcribe", "Examples:", "Exit codes:", "cancelled");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(run("note", "--help").out()).contains("--template", "Examples:");
    assertThat(run("--version").out()).startsWith("ambient-gpt ");
  }

  @Test
  void theDemoShowsANoteAndWhatToTryNext() {
    CommandRun run = run("demo");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("ACI-BENCH", "CC BY 4.0", "DRAFT, not signed", "[u", "What to try next");
  }
}
