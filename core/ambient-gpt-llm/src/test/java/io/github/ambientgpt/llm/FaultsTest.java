package io.github.ambientgpt.llm;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ambientgpt.core.contract.PlayedServer;
import io.github.ambientgpt.core.contract.PlayedServer.Role;
import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.languagemodel.Prompt;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Readiness;
import io.github.ambientgpt.core.provider.ServerSettings;
import io.github.ambientgpt.core.provider.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way a server can fail, for every kind of server. */
class FaultsTest {
  /** In question and answers, never in a message. */
  private static final String SECRET = "Quezwitl";

  private static final Prompt QUESTION =
      new Prompt(
          "Write a note.", SECRET + " has a headache.", Optional.of("{\"type\":\"object\"}"));

  private final PlayedServer server = PlayedServer.start();

  @AfterEach
  void close() {
    server.close();
  }

  private EngineException fault(Played played, Role role) {
    return fault(played, played.settings(server), role);
  }

  private EngineException fault(Played played, Settings settings, Role role) {
    server.at(played.path, role);
    try (LanguageModel model = played.provider.create(settings)) {
      EngineException fault =
          catchThrowableOfType(EngineException.class, () -> model.answer(QUESTION, Monitor.NONE));
      assertThat(fault).as("an answer was given").isNotNull();
      assertClean(fault);
      return fault;
    }
  }

  /** Names the server and says what to do; nothing of what was said, and no key, is in it. */
  private void assertClean(EngineException fault) {
    StringWriter trace = new StringWriter();
    fault.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain(SECRET).doesNotContain(Played.KEY);
    assertThat(fault.getMessage()).matches("(?s)\\S.*[.]");
    assertThat(fault.getMessage()).containsPattern("127\\.0\\.0\\.1:\\d+|/" + Played.MODEL + "\\b");
  }

