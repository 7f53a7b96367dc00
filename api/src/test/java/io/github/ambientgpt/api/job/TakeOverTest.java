package io.github.ambientgpt.api.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.github.ambientgpt.api.Postgres;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import io.github.ambientgpt.api.ServiceProcess;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two processes share one database and one folder; one of them dies in the middle of a job. */
class TakeOverTest {
  private static final String VISIT =
      "{\"content\": \"Doctor: What brings you in?\\nPatient: A dry cough for two weeks.\\nDoctor: Take ibuprofen 400 milligrams twice a day.\"}";

  /**
   * A language model's server that lets the first who asks wait, and is of no use to the others.
   */
  private static final class SlowServer implements AutoCloseable {
    private final HttpServer server;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger requests = new AtomicInteger();

    SlowServer() throws IOException {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      server.setExecutor(Executors.newCachedThreadPool());
      server.createContext(
          "/",
          exchange -> {
            if (requests.incrementAndGet() == 1) {
              asked.countDown();
              hold();
            }
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
          });
      server.start();
    }

    private void hold() {
      try {
        released.await(3, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    String url() {
      return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
      released.countDown();
      server.stop(0);
    }
  }

  @Test
  void aJobOfADeadProcessIsFinishedOnceByTheOther(@TempDir Path folder) throws Exception {
    isFinishedByTheOther(folder, ServiceProcess::kill);
  }

  @Test
  void aJobOfAProcessThatIsStoppedIsHandedOver(@TempDir Path folder) throws Exception {
    JsonNode left = isFinishedByTheOther(folder, ServiceProcess::stop);

    assertThat(left.get("state").asString() + " in attempt " + left.get("attempt"))
        .as("what a process that died leaves")
        .isNotEqualTo("running in attempt 1");
  }

  /**
   * @return the job as it was when the first process had ended
   */
  private static JsonNode isFinishedByTheOther(Path folder, Consumer<ServiceProcess> end)
      throws Exception {
    List<String> properties = new ArrayList<>(Postgres.properties());
    try (SlowServer model = new SlowServer()) {
      properties.add("ambient-gpt.language-models.ollama.url=" + model.url());
      properties.add("ambient-gpt.language-models.ollama.model=slow");
      properties.add("db-scheduler.heartbeat-interval=1s");
      properties.add("db-scheduler.missed-heartbeats-limit=4");
      // The second looks for work so seldom that the first has the job.
      List<String> seldom = new ArrayList<>(properties);
      properties.add("db-scheduler.polling-interval=200ms");
      seldom.add("db-scheduler.polling-interval=15s");
      try (ServiceProcess first = ServiceProcess.start(folder, properties);
          ServiceProcess second = ServiceProcess.start(folder, seldom)) {
        Service service = first.service();
        String encounter = service.encounter("Taken over").header("Location");
        service.post(encounter + "/transcripts", VISIT).is(201);
        Answer job = service.post(encounter + "/notes", "{\"languageModel\": \"ollama\"}").is(202);
        assertThat(model.asked.await(60, TimeUnit.SECONDS)).as("the model is asked").isTrue();
        end.accept(first);
        Service other = second.service();
        String path = job.header("Location");
        JsonNode left = other.get(path).json();
        await()
            .atMost(Duration.ofSeconds(90))
            .pollInterval(Duration.ofMillis(500))
            .until(() -> !other.get(path).json().get("state").asString().matches("queued|running"));

        JsonNode done = other.get(path).json();
        assertThat(done.get("state").asString()).as(done.toPrettyString()).isEqualTo("succeeded");
        assertThat(done.get("attempt").asInt()).isEqualTo(2);
        assertThat(other.get(encounter + "/notes").json().get("total").asInt()).isEqualTo(1);
        other.get(done.get("result").asString()).is(200);
        return left;
      }
    }
  }

  @Test
  void whatWasAcknowledgedIsThereAfterAKill(@TempDir Path folder) {
    List<String> acknowledged = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      try (ServiceProcess process = ServiceProcess.start(folder, List.of())) {
        Service service = process.service();
        for (int i = 0; i < 20; i++) {
          acknowledged.add(service.encounter("Round " + round).header("Location"));
        }
        process.kill();
      }
    }
    try (ServiceProcess process = ServiceProcess.start(folder, List.of())) {
      acknowledged.forEach(path -> process.service().get(path).is(200));
      assertThat(process.service().get("/api/v1/encounters").json().get("total").asInt())
          .isEqualTo(acknowledged.size());
      assertThat(process.log()).contains("The page is on http://127.0.0.1:");
    }
  }
}
