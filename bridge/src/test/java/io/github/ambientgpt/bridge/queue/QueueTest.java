package io.github.ambientgpt.bridge.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.bridge.WithPlayedOllama;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** One slot and two seats, and all the time that a slow machine needs. */
@TestPropertySource(properties = "ambient-gpt.bridge.timeout=60s")
class QueueTest extends WithPlayedOllama {
  private static final String PATH = "/api/v1/generate";

  private final CountDownLatch gate = new CountDownLatch(1);
  private final List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();

  @BeforeEach
  void answersOnlyWhenTheGateOpens() {
    until(0, 0);
    OLLAMA.at(
        GENERATE,
        (question, reply) -> {
          try {
            gate.await(60, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          reply.json(answer("Cough."));
        });
  }

  @AfterEach
  void openTheGate() {
    gate.countDown();
    sent.forEach(answer -> answer.handle((a, e) -> a).join());
  }

  private JsonNode state() {
    return json(get("/api/v1/queue").body());
  }

  private void until(int running, int waiting) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(10))
        .until(
            () -> {
              JsonNode state = state();
              return state.path("running").asInt() == running
                  && state.path("waiting").asInt() == waiting;
            });
  }

  private CompletableFuture<HttpResponse<String>> ask(String prompt) {
    CompletableFuture<HttpResponse<String>> answer =
        sendAsync(posting(PATH, "{\"prompt\": \"%s\"}".formatted(prompt)));
    sent.add(answer);
    return answer;
  }

  private void fill() {
    ask("first");
    until(1, 0);
    ask("second");
    until(1, 1);
    ask("third");
    until(1, 2);
  }

  @Test
  void whoComesWhenAllSeatsAreTakenIsToldWhenToComeAgain() {
    fill();

    for (String path : List.of(PATH, "/generate_note")) {
      HttpResponse<String> refused = post(path, "{\"prompt\": \"fourth\"}");
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
          .isBetween(1, 60);
    }
    HttpResponse<String> chat =
        post(
            "/v1/chat/completions",
            "{\"model\": \"phi4\", \"messages\": [{\"role\": \"user\", \"content\": \"p\"}]}");
    assertThat(chat.statusCode()).isEqualTo(429);
    assertThat(json(chat.body()).at("/error/code").asString()).isEqualTo("queue_full");
    HttpResponse<String> streamed = stream(PATH, "{\"prompt\": \"fourth\"}");
    assertThat(streamed.statusCode()).isEqualTo(429);
    assertThat(json(streamed.body()).path("type").asString()).endsWith(":queue-full");
    assertThat(questions(GENERATE)).hasSize(1);
  }

  @Test
  void whoeverCameFirstIsServedFirst() {
    fill();
    gate.countDown();
    sent.forEach(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));

    assertThat(questions(GENERATE))
        .extracting(question -> json(question.body()).path("prompt").asString())
        .containsExactly("first", "second", "third");
  }

  @Test
  void aStreamSaysWhereItStandsAndHowLongThatMayTake() {
    OLLAMA.at(GENERATE, (question, reply) -> reply.json(answer("Cough.")));
    ask("an answer to go by").join();
    CountDownLatch second = new CountDownLatch(1);
    OLLAMA.at(
        GENERATE,
        (question, reply) -> {
          try {
            second.await(2, TimeUnit.SECONDS); // the stream is read when it is over
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          reply.json(answer("Cough."));
        });
    until(0, 0);
    ask("first");
    until(1, 0);
    CompletableFuture<HttpResponse<String>> streamed =
        sendAsync(posting(PATH, "{\"prompt\": \"second\"}").header("Accept", "text/event-stream"));
    sent.add(streamed);

    assertThat(streamed.join().body())
        .containsSubsequence(
            "event:queued", "\"position\":1", "\"estimatedWaitSeconds\":", "event:done");
    second.countDown();
  }

  @Test
  void aDeadlineCountsTheWaitAndGivesTheSeatBack() {
    ask("first");
    until(1, 0);

    HttpResponse<String> late = post(PATH, "{\"prompt\": \"p\", \"deadlineSeconds\": 0.2}");

    assertThat(late.statusCode()).isEqualTo(504);
    until(1, 0);
    gate.countDown();
    until(0, 0);
    assertThat(questions(GENERATE)).hasSize(1);
  }

  @Test
  void whoGoesAwayGivesTheSeatBackAndIsNeverAsked() {
    ask("first");
    until(1, 0);
    CompletableFuture<HttpResponse<String>> gone = ask("gone");
    until(1, 1);

    gone.cancel(true);

    until(1, 0);
    gate.countDown();
    until(0, 0);
    assertThat(questions(GENERATE)).hasSize(1);
  }
}
