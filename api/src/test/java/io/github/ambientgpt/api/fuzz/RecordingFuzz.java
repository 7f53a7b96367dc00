package io.github.ambientgpt.api.fuzz;

import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import io.github.ambientgpt.api.ServiceProcess;
import io.github.ambientgpt.api.login.People;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends recordings that were changed at random, and has those that are taken listened to: each is
 * refused with a 4xx of its own, or its job fails or succeeds, and the service goes on.
 */
final class RecordingFuzz {
  private static final Path SAMPLES =
      Path.of(
          System.getProperty("project.root", ".."),
          "core/ambient-gpt-audio/src/test/resources/samples");
  private static final int A_VISIT = 100;
  private static final int SENDERS = 4;
  private static final int LONGEST = 200_000;

  private final ServiceProcess process;
  private final Service service;

  RecordingFuzz(ServiceProcess process, People.Person clinician) {
    this.process = process;
    this.service = clinician.service();
  }

  private record Sample(String name, byte[] bytes) {}

  private record Sent(int number, Sample sample, byte[] bytes) {}

  private record Told(Sent sent, String outcome) {}

  void run(int count, long seed, ObjectNode report, List<String> found)
      throws IOException, InterruptedException {
    List<Sample> samples = samples();
    Random random = new Random(seed);
    Map<String, Integer> outcomes = new TreeMap<>();
    long first = 0;
    int sent = 0;
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    try {
      while (sent < count && process.isAlive()) {
        Answer visit = service.encounter("Fuzz").is(201);
        List<Callable<Told>> visits = new ArrayList<>();
        for (int i = 0; i < A_VISIT && sent < count; i++) {
          Sample sample = samples.get(random.nextInt(samples.size()));
          byte[] bytes = changed(sample.bytes(), samples, random);
          Sent each = new Sent(sent++, sample, bytes);
          visits.add(() -> new Told(each, outcome(visit, sample.name(), bytes)));
        }
        for (Future<Told> each : senders.invokeAll(visits)) {
          Told told = each.get();
          outcomes.merge(told.outcome(), 1, Integer::sum);
          if (told.outcome().startsWith("!")) {
            found.add("%s: -Dfuzz.seed=%d, %s".formatted(told.outcome(), seed, kept(told.sent())));
          }
        }
        service
            .ask("DELETE", visit.header("Location"))
            .ifMatch(service.get(visit.header("Location")))
            .send()
            .is(204);
        first = first == 0 ? process.heapAfterCollection() : first;
        System.out.printf("%d recordings%n", sent);
      }
    } catch (ExecutionException e) {
      found.add("!no answer: " + e.getCause());
    } finally {
      senders.shutdownNow();
    }
    report.put("sent", sent).put("seed", seed).put("heapFirst", first);
    report.put("heapLast", process.isAlive() ? process.heapAfterCollection() : -1);
    outcomes.forEach(report.putObject("outcomes")::put);
  }

  /** So that it can be looked at. */
  private static Path kept(Sent sent) throws IOException {
    return Files.write(
        Files.createDirectories(Path.of("target", "fuzz"))
            .resolve(sent.number() + "-" + sent.sample().name()),
        sent.bytes());
  }

  private static List<Sample> samples() throws IOException {
    List<Sample> samples = new ArrayList<>();
    try (Stream<Path> files = Files.list(SAMPLES)) {
      for (Path file : files.filter(f -> !f.toString().endsWith(".md")).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        samples.add(
            new Sample(
                file.getFileName().toString(),
                Arrays.copyOf(bytes, Math.min(LONGEST, bytes.length))));
      }
    }
    return samples;
  }

  /** What is found begins with an exclamation mark. */
  private String outcome(Answer visit, String name, byte[] bytes) {
    Answer upload = service.post(visit.header("Location") + "/recordings").file(name, bytes).send();
    if (upload.status() != 201) {
      return (upload.status() / 100 == 4 ? "" : "!") + "refused " + type(upload.json());
    }
    JsonNode job =
        service
            .ended(
                service.post(
                    upload.header("Location") + ":transcribe", "{\"recognizer\": \"loudness\"}"))
            .json();
    String state = job.get("state").asString();
    if (!state.equals("failed")) {
      return "heard";
    }
    JsonNode problem = job.get("problem");
    return (problem.get("status").asInt() / 100 == 4 ? "" : "!") + "job failed " + type(problem);
  }

  private static String type(JsonNode problem) {
    String type = problem.path("type").asString("");
    return type.substring(type.lastIndexOf(':') + 1);
  }

  private static byte[] changed(byte[] sample, List<Sample> samples, Random random) {
    byte[] bytes = sample.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes && bytes.length > 8; i++) {
      bytes = change(bytes, samples, random);
    }
    return bytes;
  }

  private static byte[] change(byte[] bytes, List<Sample> samples, Random random) {
    int at = place(bytes.length, random);
    int length = 1 + random.nextInt(Math.min(2048, bytes.length - at));
    switch (random.nextInt(7)) {
      case 0 -> { // flipped bits
        for (int i = 0; i < length; i += 1 + random.nextInt(64)) {
          bytes[at + i] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
      }
      case 1 -> { // other bytes
        byte[] others = new byte[length];
        random.nextBytes(others);
        System.arraycopy(others, 0, bytes, at, length);
        return bytes;
      }
      case 2 -> { // lengths that cannot be
        byte extreme = (byte) (random.nextBoolean() ? 0xFF : random.nextBoolean() ? 0x7F : 0);
        Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), extreme);
        return bytes;
      }
      case 3 -> {
        return Arrays.copyOf(bytes, at + 1); // cut
      }
      case 4 -> {
        return joined(bytes, 0, at, bytes, at + length, bytes.length); // a hole
      }
      case 5 -> {
        return joined(bytes, 0, Math.min(bytes.length, at + length), bytes, at, bytes.length);
      }
      default -> { // the end of another form
        byte[] other = samples.get(random.nextInt(samples.size())).bytes();
        return joined(bytes, 0, at, other, place(other.length, random), other.length);
      }
    }
  }

  /** Half of them near the beginning, where headers stand. */
  private static int place(int length, Random random) {
    return random.nextInt(random.nextBoolean() ? Math.min(256, length) : length);
  }

  private static byte[] joined(byte[] one, int from, int to, byte[] two, int begin, int end) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(one, from, to - from);
    out.write(two, begin, Math.max(0, end - begin));
    return out.toByteArray();
  }
}
