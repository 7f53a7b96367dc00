package io.github.ambientgpt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The runnable jar as a process of its own, as a user has it. */
class ExecJarIT {
  private static final Path SAMPLES = Path.of("src/main/samples").toAbsolutePath();
  private static final String SECRET = "Mrs Zebediah Quux takes warfarin";

  @TempDir Path folder;
  private Path visit;
  private Path speech;

  @BeforeEach
  void copySamples() throws IOException {
    visit = Files.copy(SAMPLES.resolve("visit.txt"), folder.resolve("visit.txt"));
    speech = Files.copy(SAMPLES.resolve("jfk.wav"), folder.resolve("jfk.wav"));
  }

  private CommandRun run(byte[] in, List<String> args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-jar");
    command.add(System.getProperty("cli.exec-jar"));
    command.addAll(args);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("AMBIENT_GPT_HOME", folder.resolve("home").toString());
    Path out = folder.resolve("stdout.captured");
    Path err = folder.resolve("stderr.captured");
    try {
      Path input = Files.write(folder.resolve("stdin.captured"), in);
      Process process =
          builder
              .redirectInput(input.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
      return new CommandRun(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private CommandRun run(String... args) {
    return run(new byte[0], List.of(args));
  }

  @Test
  void aNoteComesFromAFileAndFromStandardInput() throws IOException {
    CommandRun fromFile = run("note", "visit.txt");
    assertThat(fromFile.err()).isEmpty();
    assertThat(fromFile.exitCode()).isZero();
    assertThat(fromFile.out()).startsWith("# SOAP").contains("DRAFT, not signed");
    CommandRun fromStdin = run(Files.readAllBytes(visit), List.of("note", "-"));
    assertThat(fromStdin.out()).isEqualTo(fromFile.out());
  }

  @Test
  void aPdfIsMadeOfANoteAndItsTranscript() {
    run("note", "--format", "json", "-o", "note.json", "visit.txt");
    CommandRun run =
        run("export", "--to", "pdf", "--transcript", "visit.txt", "-o", "note.pdf", "note.json");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(folder.resolve("note.pdf")).isNotEmptyFile();
  }

  @Test
  void aNoteThatItWroteIsSupportedByItsTranscript() {
    run("note", "-o", "note.md", "visit.txt");
    CommandRun run = run("check", "--transcript", "visit.txt", "note.md");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isIn(0, 3);
    assertThat(run.out()).contains("Findings").contains("relevant turns are in the note");
  }

  @Test
  void itKnowsItsVersionAndWhatIsBuiltIn() {
    assertThat(run("--version").out()).matches("ambient-gpt \\d+\\.\\d+\\.\\d+\\S*\\R");
    CommandRun doctor = run("doctor");
    assertThat(doctor.exitCode()).isZero();
    assertThat(doctor.out()).contains("ok      ffmpeg").contains("whisper").contains("builtin");
    assertThat(doctor.err()).isEmpty();
  }

  @Test
  void aCommandLineThatIsWrongIsNoCrash() {
    CommandRun run = run("note");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("Try 'ambient-gpt note --help'.");
  }

  @Test
  void aTextWithOtherThanAsciiLettersComesBackAsUtf8() {
    CommandRun run =
        run(
            "[doctor] why are you here ?\n[patient] i have had a cough since caf\u00e9 caf\u00e9 .\n"
                .getBytes(StandardCharsets.UTF_8),
            List.of("note", "--format", "json", "-"));
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("caf\u00e9");
  }

  /** Each kind of broken input, the command that is given it, and how that must end. */
  static Stream<Arguments> brokenInputs() throws IOException {
    byte[] text = Files.readAllBytes(SAMPLES.resolve("visit.txt"));
    byte[] wav = Files.readAllBytes(SAMPLES.resolve("jfk.wav"));
    byte[] noise = new byte[50_000];
    new Random(3).nextBytes(noise);
    byte[] secret = SECRET.getBytes(StandardCharsets.UTF_8);
    return Stream.of(
        Arguments.of("note", "nothing", new byte[0], 65),
        Arguments.of("note", "blank lines", "\n\n \r\n".getBytes(StandardCharsets.UTF_8), 65),
        Arguments.of("note", "random bytes", noise, 65),
        Arguments.of("note", "a recording", wav, 65),
        Arguments.of(
            "note", "latin-1", (SECRET + "\u00e9").getBytes(StandardCharsets.ISO_8859_1), 65),
        Arguments.of("note", "zeros", new byte[4096], 65),
        Arguments.of("note", "half a JSON", join("{\"utterances\":[{\"text\":\"", secret), 65),
        Arguments.of("note", "wrong JSON", join("{\"a\":\"", secret, "\"}"), 65),
        Arguments.of(
            "note", "deep JSON", "[{\"a\":".repeat(5000).getBytes(StandardCharsets.UTF_8), 65),
        Arguments.of("note", "half an SRT", join("1\n00:00:01 --> ", secret), 65),
        Arguments.of("note", "half a WebVTT", join("WEBVTT\n\n00:01 -> ", secret), 65),
        Arguments.of(
            "note", "no speech", "{\"utterances\":[]}".getBytes(StandardCharsets.UTF_8), 4),
        Arguments.of("note", "too much", new byte[21 << 20], 65),
        Arguments.of("check", "nothing", new byte[0], 65),
        Arguments.of("check", "random bytes", noise, 65),
        Arguments.of("check", "headings only", "PLAN\n\n".getBytes(StandardCharsets.UTF_8), 65),
        Arguments.of("check", "wrong JSON", join("{\"sections\":[\"", secret, "\"]}"), 65),
        Arguments.of("transcribe", "nothing", new byte[0], 65),
        Arguments.of("transcribe", "a text", text, 65),
        Arguments.of("transcribe", "random bytes", noise, 65),
        Arguments.of("transcribe", "only a header", Arrays.copyOf(wav, 44), 65));
  }

  private static byte[] join(String before, byte[] middle, String... after) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(before.getBytes(StandardCharsets.UTF_8));
    out.writeBytes(middle);
    out.writeBytes(String.join("", after).getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("brokenInputs")
  void brokenInputIsASentenceAndAnExitCode(String command, String what, byte[] content, int code)
      throws IOException {
    Path input = Files.write(folder.resolve("broken.in"), content);
    Path output = Files.writeString(folder.resolve("output"), "precious");
    List<String> args = new ArrayList<>(List.of(command, "-o", "output"));
    if (command.equals("check")) {
      args.addAll(List.of("--transcript", "visit.txt"));
    } else if (command.equals("transcribe")) {
      args.addAll(List.of("--engine", "sphinx"));
    }
    args.add("broken.in");
    CommandRun run = run(new byte[0], args);
    assertThat(run.err()).as(what).startsWith("ambient-gpt: ").contains("broken.in");
    assertThat(run.err()).doesNotContain("\tat ", "Exception", "SLF4J", "Quux");
    assertThat(run.exitCode()).isEqualTo(code);
    assertThat(run.out()).isEmpty();
    assertThat(output).hasContent("precious");
    assertThat(input).hasBinaryContent(content);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).noneMatch(file -> file.getFileName().toString().endsWith(".tmp"));
    }
  }

  @Test
  void speechIsTranscribedWithoutAnyDownload() {
    CommandRun run = run("transcribe", "--engine", "sphinx", speech.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("preview quality").containsIgnoringCase("country");
  }
}
