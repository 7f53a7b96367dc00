package io.github.ambientgpt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportCommandTest {
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
  private Path note;

  @BeforeEach
  void writeVisitAndNote() throws IOException {
    visit = Files.writeString(folder.resolve("visit.txt"), VISIT);
    note = folder.resolve("note.json");
    assertThat(run("note", "--format", "json", "-o", note, visit).exitCode()).isZero();
  }

  private CommandRun run(Object... args) {
    return CommandRun.at(folder).run(args);
  }

  @ParameterizedTest
  @CsvSource({
    "markdown, '# SOAP'",
    "text, 'SOAP\nDRAFT, not signed.'",
    "html, '<!DOCTYPE html>'",
    "fhir, '{\n  \"resourceType\" : \"Bundle\"'",
    "healthscribe, '{\n  \"ClinicalDocumentation\"'",
  })
  void aNoteBecomesWhatIsAskedFor(String format, String start) {
    CommandRun run = run("export", "--to", format, note);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith(start);
    assertThat(run.out()).contains("DRAFT, not signed");
  }

  @ParameterizedTest
  @CsvSource({"docx, PK", "pdf, %PDF-1."})
  void whatIsToBePrintedIsWrittenToAFile(String format, String start) throws IOException {
    Path file = folder.resolve("note." + format);
    CommandRun run = run("export", "--to", format, "--transcript", visit, "-o", file, note);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEmpty();
    assertThat(Files.readAllBytes(file)).startsWith(start.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void aFileForPrintIsNotWrittenToATerminalButToAPipe() {
    CommandRun terminal = CommandRun.at(folder).shown().run("export", "--to", "pdf", note);
    assertThat(terminal.exitCode()).isEqualTo(2);
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.err()).contains("nothing for a terminal").contains("-o");
    assertThat(run("export", "--to", "docx", note).out()).startsWith("PK");
    assertThat(CommandRun.at(folder).shown().run("export", "--to", "html", note).exitCode())
        .isZero();
  }

  @Test
  void withATranscriptEvidenceLeadsToItsTurns() {
    CommandRun run =
        run("export", "--to", "html", "--transcript", visit, "--date", "2026-11-20", note);
    assertThat(run.out())
        .contains("Visit of 2026-11-20.", "<h2>Transcript</h2>", "<a href=\"#t5\"")
        .doesNotContain("UNSUPPORTED");
  }

  @Test
  void aNoteThatComesWithoutFindingsIsChecked() {
    CommandRun run =
        CommandRun.at(folder)
            .in("# Plan\n\n- Amoxicillin 500 mg twice a day.\n- Amoxicillin 900 mg twice a day.\n")
            .run("export", "--to", "html", "--transcript", visit, "-");
    assertThat(run.out())
        .contains("Amoxicillin 500 mg twice a day. [<a href=\"#t5\"")
        .containsOnlyOnce("UNSUPPORTED");
  }

  @ParameterizedTest
  @CsvSource({"text, '[doctor] what brings'", "healthscribe, '{\n  \"Conversation\"'"})
  void withoutANoteTheTranscriptIsExported(String format, String start) {
    CommandRun run = run("export", "--to", format, "--transcript", visit);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith(start);
  }

  @Test
  void subtitlesNeedTimes() throws IOException {
    Path timed =
        Files.writeString(
            folder.resolve("visit.vtt"), "WEBVTT\n\n00:01.000 --> 00:02.000\n<v doctor>hi there\n");
    assertThat(run("export", "--to", "srt", "--transcript", timed).out())
        .isEqualTo("1\n00:00:01,000 --> 00:00:02,000\n[doctor] hi there\n\n");
    CommandRun untimed = run("export", "--to", "vtt", "--transcript", visit);
    assertThat(untimed.exitCode()).isEqualTo(65);
    assertThat(untimed.err()).contains("has no times");
  }

  @Test
  void aNoteThatAPdfCannotShowLeavesTheOutputAsItWas() throws IOException {
    Path chinese = Files.writeString(folder.resolve("note.md"), "# Plan\n\n- \u4f11\u606f\u3002\n");
    Path pdf = Files.writeString(folder.resolve("note.pdf"), "precious");
    CommandRun run = run("export", "--to", "pdf", "-o", pdf, chinese);
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.err()).contains("choose docx or html").doesNotContain("\u4f11");
    assertThat(pdf).hasContent("precious");
  }

  @Test
  void noInputIsOverwritten() {
    assertThat(run("export", "--to", "html", "-o", note, note).exitCode()).isEqualTo(73);
    assertThat(run("export", "--to", "html", "--transcript", visit, "-o", visit, note).exitCode())
        .isEqualTo(73);
    assertThat(visit).hasContent(VISIT.stripTrailing());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export",
        "export x",
        "export --to pdf",
        "export --to odt x",
        "export --to srt x",
        "export --to html --transcript x",
        "export --to html --transcript - -",
        "export --to html --date tomorrow x"
      })
  void aWrongCommandLineSaysHowToGetHelp(String line) {
    CommandRun run = run((Object[]) line.split(" "));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--help'").doesNotContain("\tat ");
  }
}