  @ParameterizedTest
  @EnumSource
  void a_server_that_is_down(Played played) {
    Settings settings = played.settings(server);
    server.close();

    EngineException fault = fault(played, settings, (question, reply) -> reply.send(""));

    assertThat(fault).hasMessageContaining("Nothing answers at 127.0.0.1:");
    assertThat(fault.retriable()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void a_server_that_stalls_before_it_answers(Played played) {
    EngineException fault =
        fault(
            played,
            played.settings(server).with(ServerSettings.TIMEOUT, "1"),
            (question, reply) -> reply.hang());

    assertThat(fault).hasMessageContaining("said nothing for 1 s");
    assertThat(fault.retriable()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void a_server_that_stalls_in_the_middle(Played played) {
    EngineException fault =
        fault(
            played,
            played.settings(server).with(ServerSettings.TIMEOUT, "1"),
            (question, reply) -> {
              reply.type(played.type).say(played.piece(SECRET));
              reply.hang();
            });

    assertThat(fault).hasMessageContaining("said nothing for 1 s");
  }

  @ParameterizedTest
  @EnumSource
  void a_page_in_place_of_an_answer(Played played) {
    EngineException fault =
        fault(
            played,
            (question, reply) ->
                reply.type("text/html; charset=utf-8").send("<html>Log in, " + SECRET + "</html>"));

    assertThat(fault).hasMessageContaining("shows a web page");
    assertThat(fault.retriable()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void an_answer_of_another_kind(Played played) {
    EngineException fault =
        fault(played, (question, reply) -> reply.type("text/plain").send("Hello " + SECRET));

    assertThat(fault).hasMessageContaining("answers with text/plain, where " + played.type);
    assertThat(fault.retriable()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void a_stream_that_breaks_off(Played played) {
    EngineException fault =
        fault(
            played,
            (question, reply) -> {
              reply.type(played.type).say(played.piece("{\"sections\": [\"" + SECRET));
              reply.breakOff();
            });

    assertThat(fault).hasMessageContaining("broke before the answer was whole");
    assertThat(fault.retriable()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "LAMBIENT")
  void a_stream_that_ends_too_soon(Played played) {
    EngineException fault =
        fault(
            played,
            (question, reply) -> reply.type(played.type).say(played.piece("Half of " + SECRET)));

    assertThat(fault).hasMessageContaining("broke before the answer was whole");
  }

  @ParameterizedTest
  @EnumSource
  void an_answer_shorter_than_was_promised(Played played) {
    EngineException fault =
        fault(
            played,
            (question, reply) -> {
              reply.type(played.type).promise(played.piece(SECRET), 5000);
              reply.breakOff();
            });

    assertThat(fault).hasMessageContaining("broke before the answer was whole");
  }

  @ParameterizedTest
  @EnumSource
  void a_connection_that_is_reset(Played played) {
    EngineException fault = fault(played, (question, reply) -> reply.breakOff());

    assertThat(fault).hasMessageContaining("broke before the answer was whole");
    assertThat(fault.retriable()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void broken_json(Played played) {
    String broken = "{\"message\": " + SECRET + " \n\n";

    EngineException fault =
        fault(
            played,
            (question, reply) ->
                reply
                    .type(played.type)
                    .say(played.type.endsWith("event-stream") ? "data: " + broken : broken));

    assertThat(fault).hasMessageContaining("sends broken JSON");
    assertThat(fault.retriable()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void json_of_another_shape(Played played) {
    String odd = "{\"message\": [\"%s\"], \"choices\": \"%s\", \"note\": 7}\n\n";

    EngineException fault =
        fault(
            played,
            (question, reply) ->
                reply
                    .type(played.type)
                    .say(
                        (played.type.endsWith("event-stream") ? "data: " : "")
                            + odd.formatted(SECRET, SECRET)));

    assertThat(fault.getMessage()).containsAnyOf("sends broken JSON", "answers without a note");
  }

  @ParameterizedTest
  @EnumSource
  void an_empty_answer(Played played) {
    EngineException fault =
        fault(played, (question, reply) -> played.answer(reply, List.of(" ", "\n")));

    assertThat(fault).hasMessageContaining("gave an empty answer");
    assertThat(fault.retriable()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "LAMBIENT")
  void an_answer_that_was_cut_off(Played played) {
    EngineException fault =
        fault(
            played,
            (question, reply) -> {
              reply.type(played.type).say(played.piece("{\"sections\": ["));
              reply.say(played.end("length", 20, 5));
            });

    assertThat(fault).hasMessageContaining("cut off");
    assertThat(fault.retriable()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "LAMBIENT")
  void a_server_that_reads_less_than_it_is_sent(Played played) {
    Prompt visit =
        new Prompt("Write a note.", (SECRET + " coughs. ").repeat(2000), Optional.empty());
    server.at(
        played.path,
        (question, reply) -> {
          reply.type(played.type).say(played.piece("Cough."));
          reply.say(played.end("stop", 2048, 5));
        });

    server.at(
        "/api/show",
        (question, reply) ->
            reply.json(
                "{\"model_info\": {\"general.architecture\": \"a\", \"a.context_length\": 1000000}}"));
    server.at(
        "/v1/models",
        (question, reply) ->
            reply.json("{\"data\": [{\"id\": \"noise\", \"max_model_len\": 1000000}]}"));
    Settings settings =
        played == Played.AZURE || played == Played.BRIDGE // which say nothing
            ? played.settings(server).with(ServiceSettings.CONTEXT, "1000000")
            : played.settings(server);

    try (LanguageModel model = played.provider.create(settings)) {
      assertThat(model.contextTokens()).hasValue(1_000_000);
      EngineException fault =
          catchThrowableOfType(EngineException.class, () -> model.answer(visit, Monitor.NONE));

      assertThat(fault).hasMessageContaining("read only 2048 tokens");
      assertThat(fault.retriable()).isFalse();
      assertClean(fault);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "LAMBIENT")
  void an_error_in_the_middle(Played played) {
    String error = "{\"error\": {\"message\": \"CUDA broke on " + SECRET + "\"}}\n\n";

    EngineException fault =
        fault(
            played,
            (question, reply) -> {
              reply.type(played.type).say(played.piece("Some"));
              reply.say((played == Played.OLLAMA ? "" : "data: ") + error);
            });

    assertThat(fault).hasMessageContaining("reports an error in the middle");
  }

  @ParameterizedTest
  @EnumSource
  void a_wrong_key(Played played) {
    EngineException fault =
        fault(
            played,
            (question, reply) ->
                reply.status(401).json("{\"error\": \"Bad key " + Played.KEY + "\"}"));

    assertThat(fault).hasMessageContaining("refuses the key (status 401)");
    assertThat(fault.retriable()).isFalse();
  }

  @Test
  void a_missing_key() {
    EngineException fault =
        fault(
            Played.OLLAMA,
            Settings.of(Settings.MODEL, Played.MODEL).with(Settings.URL, server.url().toString()),
            (question, reply) -> reply.status(403).send(""));

    assertThat(fault).hasMessageContaining("wants a key (status 403)");
  }

  @ParameterizedTest
  @EnumSource
  void an_unknown_model(Played played) {
    server.at(
        "/api/tags", (question, reply) -> reply.json("{\"models\": [{\"name\": \"llama3.2\"}]}"));
    server.at("/v1/models", (question, reply) -> reply.json("{\"data\": [{\"id\": \"gpt-4o\"}]}"));
    String error =
        played == Played.LAMBIENT
            ? "{\"error\": \"Ollama API error: 404\"}"
            : "{\"error\": {\"message\": \"model '" + Played.MODEL + "' not found\"}}";

    EngineException fault =
        fault(
            played,
            (question, reply) -> reply.status(played == Played.LAMBIENT ? 500 : 404).json(error));

    assertThat(fault).hasMessageContaining("has no model 'noise'.");
    switch (played) {
      case OLLAMA -> assertThat(fault).hasMessageContaining("It has: llama3.2. Get it with");
      case OPENAI -> assertThat(fault).hasMessageContaining("It has: gpt-4o. Name another");
      default -> assertThat(fault).hasMessageContaining("setting");
    }
    assertThat(fault.retriable()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void a_single_model_of_another_name_is_not_the_one(Played played) {
    server.at(
        "/api/tags", (question, reply) -> reply.json("{\"models\": [{\"name\": \"llama3.2\"}]}"));
    server.at("/v1/models", (question, reply) -> reply.json("{\"data\": [{\"id\": \"gpt-4o\"}]}"));

    boolean ready = played.provider.probe(played.settings(server)).ready();

    // llama.cpp serves one under any name, and Azure has no list
    assertThat(ready).isEqualTo(played == Played.OPENAI || played == Played.AZURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"models\": []}", "{\"models\": null}"})
  void an_ollama_without_any_model_is_not_ready(String tags) {
    server.at("/api/tags", (question, reply) -> reply.json(tags));

    Readiness readiness = Played.OLLAMA.provider.probe(Played.OLLAMA.settings(server));

    assertThat(readiness.ready()).isFalse();
    assertThat(readiness.remedy())
        .contains("has no model 'noise'. It has none at all. Get it with 'ollama pull noise'.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"models\": \"many\"}"})
  void a_list_that_is_none_tells_nothing(String tags) {
    server.at("/api/tags", (question, reply) -> reply.json(tags));

    assertThat(Played.OLLAMA.provider.probe(Played.OLLAMA.settings(server)).ready()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void an_address_where_nothing_is(Played played) {
    EngineException fault =
        fault(played, (question, reply) -> reply.status(404).type("text/html").send("<html>No"));

    assertThat(fault).hasMessageContaining("has nothing at this address (status 404)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"detail\": \"Not Found\"}", ""})
  void an_address_where_another_api_is(String body) {
    EngineException fault = fault(Played.OPENAI, (question, reply) -> reply.status(404).json(body));

    assertThat(fault).hasMessageContaining("has nothing at this address (status 404)");
  }

  @ParameterizedTest
  @CsvSource({"http, does not speak HTTP", "https, speaks no TLS"})
  void something_that_is_no_web_server(String scheme, String reason) throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      new Thread(() -> speakSsh(socket)).start();

      EngineException fault =
          fault(
              Played.OPENAI,
              Played.OPENAI
                  .settings(server)
                  .with(Settings.URL, scheme + "://127.0.0.1:" + socket.getLocalPort()),
              (question, reply) -> reply.send(""));

      assertThat(fault).hasMessageContaining(reason);
      assertThat(fault.retriable()).isFalse();
    }
  }

  private static void speakSsh(ServerSocket socket) {
    while (!socket.isClosed()) {
      try (Socket caller = socket.accept()) {
        caller.getInputStream().read(new byte[8192]);
        caller.getOutputStream().write("SSH-2.0-OpenSSH_9.2\r\n\r\n".getBytes(US_ASCII));
      } catch (IOException e) {
        // the caller has gone, or the test is over
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_redirect_is_not_followed_and_takes_no_key_along(Played played) {
    try (PlayedServer other = PlayedServer.start()) {
      EngineException fault =
          fault(
              played,
              (question, reply) ->
                  reply
                      .status(307)
                      .header("Location", "http://localhost:" + other.url().getPort() + "/secret")
                      .send(""));

      assertThat(fault)
          .hasMessageContaining("sends the question on to localhost")
          .hasMessageNotContaining("secret");
      assertThat(other.questions()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_question_that_is_too_long(Played played) {
    EngineException fault =
        fault(
            played,
            (question, reply) ->
                reply
                    .status(400)
                    .json(
                        "{\"error\": {\"message\": \"This model's maximum context length is 4096\","
                            + " \"code\": \"context_length_exceeded\"}}"));

    assertThat(fault).hasMessageContaining("longer than 'noise'").hasMessageContaining("'context'");
  }

  @ParameterizedTest
  @EnumSource
  void too_little_memory(Played played) {
    EngineException fault =
        fault(
            played,
            (question, reply) ->
                reply
                    .status(500)
                    .json("{\"error\": \"model requires more system memory (9 GiB)\"}"));

    assertThat(fault).hasMessageContaining("too little memory");
  }

  @ParameterizedTest
  @EnumSource
  void a_proxy_that_wants_a_login(Played played) {
    assertThat(fault(played, (question, reply) -> reply.status(407).send("")))
        .hasMessageContaining("wants a login (status 407)");
  }

  @ParameterizedTest
  @EnumSource
  void a_passing_fault_is_tried_again(Played played) {
    AtomicInteger tries = new AtomicInteger();
    server.at(
        played.path,
        (question, reply) -> {
          switch (tries.incrementAndGet()) {
            case 1 -> reply.status(502).type("text/html").send("<html>Bad gateway</html>");
            case 2 -> reply.breakOff();
            default -> played.answer(reply, List.of("A ", "note."));
          }
        });

    try (LanguageModel model =
        played.provider.create(played.settings(server).with(ServerSettings.RETRIES, "2"))) {
      assertThat(model.answer(QUESTION, Monitor.NONE)).isEqualTo("A note.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void one_that_does_not_pass_says_how_often_it_was_tried(Played played) {
    EngineException fault =
        fault(
            played,
            played.settings(server).with(ServerSettings.RETRIES, "1"),
            (question, reply) -> reply.status(500).send("oops"));

    assertThat(fault).hasMessageContaining("has failed (status 500)");
    assertThat(fault.getMessage()).endsWith("Tried 2 times.");
    assertThat(server.questions(played.path)).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void a_busy_server_is_left_alone_for_as_long_as_it_says(Played played) {
    AtomicInteger tries = new AtomicInteger();
    server.at(
        played.path,
        (question, reply) -> {
          if (tries.incrementAndGet() == 1) {
            reply.status(429).header("Retry-After", "1").send("");
          } else {
            played.answer(reply, List.of("A note."));
          }
        });
    Instant begin = Instant.now();

    try (LanguageModel model =
        played.provider.create(played.settings(server).with(ServerSettings.RETRIES, "1"))) {
      assertThat(model.answer(QUESTION, Monitor.NONE)).isEqualTo("A note.");
    }
    assertThat(Duration.between(begin, Instant.now()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void a_server_that_wants_to_be_left_alone_for_an_hour_is() {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plusHours(1));

    EngineException fault =
        fault(
            Played.OPENAI,
            Played.OPENAI.settings(server).with(ServerSettings.RETRIES, "5"),
            (question, reply) -> reply.status(429).header("Retry-After", date).send(""));

    assertThat(fault).hasMessageContaining("too many questions").hasMessageContaining("left alone");
    assertThat(fault.retriable()).isTrue();
    assertThat(server.questions(Played.OPENAI.path)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void cancelling_takes_effect_at_once_however_long_the_server_is_silent(Played played)
      throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    server.at(
        played.path,
        (question, reply) -> {
          if (played.streams()) {
            reply.type(played.type).say(played.piece("Once"));
          }
          asked.countDown();
          reply.hang();
        });
    Monitor cancelled =
        new Monitor() {
          @Override
          public void report(String stage, double fraction) {}

          @Override
          public boolean isCancelled() {
            return asked.getCount() == 0;
          }
        };
    Instant begin = Instant.now();

    try (LanguageModel model = played.model(server)) {
      assertThatThrownBy(() -> model.answer(QUESTION, cancelled))
          .isInstanceOf(CancelledException.class);
    }
    assertThat(asked.getCount()).isZero();
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }
}
