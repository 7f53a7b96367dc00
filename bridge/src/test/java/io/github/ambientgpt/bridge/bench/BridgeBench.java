package io.github.ambientgpt.bridge.bench;

import io.github.ambientgpt.bridge.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The runnable bridge before an Ollama with two slots: what it adds to an answer's time, then 200
 * clients at once. Every client obeys {@code Retry-After}; each tenth request has a deadline that
 * is shorter than the wait. Ends with 1 when a gate is missed.
 */
public final class BridgeBench {
  private static final int CLIENTS = 200;
  private static final int SLOTS = 2;
  private static final Duration ANSWER = Duration.ofMillis(50);
  private static final String PROMPT = "I have had a dry cough for two weeks. ".repeat(30);

  private final Duration load;
  private final Path reports;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, Object> report = new LinkedHashMap<>();
  private final List<String> missed = new ArrayList<>();

  private BridgeBench(Duration load, Path reports) {
    this.load = load;
    this.reports = reports;
  }

  /**
   * @param arguments the jar, how many seconds the load lasts, the folder for the report
   */
  public static void main(String[] arguments) throws Exception {
    Path jar = Path.of(arguments[0]);
    BridgeBench bench =
        new BridgeBench(Duration.ofSeconds(Long.parseLong(arguments[1])), Path.of(arguments[2]));
    bench.run(jar);
    bench.missed.forEach(gate -> System.err.println("Missed: " + gate));
    System.exit(bench.missed.isEmpty() ? 0 : 1);
  }

  private void run(Path jar) throws Exception {
    Files.createDirectories(reports);
    try (SlottedOllama ollama = new SlottedOllama(Duration.ofMillis(20));
        ServiceProcess bridge =
            new ServiceProcess(
                jar,
                reports.resolve("bridge-bench.log"),
                Map.of(
                    "OLLAMA_URL",
                    ollama.url(),
                    "BRIDGE_SLOTS",
                    "" + SLOTS,
                    "BRIDGE_QUEUE",
                    "64"))) {
      overhead(ollama, bridge, Duration.ofSeconds(20)); // warms up, and is not counted
      report.put("overhead", overhead(ollama, bridge, Duration.ofSeconds(60)));
      ollama.takes(ANSWER);
      report.put("load", load(ollama, bridge));
    }
    report.put("missed", missed);
    String json =
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(report);
    Files.writeString(reports.resolve("bridge.json"), json + "\n");
    System.out.println(json);
  }

  private void gate(String name, double figure, double limit) {
    System.out.printf("%-50s %10.2f (limit %.2f)%n", name, figure, limit);
    if (!(figure <= limit)) {
      missed.add("%s is %.2f, above %.2f".formatted(name, figure, limit));
    }
  }

