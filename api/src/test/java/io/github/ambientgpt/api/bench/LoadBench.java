package io.github.ambientgpt.api.bench;

import io.github.ambientgpt.api.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a clinic of fifty asks for at once: the common reads, then notes by builtin. The fifty run
 * on the same machine as the service, so that a service of its own does better. What people bear
 * sets the gates: a read within a second keeps their thought, a note within ten their attention
 * (Nielsen, Usability Engineering, 1993, chapter 5).
 */
final class LoadBench {
  private static final int CLIENTS = 50;
  private static final int VISITS = 200;
  private static final int WARM_SECONDS = 5;
  private static final int READ_SECONDS = 20;
  private static final int NOTES_OF_EACH = 4;
  private static final double MOST_READ_MILLIS = 1_000;
  private static final double MOST_NOTE_MILLIS = 10_000;
  private static final String DIALOGUE =
      """
      Doctor: What brings you in today?
      Patient: I have had a dry cough for two weeks, and a fever of 101 since Monday.
      Doctor: Any chest pain or shortness of breath?
      Patient: No chest pain. I am a little short of breath on the stairs.
      Doctor: Are you allergic to anything?
      Patient: I am allergic to penicillin.
      Doctor: What do you take?
      Patient: Lisinopril 10 milligrams once a day for my blood pressure.
      Doctor: Your lungs have crackles on the right side. I think this is pneumonia.
      Doctor: Take doxycycline 100 milligrams twice a day for seven days, and come back in a week.
      """;

  private LoadBench() {}

  /** Asks once. */
  private interface Read {
    void once() throws IOException;
  }

  static void run(Path folder, Report report) throws Exception {
    try (ServiceProcess service = ApiBench.service(folder)) {
      Client client = new Client(service.base());
      List<String> visits = new ArrayList<>();
      for (int i = 0; i < VISITS; i++) {
        visits.add(client.newVisit());
      }
      String transcript = transcript(client, visits.get(0));
      String note = note(client, visits.get(0));
      Map<String, Read> reads = new LinkedHashMap<>();
      reads.put("list of visits", () -> client.read("/api/v1/encounters?page=0&size=20"));
      reads.put("search of visits", () -> client.read("/api/v1/encounters?q=bench"));
      reads.put("visit", () -> client.read(visits.get(1)));
      reads.put("transcript", () -> client.read(transcript));
      reads.put("note", () -> client.read(note));
      reads.put("coverage", () -> client.read(note + "/coverage"));
      reads.put("providers", () -> client.read("/api/v1/providers"));
      ObjectNode figures = report.section("reads");
      reads(List.copyOf(reads.values()), WARM_SECONDS);
      List<List<Double>> times = reads(List.copyOf(reads.values()), READ_SECONDS);
      long all = times.stream().mapToLong(List::size).sum();
      figures
          .put("clients", CLIENTS)
          .put("visits", VISITS)
          .put("requestsPerSecond", (double) all / READ_SECONDS);
      report.show("reads by 50 clients", (double) all / READ_SECONDS, "/s");
      int i = 0;
      for (String name : reads.keySet()) {
        Percentiles millis = new Percentiles(times.get(i++));
        figures
            .putObject(name)
            .put("requests", millis.count())
            .put("p50Millis", millis.median())
            .put("p99Millis", millis.at(0.99));
        report.show("read of " + name + ", p50", millis.median(), "ms");
        report.gate("read of " + name + ", p99", millis.at(0.99), MOST_READ_MILLIS, "ms");
      }
      notes(client, visits, report);
    }
  }

  /** By each read, the milliseconds of each answer. */
  private static List<List<Double>> reads(List<Read> reads, int seconds) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    List<List<List<Double>>> ofClients =
        atOnce(
            client -> {
              List<List<Double>> times = new ArrayList<>();
              reads.forEach(read -> times.add(new ArrayList<>()));
              for (int i = client; System.nanoTime() < end; i++) {
                long start = System.nanoTime();
                reads.get(i % reads.size()).once();
                times.get(i % reads.size()).add((System.nanoTime() - start) / 1e6);
              }
              return times;
            });
    List<List<Double>> all = new ArrayList<>();
    for (int i = 0; i < reads.size(); i++) {
      int read = i;
      all.add(ofClients.stream().flatMap(times -> times.get(read).stream()).toList());
    }
    return all;
  }

  private static void notes(Client client, List<String> visits, Report report) throws Exception {
    for (int i = 0; i < CLIENTS; i++) {
      transcript(client, visits.get(i));
    }
    long start = System.nanoTime();
    List<List<Double>> ofClients =
        atOnce(
            number -> {
              List<Double> millis = new ArrayList<>();
              for (int i = 0; i < NOTES_OF_EACH; i++) {
                long asked = System.nanoTime();
                note(client, visits.get(number));
                millis.add((System.nanoTime() - asked) / 1e6);
              }
              return millis;
            });
    double seconds = (System.nanoTime() - start) / 1e9;
    Percentiles millis = new Percentiles(ofClients.stream().flatMap(List::stream).toList());
    double perSecond = millis.count() / seconds;
    report
        .section("notes")
        .put("clients", CLIENTS)
        .put("notes", millis.count())
        .put("notesPerSecond", perSecond)
        .put("p50Millis", millis.median())
        .put("p99Millis", millis.at(0.99));
    report.show("notes by builtin, 50 clients", perSecond, "/s");
    report.show("note by builtin, from asking to reading, p50", millis.median(), "ms");
    report.gate(
        "note by builtin, from asking to reading, p99", millis.at(0.99), MOST_NOTE_MILLIS, "ms");
  }

  /** What one client does. */
  private interface Work<T> {
    T of(int client) throws Exception;
  }

  private static <T> List<T> atOnce(Work<T> work) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Callable<T>> all = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        int client = i;
        all.add(() -> work.of(client));
      }
      List<T> done = new ArrayList<>();
      for (Future<T> each : clients.invokeAll(all)) {
        done.add(each.get());
      }
      return done;
    } finally {
      clients.shutdownNow();
    }
  }

  private static String transcript(Client client, String visit) throws IOException {
    String body = JsonMapper.shared().createObjectNode().put("content", DIALOGUE).toString();
    return "/api/v1/transcripts/" + client.post(visit + "/transcripts", body).get("id").asString();
  }

  /** Asks for one, waits by events, and reads it. */
  private static String note(Client client, String visit) throws IOException {
    String job =
        "/api/v1/jobs/"
            + client.post(visit + "/notes", "{\"languageModel\":\"builtin\"}").get("id").asString();
    client.awaitEnd(job);
    JsonNode ended = client.get(job);
    if (!ended.path("state").asString().equals("succeeded")) {
      throw new IOException("A note failed: " + ended);
    }
    String note = ended.get("result").asString();
    client.read(note);
    return note;
  }
}
