package io.github.ambientgpt.api.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ambientgpt.api.Postgres;
import io.github.ambientgpt.api.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Kills the real process at random moments of uploads, captions, jobs and signing, as {@code kill
 * -9} does, over both databases; {@code -Pcrash} does it 200 times. What it found is in {@code
 * target/reports/crash.json}.
 */
class CrashTest {
  private static final String KILLS = "crash.kills";
  private static final String SEED = "crash.seed";
  private static final int CLIENTS = 3;
  private static final int LONGEST = 2500;

  private final int kills = Integer.getInteger(KILLS, 15);
  private final long seed = Long.getLong(SEED, System.nanoTime());
  private final Random random = new Random(seed);
  private final List<Visit> visits = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private int retried;

  @Test
  void whatH2AcceptedIsThereOnce(@TempDir Path folder) throws Exception {
    run("h2", folder, List.of(), kills - kills / 2);
  }

  @Test
  void whatPostgreSqlAcceptedIsThereOnce(@TempDir Path folder) throws Exception {
    run("postgresql", folder, Postgres.properties(), kills / 2);
  }

  private void run(String database, Path folder, List<String> more, int times) throws Exception {
    List<String> properties = new ArrayList<>(more);
    properties.addAll(
        List.of(
            "ambient-gpt.live.recognizer=loudness",
            "ambient-gpt.recognizer=loudness", // by its name: it is of preview quality
            "ambient-gpt.recognizers.loudness.model=any",
            "db-scheduler.polling-interval=200ms",
            "db-scheduler.heartbeat-interval=1s",
            "db-scheduler.missed-heartbeats-limit=4"));
    for (int kill = 0; kill < times; kill++) {
      try (ServiceProcess process = ServiceProcess.start(folder, properties)) {
        killed(process, 50 + random.nextInt(LONGEST));
      }
    }
    int between = accepted();
    try (ServiceProcess process = ServiceProcess.start(folder, properties)) {
      Client client = new Client(process.base());
      for (Visit visit : visits) {
        finished(visit, client);
      }
      awaitJobs(client);
      retryInterrupted(client);
      jobs(client, "failed").forEach(job -> faults.add("an accepted job ended so: " + job));
      for (Visit visit : visits) {
        visit.faults(client).forEach(fault -> faults.add("lost or doubled: " + fault));
      }
      long there = client.get("/api/v1/encounters?size=1").is(200).json().get("total").asLong();
      if (there != visits.size()) {
        faults.add("visits: %d of %d".formatted(there, visits.size()));
      }
    }
    List<String> command = new ArrayList<>(List.of("audit", "verify"));
    more.forEach(property -> command.add("--" + property));
    ServiceProcess.Said audit = ServiceProcess.command(folder, command.toArray(String[]::new));
    if (audit.code() != 0) {
      faults.add(audit.text());
    }
    report(database, times, between);
    assertThat(faults).as("-D%s=%d", SEED, seed).isEmpty();
    assertThat(between).as("accepted between the kills").isGreaterThanOrEqualTo(times);
  }

  /** Busy clients, and in the middle of it the end. */
  private void killed(ServiceProcess process, int milliseconds) throws Exception {
    Client client = new Client(process.base());
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    int before = accepted();
    try {
      List<Future<Visit>> working = new ArrayList<>();
      for (Visit visit : unfinished()) {
        working.add(clients.submit(() -> work(client, visit)));
      }
      // However slow the machine, it is killed at its work and not before.
      await().atMost(Duration.ofMinutes(1)).until(() -> accepted() > before || stopped(working));
      new CountDownLatch(1).await(milliseconds, TimeUnit.MILLISECONDS); // a random moment
      process.kill();
      for (Future<Visit> each : working) {
        each.get(120, TimeUnit.SECONDS);
      }
    } finally {
      clients.shutdownNow();
    }
  }

  private int accepted() {
    synchronized (visits) {
      return visits.stream().mapToInt(Visit::accepted).sum();
    }
  }

  /** Whether a client has given up, for a fault that is told at the end. */
  private static boolean stopped(List<Future<Visit>> working) {
    return working.stream().anyMatch(Future::isDone);
  }

  /** One for each client; handed out before any goes on, so that no two work on the same. */
  private List<Visit> unfinished() {
    while (visits.stream().filter(visit -> !visit.finished()).count() < CLIENTS) {
      visits.add(new Visit());
    }
    return visits.stream().filter(visit -> !visit.finished()).limit(CLIENTS).toList();
  }

  /** One visit after another, until the service is gone. */
  private Visit work(Client client, Visit first) {
    Visit visit = first;
    try {
      while (true) {
        visit.goOn(client);
        synchronized (visits) {
          visit = new Visit();
          visits.add(visit);
        }
      }
    } catch (IOException e) {
      return visit; // killed
    } catch (RuntimeException e) {
      synchronized (visits) {
        faults.add(String.valueOf(e.getMessage()));
      }
      return visit;
    }
  }

  private static void finished(Visit visit, Client client) throws IOException {
    for (int i = 0; !visit.finished(); i++) {
      try {
        visit.goOn(client);
      } catch (IOException e) {
        if (i == 20) {
          throw e;
        }
      }
    }
  }

  /**
   * Those of a killed process are taken over by and by, such as the transcript of what was live.
   */
  private static void awaitJobs(Client client) {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> jobs(client, "queued").isEmpty() && jobs(client, "running").isEmpty());
  }

  private void retryInterrupted(Client client) throws IOException {
    for (JsonNode job : jobs(client, "failed")) {
      retried += client.retryIfInterrupted(job) ? 1 : 0;
    }
    awaitJobs(client);
  }

  /** Of whichever visit: an early one's may be taken over last. */
  private static JsonNode jobs(Client client, String state) throws IOException {
    return client.get("/api/v1/jobs?size=100&state=" + state).is(200).json().get("items");
  }

  private void report(String database, int times, int between) throws IOException {
    Path file =
        Path.of(System.getProperty("project.root", ".."), "target", "reports", "crash.json");
    Files.createDirectories(file.getParent());
    ObjectNode report =
        Files.exists(file)
            ? (ObjectNode) JsonMapper.shared().readTree(Files.readString(file))
            : JsonMapper.shared().createObjectNode();
    ObjectNode section = report.putObject(database);
    section.put("kills", times).put("seed", seed).put("visits", visits.size());
    section.put("acceptedBetweenKills", between);
    section.put("accepted", accepted()).put("retried", retried);
    section.set("faults", JsonMapper.shared().valueToTree(faults));
    Files.writeString(
        file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report));
  }
}