  /** As many clients as slots, and as many that ask Ollama directly, all at the same time. */
  private Map<String, Object> overhead(SlottedOllama ollama, ServiceProcess bridge, Duration lasts)
      throws Exception {
    Queue<Double> direct = new ConcurrentLinkedQueue<>();
    Queue<Double> through = new ConcurrentLinkedQueue<>();
    long end = System.nanoTime() + lasts.toNanos();
    ollama.takes(Duration.ofMillis(20));
    together(
        2 * SLOTS,
        number -> {
          boolean directly = number % 2 == 0;
          HttpRequest request =
              directly
                  ? post(
                      ollama.url() + "/api/generate",
                      Map.of("model", "m", "prompt", PROMPT, "stream", false))
                  : post(bridge.url() + "/api/v1/generate", Map.of("model", "m", "prompt", PROMPT));
          while (System.nanoTime() < end) {
            long begin = System.nanoTime();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
              throw new IllegalStateException("Status " + answer.statusCode());
            }
            (directly ? direct : through).add((System.nanoTime() - begin) / 1e6);
          }
        });
    List<Double> one = sorted(direct);
    List<Double> other = sorted(through);
    if (lasts.toSeconds() >= 60) {
      gate("added at p50, ms", at(other, 0.5) - at(one, 0.5), 5);
      gate("added at p99, ms", at(other, 0.99) - at(one, 0.99), 15);
    }
    return Map.of(
        "direct", figures(one), "throughTheBridge", figures(other), "unit", "milliseconds");
  }

  private Map<String, Object> load(SlottedOllama ollama, ServiceProcess bridge) throws Exception {
    LongAdder sent = new LongAdder();
    Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
    Queue<Double> waits = new ConcurrentLinkedQueue<>();
    long begin = System.nanoTime();
    long end = begin + load.toNanos();
    Memory memory = new Memory(bridge, load);
    Thread watch = new Thread(memory, "memory");
    watch.setDaemon(true);
    watch.start();
    together(
        CLIENTS,
        number -> {
          for (int turn = number; System.nanoTime() < end; turn++) {
            boolean hasty = turn % 10 == 0;
            HttpRequest request =
                post(
                    bridge.url() + "/api/v1/generate",
                    Map.of("model", "m", "prompt", PROMPT, "deadlineSeconds", hasty ? 0.5 : 30));
            sent.increment();
            int status = -1;
            try {
              HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
              status = answer.statusCode();
              if (status == 200) {
                waits.add(json(answer).at("/timing/queued").asDouble());
              } else if (status == 429) {
                Thread.sleep(
                    1000L * Integer.parseInt(answer.headers().firstValue("Retry-After").get()));
              }
            } catch (IOException e) {
              // no answer: counted as -1
            }
            statuses.computeIfAbsent(status, s -> new LongAdder()).increment();
          }
        });
    List<Double> waited = sorted(waits);
    long proper = List.of(200, 429, 504).stream().mapToLong(s -> count(statuses, s)).sum();
    gate("requests without a 200, 429 or 504", sent.sum() - proper, 0);
    gate("answers of other statuses", statuses.size() - known(statuses), 0);
    gate("questions that Ollama had at once", ollama.mostAtOnce(), SLOTS);
    gate("longest wait / median", waited.get(waited.size() - 1) / at(waited, 0.5), 3);
    memory.growth().ifPresent(growth -> gate("growth of resident memory, %", growth, 10));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("clients", CLIENTS);
    result.put("seconds", load.toSeconds());
    result.put("sent", sent.sum());
    result.put("statuses", new TreeMap<>(statuses));
    result.put("answeredByOllama", ollama.answered());
    result.put("mostAtOnce", ollama.mostAtOnce());
    result.put("waitSeconds", figures(waited));
    result.put("residentMegabytes", memory.megabytes());
    return result;
  }

  private static long count(Map<Integer, LongAdder> statuses, int status) {
    return statuses.containsKey(status) ? statuses.get(status).sum() : 0;
  }

  private static long known(Map<Integer, LongAdder> statuses) {
    return statuses.keySet().stream().filter(List.of(200, 429, 504)::contains).count();
  }

  @FunctionalInterface
  private interface Work {
    void run(int number) throws Exception;
  }

  private static void together(int threads, Work work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int number = i;
      all.add(
          pool.submit(
              () -> {
                work.run(number);
                return null;
              }));
    }
    for (Future<?> one : all) {
      one.get();
    }
    pool.shutdown();
  }

  private static HttpRequest post(String url, Map<String, ?> body) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
        .build();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  private static List<Double> sorted(Queue<Double> figures) {
    return figures.stream().sorted().toList();
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
  }

  private static Map<String, Object> figures(List<Double> sorted) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("count", sorted.size());
    figures.put("p50", at(sorted, 0.5));
    figures.put("p99", at(sorted, 0.99));
    figures.put("longest", sorted.get(sorted.size() - 1));
    return figures;
  }

  /** Looks every five seconds; what counts begins when a fifth of the load is over. */
  private static final class Memory implements Runnable {
    private static final long EVERY = 5_000;

    private final ServiceProcess bridge;
    private final Duration load;
    private final List<Long> bytes = new ArrayList<>();

    Memory(ServiceProcess bridge, Duration load) {
      this.bridge = bridge;
      this.load = load;
    }

    @Override
    public void run() {
      try {
        for (long at = 0; at < load.toMillis(); at += EVERY) {
          Thread.sleep(EVERY);
          OptionalLong now = bridge.resident();
          if (now.isPresent()) {
            synchronized (bytes) {
              bytes.add(now.getAsLong());
            }
          }
        }
      } catch (IOException | InterruptedException e) {
        Thread.currentThread().interrupt(); // the bench is over
      }
    }

    /** Per cent, from the end of the first minute of five to the most after it. */
    OptionalDouble growth() {
      synchronized (bytes) {
        int from = bytes.size() / 5;
        if (from == 0) {
          return OptionalDouble.empty();
        }
        long before = bytes.get(from - 1);
        long most = bytes.stream().skip(from).mapToLong(now -> now).max().orElse(before);
        return OptionalDouble.of(100.0 * (most - before) / before);
      }
    }

    List<Long> megabytes() {
      synchronized (bytes) {
        return bytes.stream().map(b -> b >> 20).toList();
      }
    }
  }
}
