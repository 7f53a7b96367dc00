package io.github.ambientgpt.asr.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ambientgpt.core.contract.Samples;
import io.github.ambientgpt.core.contract.ScriptedServer;
import io.github.ambientgpt.core.contract.ScriptedServer.Script;
import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.ServerSettings;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server does wrong, and what a person is told. */
class FaultsTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private static Transcript transcribe(ScriptedServer server, int attempts, Duration timeout) {
    return transcribe(server, attempts, timeout, Samples.jfk(), Monitor.NONE);
  }

  private static Transcript transcribe(
      ScriptedServer server, int attempts, Duration timeout, float[] samples, Monitor monitor) {
    try (SpeechRecognizer recognizer =
        Played.impatient(server, attempts, timeout, OpenAiDialect::openAi)) {
      return recognizer.transcribe(AudioStream.of(samples), RecognitionOptions.DEFAULT, monitor);
    }
  }

  private static EngineException fault(int attempts, Script... scripts) {
    try (ScriptedServer server = ScriptedServer.playing(scripts)) {
      EngineException fault =
          catchThrowableOfType(EngineException.class, () -> transcribe(server, attempts, LONG));
      assertThat(fault).isNotNull();
      for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
        assertThat(String.valueOf(cause.getMessage()))
            .doesNotContain(Played.KEY)
            .doesNotContain("cough");
      }
      assertThat(fault.getMessage()).contains("127.0.0.1:" + server.port()).endsWith(".");
      return fault;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "401; {\"error\":\"Incorrect API key provided: s3cret-key\"}; refuses the key (status 401)",
        "403; {}; refuses the key (status 403)",
        "404; Not Found; recognizes no speech at this address (status 404)",
        "404; {\"error\":{\"code\":\"model_not_found\"}}; has no model 'whisper-1'",
        "404; {\"error\":{\"code\":\"DeploymentNotFound\"}}; has no model 'whisper-1'",
        "400; {\"error\":\"The model `whisper-1` does not exist\"}; has no model 'whisper-1'",
        "413; {}; takes no recording as long as 30 s at once: set 'seconds' to less",
        "400; {\"error\":\"Maximum content size limit exceeded\"}; takes no recording as long as",
        "415; {}; takes no WAV file",
        "400; {\"error\":\"heard a cough\"}; does not understand what it is asked (status 400)",
        "429; {\"error\":{\"code\":\"insufficient_quota\"}}; has no credit left",
        "200; <html>cough</html>; answers with a web page",
        "200; {\"text\":\"cough; answers with broken JSON",
        "200; [1,2]; answers with something else than a transcript",
        "200; {\"result\":\"cough\"}; answers without a transcript",
        "200; ''; answers with something else than a transcript",
      })
  void whatWillNotGetBetterHasItsSentenceAtOnce(int status, String body, String sentence) {
    EngineException fault = fault(5, Played.says(status, "application/json", body));
    assertThat(fault).hasMessageContaining(sentence);
    assertThat(fault.retriable()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "429, has too much to do (status 429)",
    "500, has failed (status 500)",
    "503, has failed (status 503)",
    "504, took too long (status 504)"
  })
  void whatMayGetBetterIsTriedAgainAndThenSaid(int status, String sentence) {
    try (ScriptedServer server = ScriptedServer.playing(Played.says(status, "text/plain", "x"))) {
      assertThatThrownBy(() -> transcribe(server, 3, LONG))
          .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.retriable()).isTrue())
          .hasMessageContaining(sentence);
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void aServerThatRecoversIsHeard() {
    Script broken =
        (request, out) -> {
          ScriptedServer.head(out, 200, "Content-Type: application/json", "Content-Length: 9999");
          out.write('{');
        };
    try (ScriptedServer server =
        ScriptedServer.playing(
            Played.says(429, "text/plain", "x", "Retry-After: 0"), broken, Played.openAi())) {
      assertThat(transcribe(server, 3, LONG).utterances()).hasSize(1);
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void aServerThatWantsAnHourIsNotWaitedFor() {
    assertThat(fault(9, Played.says(429, "text/plain", "x", "Retry-After: 3600")).retriable())
        .isTrue();
  }

  @Test
  void aServerThatCutsItsAnswerOffIsSaid() {
    Script broken =
        (request, out) -> {
          ScriptedServer.head(out, 200, "Content-Type: application/json", "Content-Length: 9999");
          out.write("{\"text\":\"cough".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        };
    assertThat(fault(2, broken))
        .hasMessageContaining("The connection to 127.0.0.1")
        .hasMessageContaining("failed");
  }

  @Test
  void anAnswerWithoutEndIsNotReadToIt() {
    Script endless =
        (request, out) -> {
          ScriptedServer.head(out, 200, "Content-Type: application/json");
          byte[] much = new byte[1 << 20];
          for (int i = 0; i < 2000; i++) {
            out.write(much);
          }
        };
    assertThat(fault(1, endless)).hasMessageContaining("failed");
  }

  @Test
  void aServerThatIsNotThereIsSaid() {
    ScriptedServer server = ScriptedServer.playing(Played.openAi());
    server.close();
    assertThatThrownBy(() -> transcribe(server, 2, LONG))
        .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.retriable()).isTrue())
        .hasMessageContaining("see whether it runs");
  }

  @Test
  void aRedirectionGetsNeitherKeyNorRecording() {
    try (ScriptedServer elsewhere = ScriptedServer.playing(Played.openAi())) {
      EngineException fault =
          fault(
              3,
              Played.says(
                  307, "text/plain", "x", "Location: " + elsewhere.url() + "?token=s3cret-key"));
      assertThat(fault)
          .hasMessageContaining("sends on to 127.0.0.1:" + elsewhere.port() + ", which gets");
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @Test
  void aServerThatThinksTooLongIsLeft() {
    CountDownLatch end = new CountDownLatch(1);
    try (ScriptedServer server = ScriptedServer.playing((request, out) -> await(end))) {
      assertThatThrownBy(() -> transcribe(server, 1, Duration.ofMillis(300)))
          .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.retriable()).isTrue())
          .hasMessageContaining("has not answered within")
          .hasMessageContaining("'timeout'");
    } finally {
      end.countDown();
    }
  }

  @Test
  void aCancellationDoesNotWaitForTheServer() {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Script slow =
        (request, out) -> {
          asked.countDown();
          await(end);
        };
    try (ScriptedServer server = ScriptedServer.playing(slow)) {
      Monitor onceAsked = cancelledWhen(() -> asked.getCount() == 0);
      assertThatThrownBy(() -> transcribe(server, 3, LONG, Samples.jfk(), onceAsked))
          .isInstanceOf(CancelledException.class);
    } finally {
      end.countDown();
    }
  }

  @Test
  void aCancellationDoesNotWaitForTheNextAttempt() {
    try (ScriptedServer server =
        ScriptedServer.playing(Played.says(429, "text/plain", "x", "Retry-After: 50"))) {
      Monitor onceAsked = cancelledWhen(() -> !server.requests().isEmpty());
      assertThatThrownBy(() -> transcribe(server, 3, LONG, Samples.jfk(), onceAsked))
          .isInstanceOf(CancelledException.class);
    }
  }

  @Test
  void whatWasHeardBeforeAFaultIsKept() {
    float[] long44s = Samples.joined(Samples.jfk(), Samples.jfk(), Samples.jfk(), Samples.jfk());
    try (ScriptedServer server =
        ScriptedServer.playing(Played.openAi(), Played.says(401, "text/plain", "x"))) {
      EngineException fault =
          catchThrowableOfType(
              EngineException.class, () -> transcribe(server, 1, LONG, long44s, Monitor.NONE));

      assertThat(fault).hasMessageContaining("refuses the key");
      assertThat(fault.heard().orElseThrow().utterances())
          .extracting(Utterance::text)
          .containsExactly(Played.SENTENCE);
      assertThat(fault.heard().orElseThrow().recognition().engine()).isEqualTo("openai");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"speech.example", "ftp://x", "https://u:p@x/", "https://x/?key=1", "https:///x"})
  void anAddressThatIsNoneIsRefusedAndNotShown(String url) {
    Settings settings = Settings.of(Settings.URL, url).with(Settings.KEY, Played.KEY);
    assertThatThrownBy(() -> new OpenAiProvider().create(settings))
        .isInstanceOf(NotReadyException.class)
        .hasMessageContaining("'url'")
        .hasMessageNotContaining(url);
  }

  @Test
  void aRecordingDoesNotTravelInClearUnlessThatIsAskedFor() {
    Settings settings = Settings.of(Settings.URL, "http://10.0.0.5:8080");
    assertThatThrownBy(() -> new WhisperServerProvider().create(settings))
        .isInstanceOf(NotReadyException.class)
        .hasMessageContaining("would travel unencrypted to 10.0.0.5:8080")
        .hasMessageContaining("'plain-http'");
    new WhisperServerProvider().create(settings.with(ServerSettings.PLAIN_HTTP, "true")).close();
  }

  @ParameterizedTest
  @CsvSource({
    "seconds, 4",
    "seconds, 3001",
    "seconds, x",
    "timeout, 0",
    "retries, 11",
    "retries, -1"
  })
  void aNumberThatIsNoneIsRefused(String name, String value) {
    Settings settings = Settings.of(Settings.URL, "https://x").with(name, value);
    assertThatThrownBy(() -> new OpenAiProvider().create(settings))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'" + name + "'");
  }

  @Test
  void azuresSettingsAreRefusedWhenTheyCannotBe() {
    Settings settings = Settings.of(RemoteSettings.REGION, "westeurope").with(Settings.KEY, "k");
    for (String[] wrong :
        new String[][] {
          {RemoteSettings.MODE, "slow"},
          {RemoteSettings.SPEAKERS, "1"},
          {RemoteSettings.API_VERSION, "../x"}
        }) {
      assertThatThrownBy(() -> new AzureSpeechProvider().create(settings.with(wrong[0], wrong[1])))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("'" + wrong[0] + "'");
    }
    Settings tooLong =
        settings.with(RemoteSettings.MODE, "short").with(RemoteSettings.SECONDS, "61");
    assertThatThrownBy(() -> new AzureSpeechProvider().create(tooLong))
        .hasMessageContaining("from 5 to 60");
    Settings region = Settings.of(RemoteSettings.REGION, "west/../europe").with(Settings.KEY, "k");
    assertThat(new AzureSpeechProvider().check(region).ready()).isFalse();
  }

  @Test
  void noneIsChosenUnlessNamed() {
    assertThat(new OpenAiProvider().remote()).isTrue();
    assertThat(new WhisperServerProvider().remote()).isTrue();
    assertThat(new AzureSpeechProvider().remote()).isTrue();
    assertThat(new AzureOpenAiProvider().remote()).isTrue();
  }

  private static Monitor cancelledWhen(BooleanSupplier condition) {
    return new Monitor() {
      @Override
      public void report(String stage, double fraction) {}

      @Override
      public boolean isCancelled() {
        return condition.getAsBoolean();
      }
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
