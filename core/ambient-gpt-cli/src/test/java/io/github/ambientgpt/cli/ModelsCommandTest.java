package io.github.ambientgpt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.contract.ScriptedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
  private static final String MODEL = "whisper-tiny-q5_1";
  private static final int SIZE = 32_152_673;

  @TempDir Path home;

  private CommandRun run(Object... args) {
    return CommandRun.at(home).run(args);
  }

  private Path tuned() throws IOException {
    return Files.write(
        home.resolve("tuned.bin"), "lmgg and more".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void listsWhatIsHereAndWhatIsToBeHad() throws IOException {
    assertThat(run("models").out())
        .contains("Here, in " + home.resolve("models"))
        .contains("  none")
        .containsPattern("whisper-base.en +148 MB +en +MIT")
        .containsPattern("whisper-large-v3-turbo +1.6 GB +many +MIT")
        .containsPattern("vosk-model-small-en-us-0.15 +41 MB +en +Apache-2.0");
    run("models", "import", "--as", "cardiology", tuned());
    assertThat(run("models", "list").out()).containsPattern("whisper-cardiology +13 bytes");
    assertThat(run("models", "list", "--format", "json").out())
        .contains("\"id\" : \"whisper-cardiology\"", "\"inCatalogue\" : false")
        .contains("\"size\" : 147964211", "\"licence\" : \"Apache-2.0\"");
    assertThat(home.resolve("models")).isDirectoryContaining("glob:**/ggml-cardiology.bin");
  }

  @Test
  void listingMakesNoFolder() {
    run("models", "list");
    assertThat(home.resolve("models")).doesNotExist();
  }

  @Test
  void importsVerifiesAndRemoves() throws IOException {
    Path file = tuned();
    Path folder = home.resolve("elsewhere");
    CommandRun unnamed = run("models", "import", "--models", folder, file);
    assertThat(unnamed.exitCode()).isEqualTo(65);
    assertThat(unnamed.err()).contains("no model of the catalogue", "--as NAME");

    CommandRun imported = run("models", "import", "--models", folder, "--as", "mine", file);
    assertThat(imported.exitCode()).isZero();
    assertThat(imported.err())
        .contains("Use it with: ambient-gpt transcribe --engine whisper --model whisper-mine")
        .contains("--set models='" + folder + "'");
    assertThat(imported.out()).isEqualTo(folder.resolve("ggml-mine.bin") + "\n");
    assertThat(run("models", "verify", "--models", folder).out())
        .containsPattern("whisper-mine +intact");

    Files.writeString(folder.resolve("ggml-mine.bin"), "lmgg but other");
    CommandRun changed = run("models", "verify", "--models", folder, "whisper-mine");
    assertThat(changed.exitCode()).isEqualTo(65);
    assertThat(changed.out()).contains("CHANGED: ggml-mine.bin was changed");

    assertThat(run("models", "remove", "--models", folder, "whisper-mine").out())
        .isEqualTo("Removed " + folder.resolve("ggml-mine.bin") + "\n");
    assertThat(run("models", "remove", "--models", folder, "whisper-mine").exitCode())
        .isEqualTo(67);
    assertThat(run("models", "verify", "--models", folder, "whisper-mine").exitCode())
        .isEqualTo(67);
  }

  @Test
  void pullSaysHowToUseTheModel() throws IOException {
    Files.createDirectories(home.resolve("models"));
    Files.writeString(home.resolve("models/ggml-tiny-q5_1.bin"), "lmgg, as far as this test goes");

    assertThat(run("models", "pull", MODEL).err())
        .contains("is here already")
        .endsWith(
            "Use it with: ambient-gpt transcribe --engine whisper --model whisper-tiny-q5_1"
                + " visit.m4a"
                + System.lineSeparator());
  }

  @Test
  void verifyingNothingSaysSo() {
    CommandRun run = run("models", "verify");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("There is no model in " + home.resolve("models"));
  }

  @Test
  void nothingOutsideOfTheFolderIsRemoved() throws IOException {
    Path file = tuned();
    Files.createDirectories(home.resolve("models"));
    assertThat(run("models", "remove", "../tuned.bin").exitCode()).isEqualTo(67);
    assertThat(run("models", "remove", file).exitCode()).isEqualTo(67);
    assertThat(file).exists();
  }

  @Test
  void pullNamesAServerThatDoesNotHaveTheModel() {
    try (ScriptedServer server =
        ScriptedServer.playing(ScriptedServer.answer(404, "text/plain", new byte[0]))) {
      CommandRun run = run("models", "pull", "--mirror", server.url(), MODEL);

      assertThat(run.exitCode()).isEqualTo(76);
      assertThat(run.err())
          .contains("Downloading whisper-tiny-q5_1: 32 MB, licence MIT.")
          .contains("127.0.0.1", "does not have the file (status 404)");
      assertThat(server.requests().get(0).target()).isEqualTo("/ggml-tiny-q5_1.bin");
    }
  }

  @Test
  void aDownloadThatWasStoppedSaysHowItGoesOn() throws IOException {
    Files.createDirectories(home.resolve("models"));
    Files.write(home.resolve("models/ggml-tiny-q5_1.bin.part"), new byte[3_000_000]);
    CommandRun run = CommandRun.at(home).cancelled().run("models", "pull", MODEL);

    assertThat(run.exitCode()).isEqualTo(130);
    assertThat(run.err()).contains("3 MB of 32 MB are kept: pull it again");
    assertThat(run("models").out()).contains("3 MB are here");
  }

  @Test
  void aDownloadGoesOnWhereItStopped() throws IOException {
    Files.createDirectories(home.resolve("models"));
    Files.write(home.resolve("models/ggml-tiny-q5_1.bin.part"), new byte[SIZE - 1000]);
    try (ScriptedServer server =
        ScriptedServer.playing(
            (request, out) -> {
              String range = "bytes %d-%d/%d".formatted(SIZE - 1000, SIZE - 1, SIZE);
              ScriptedServer.head(out, 206, "Content-Range: " + range, "Content-Length: 1000");
              out.write(new byte[1000]);
            })) {
      CommandRun run = run("models", "pull", "--mirror", server.url(), MODEL);

      assertThat(server.requests().get(0).header("Range")).contains("bytes=" + (SIZE - 1000) + "-");
      assertThat(run.exitCode()).isEqualTo(76);
      assertThat(run.err()).contains("is not whisper-tiny-q5_1: its SHA-256");
      assertThat(home.resolve("models/ggml-tiny-q5_1.bin.part")).doesNotExist();
    }
  }

  @Test
  void wrongNamesAndMirrorsAreRefusedBeforeAnythingHappens() {
    CommandRun unknown = run("models", "pull", "whisper-huge");
    assertThat(unknown.exitCode()).isEqualTo(67);
    assertThat(unknown.err()).contains("'whisper-huge'", "'ambient-gpt models' shows");
    assertThat(run("models", "pull", "--mirror", "nowhere", MODEL).exitCode()).isEqualTo(65);
    assertThat(run("models", "pull").exitCode()).isEqualTo(2);
    assertThat(run("models", "import", "-").exitCode()).isEqualTo(2);
    assertThat(home.resolve("models")).doesNotExist();
  }
}
