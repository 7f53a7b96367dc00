package io.github.ambientgpt.speechmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.contract.RecordingMonitor;
import io.github.ambientgpt.core.contract.RecordingMonitor.Report;
import io.github.ambientgpt.core.contract.ScriptedServer;
import io.github.ambientgpt.core.contract.ScriptedServer.Script;
import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.progress.Monitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelDownloadTest {
  private static final byte[] CONTENT = Served.ggml(300_000);
  private static final SpeechModel MODEL = Served.model("ggml-test.bin", CONTENT);

  @TempDir Path temp;
  private Path folder;
  private ModelStore store;

  @BeforeEach
  void emptyFolder() {
    folder = temp.resolve("models");
    store = new ModelStore(folder, Served.catalogue(MODEL));
  }

  private Path pull(ScriptedServer server, int attempts) {
    return store.pull(MODEL, Served.source(server, attempts), Monitor.NONE);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> !name.equals(".lock"))
          .sorted()
          .toList();
    }
  }

  @Test
  void aModelArrivesWholeAndUnderItsNameAlone() throws IOException {
    RecordingMonitor monitor = RecordingMonitor.patient();
    try (ScriptedServer server = ScriptedServer.playing(Served.whole(CONTENT))) {
      Path path = store.pull(MODEL, Served.source(server, 1), monitor);

      assertThat(path).hasBinaryContent(CONTENT);
      assertThat(server.requests().get(0).target()).isEqualTo("/ggml-test.bin");
    }
    assertThat(files()).containsExactly("ggml-test.bin");
    assertThat(monitor.reports()).extracting(Report::stage).contains("download", "verify");
    assertThat(monitor.reports().stream().filter(report -> report.stage().equals("download")))
        .extracting(Report::fraction)
        .isSorted()
        .endsWith(1.0);
    assertThat(store.installed()).extracting(InstalledModel::id).containsExactly("whisper-test");
  }

  @Test
  void aModelThatIsThereIsNotAskedForAgain() {
    try (ScriptedServer server = ScriptedServer.playing(Served.whole(CONTENT))) {
      pull(server, 1);
      pull(server, 1);

      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void aBrokenDownloadSaysThatItGoesOnAndDoesSo() throws IOException {
    try (ScriptedServer server =
        ScriptedServer.playing(Served.breakingOff(CONTENT, 100_000), Served.rest(CONTENT))) {
      assertThatThrownBy(() -> pull(server, 1))
          .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.retriable()).isTrue())
          .hasMessageContaining("whisper-test")
          .hasMessageContaining("127.0.0.1")
          .hasMessageContaining("100 kB of 300 kB are kept: pull it again");
      assertThat(store.begun(MODEL)).hasValue(100_000);
      assertThat(store.installed()).isEmpty();

      assertThat(pull(server, 1)).hasBinaryContent(CONTENT);
      assertThat(server.requests().get(1).header("Range")).contains("bytes=100000-");
      assertThat(server.requests().get(1).header("If-Range")).contains(Served.TAG);
    }
    assertThat(files()).containsExactly("ggml-test.bin");
  }

  @Test
  void aConnectionThatBreaksIsMendedWithinOnePull() {
    try (ScriptedServer server =
        ScriptedServer.playing(
            Served.breakingOff(CONTENT, 100_000),
            ScriptedServer.answer(503, "text/plain", new byte[0]),
            Served.rest(CONTENT))) {
      assertThat(pull(server, 3)).hasBinaryContent(CONTENT);
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void aServerThatIgnoresTheRangeSendsAllAgain() {
    try (ScriptedServer server =
        ScriptedServer.playing(Served.breakingOff(CONTENT, 200_000), Served.whole(CONTENT))) {
      assertThat(pull(server, 2)).hasBinaryContent(CONTENT);
    }
  }

  @Test
  void aServerThatSendsAnotherRangeIsAskedForAll() {
    Script wrong =
        (request, out) -> {
          ScriptedServer.head(
              out, 206, "Content-Range: bytes 7-299999/300000", "Content-Length: 299993");
          out.write(CONTENT, 7, 299_993);
        };
    try (ScriptedServer server =
        ScriptedServer.playing(
            Served.breakingOff(CONTENT, 100_000), wrong, Served.whole(CONTENT))) {
      assertThat(pull(server, 3)).hasBinaryContent(CONTENT);
      assertThat(server.requests().get(2).header("Range")).isEmpty();
    }
  }

  @Test
  void wrongBytesAreRemovedAndSaidToBeWrong() throws IOException {
    byte[] wrong = CONTENT.clone();
    wrong[150_000]++;
    try (ScriptedServer server = ScriptedServer.playing(Served.whole(wrong))) {
      assertThatThrownBy(() -> pull(server, 3))
          .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.retriable()).isFalse())
          .hasMessageContaining("is not whisper-test")
          .hasMessageContaining("SHA-256")
          .hasMessageContaining("removed");
      assertThat(server.requests()).hasSize(1);
    }
    assertThat(files()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"299999", "300001", "9000000000000000000"})
  void aServerThatPromisesAnotherLengthIsNotListenedTo(String length) throws IOException {
    Script lying =
        (request, out) -> {
          ScriptedServer.head(out, 200, "Content-Length: " + length);
          out.write(CONTENT);
        };
    try (ScriptedServer server = ScriptedServer.playing(lying)) {
      assertThatThrownBy(() -> pull(server, 3))
          .hasMessageContaining("says that the file has " + length + " bytes")
          .hasMessageContaining("the catalogue says 300000");
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void aServerThatNeverStopsIsStoppedAtTheCataloguesSize() throws IOException {
    long[] sent = {0};
    Script endless =
        (request, out) -> {
          ScriptedServer.head(out, 200);
          while (sent[0] < 2_000_000_000L) {
            out.write(CONTENT);
            sent[0] += CONTENT.length;
          }
        };
    try (ScriptedServer server = ScriptedServer.playing(endless)) {
      assertThatThrownBy(() -> pull(server, 3))
          .hasMessageContaining("sends more than the 300000 bytes");
    }
    assertThat(sent[0]).isLessThan(200_000_000);
    assertThat(files()).isEmpty();
  }

  @Test
  void anAnswerWithoutLengthThatEndsEarlyIsKeptForLater() {
    Script shortened =
        (request, out) -> {
          ScriptedServer.head(out, 200);
          out.write(CONTENT, 0, 50_000);
        };
    try (ScriptedServer server = ScriptedServer.playing(shortened, Served.rest(CONTENT))) {
      assertThatThrownBy(() -> pull(server, 1)).hasMessageContaining("ended early");
      assertThat(pull(server, 1)).hasBinaryContent(CONTENT);
      assertThat(server.requests().get(1).header("If-Range")).isEmpty();
    }
  }

  @Test
  void aFileThatGrewShorterOnTheServerIsBegunAnew() throws IOException {
    try (ScriptedServer server =
        ScriptedServer.playing(
            Served.breakingOff(CONTENT, 100_000),
            ScriptedServer.answer(416, "text/plain", new byte[0]))) {
      assertThatThrownBy(() -> pull(server, 2)).hasMessageContaining("another length");
    }
    assertThat(files()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "404, does not have the file (status 404)",
    "401, wants a login (status 401)",
    "403, wants a login (status 403)",
    "407, the proxy wants a name and password",
    "418, answers with the status 418"
  })
  void aRefusalHasItsSentence(int status, String sentence) throws IOException {
    try (ScriptedServer server =
        ScriptedServer.playing(ScriptedServer.answer(status, "text/plain", new byte[9]))) {
      assertThatThrownBy(() -> pull(server, 3))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining(sentence)
          .hasMessageContaining("Try another mirror, or import the file.");
      assertThat(server.requests()).hasSize(1);
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void aWebPageIsNoModel() {
    byte[] page = "<html>Please log in</html>".getBytes(StandardCharsets.UTF_8);
    try (ScriptedServer server =
        ScriptedServer.playing(ScriptedServer.answer(200, "text/html; charset=utf-8", page))) {
      assertThatThrownBy(() -> pull(server, 3)).hasMessageContaining("answers with a web page");
    }
  }

  @Test
  void aBusyServerIsAskedSoOftenAndNoMore() {
    try (ScriptedServer server =
        ScriptedServer.playing(ScriptedServer.answer(500, "text/plain", new byte[0]))) {
      assertThatThrownBy(() -> pull(server, 3))
          .hasMessageContaining("busy or broken (status 500)")
          .hasMessageContaining("try another mirror");
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void aServerThatWantsALongPauseIsNotWaitedFor() {
    try (ScriptedServer server =
        ScriptedServer.playing(
            ScriptedServer.answer(429, "text/plain", new byte[0], "Retry-After: 3600"))) {
      assertThatThrownBy(() -> pull(server, 5)).hasMessageContaining("status 429");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void redirectionsAreFollowed() {
    Script elsewhere =
        (request, out) ->
            ScriptedServer.head(out, 302, "Location: /elsewhere/a", "Content-Length: 0");
    try (ScriptedServer server = ScriptedServer.playing(elsewhere, Served.whole(CONTENT))) {
      assertThat(pull(server, 1)).hasBinaryContent(CONTENT);
      assertThat(server.requests().get(1).target()).isEqualTo("/elsewhere/a");
    }
  }

  @Test
  void aCircleOfRedirectionsEnds() {
    Script again =
        (request, out) -> ScriptedServer.head(out, 302, "Location: /again", "Content-Length: 0");
    try (ScriptedServer server = ScriptedServer.playing(again)) {
      assertThatThrownBy(() -> pull(server, 3)).hasMessageContaining("sends on in a circle");
    }
  }

  @Test
  void aServerThatFallsSilentIsLeft() {
    CountDownLatch end = new CountDownLatch(1);
    try (ScriptedServer server = ScriptedServer.playing(stalling(end))) {
      assertThatThrownBy(
              () ->
                  store.pull(MODEL, Served.source(server, 1, Duration.ofMillis(300)), Monitor.NONE))
          .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.retriable()).isTrue())
          .hasMessageContaining("nothing was sent for")
          .hasMessageContaining("are kept");
    } finally {
      end.countDown();
    }
  }

  @Test
  void aServerThatNeverAnswersIsLeft() {
    CountDownLatch end = new CountDownLatch(1);
    try (ScriptedServer server = ScriptedServer.playing((request, out) -> await(end))) {
      assertThatThrownBy(
              () ->
                  store.pull(MODEL, Served.source(server, 1, Duration.ofMillis(300)), Monitor.NONE))
          .hasMessageContaining("nothing was sent for")
          .hasMessageContaining("Check the network");
    } finally {
      end.countDown();
    }
  }

  @Test
  void aServerThatIsNotThereIsSaid() {
    ScriptedServer server = ScriptedServer.playing(Served.whole(CONTENT));
    server.close();
    assertThatThrownBy(() -> pull(server, 2))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("the connection failed")
        .hasMessageContaining("settings of the proxy");
  }

  @Test
  void whatArrivedBeforeACancellationIsKept() {
    CountDownLatch end = new CountDownLatch(1);
    Monitor untilSomethingArrived =
        new Monitor() {
          private boolean cancelled;

          @Override
          public void report(String stage, double fraction) {
            cancelled |= fraction > 0;
          }

          @Override
          public boolean isCancelled() {
            return cancelled;
          }
        };
    try (ScriptedServer server = ScriptedServer.playing(stalling(end), Served.rest(CONTENT))) {
      assertThatThrownBy(() -> store.pull(MODEL, Served.source(server, 1), untilSomethingArrived))
          .isInstanceOf(CancelledException.class);
      assertThat(store.begun(MODEL)).isPresent();

      assertThat(pull(server, 1)).hasBinaryContent(CONTENT);
      assertThat(server.requests().get(1).header("Range")).isPresent();
    } finally {
      end.countDown();
    }
  }

  @Test
  void twoCannotPullTheSameModelAtTheSameTime() throws InterruptedException, ExecutionException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Script slow =
        (request, out) -> {
          asked.countDown();
          await(goOn);
          Served.whole(CONTENT).play(request, out);
        };
    try (ScriptedServer server = ScriptedServer.playing(slow)) {
      FutureTask<Path> first = new FutureTask<>(() -> pull(server, 1));
      new Thread(first).start();
      assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

      assertThatThrownBy(() -> pull(server, 1))
          .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.retriable()).isTrue())
          .hasMessageContaining("by another program");
      goOn.countDown();
      assertThat(first.get()).hasBinaryContent(CONTENT);
    }
  }

  @Test
  void roomIsAskedForBeforeAnythingIsDownloaded() {
    SpeechModel huge = Served.model("ggml-huge.bin", 1L << 60, MODEL.sha256());
    try (ScriptedServer server = ScriptedServer.playing(Served.whole(CONTENT))) {
      assertThatThrownBy(() -> store.pull(huge, Served.source(server, 1), Monitor.NONE))
          .hasMessageContaining("not enough room")
          .hasMessageContaining(folder.toString());
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Files.writeString(temp.resolve("file"), "in the way");
    ModelStore blocked = new ModelStore(temp.resolve("file"), Served.catalogue(MODEL));
    assertThatThrownBy(() -> blocked.pull(MODEL, Served.nowhere(), Monitor.NONE))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("cannot be written");
  }

  /** Sends a part, then nothing more. */
  private static Script stalling(CountDownLatch end) {
    return (request, out) -> {
      ScriptedServer.head(out, 200, "ETag: " + Served.TAG, "Content-Length: " + CONTENT.length);
      out.write(Arrays.copyOf(CONTENT, 100_000));
      out.flush();
      await(end);
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
