package io.github.ambientgpt.api.fuzz;

import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import io.github.ambientgpt.api.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Recordings that are damaged: the samples, with bytes changed, cut out, doubled or exchanged. Each
 * is refused with a problem of its own, or taken and then heard or failed as one job.
 */
final class RecordingFuzz {
  private static final Path SAMPLES =
      Path.of("core", "ambient-gpt-audio", "src", "test", "resources", "samples");
  private static final int AT_ONCE = 3;

  private RecordingFuzz() {}

  static List<String> run(ServiceProcess process, Service clinician, ObjectNode figures)
      throws Exception {
    int count = Integer.getInteger("fuzz.recordings", 5000);
    long seed = Long.getLong("fuzz.seed", 1L);
    List<byte[]> samples = samples();
    List<String> findings = Collections.synchronizedList(new ArrayList<>());
    Map<String, Integer> outcomes = Collections.synchronizedMap(new TreeMap<>());
    String visit = clinician.encounter("Damaged recordings").header("Location");
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      all.add(
          threads.submit(
              () -> {
                Random random = new Random(seed * 1_000_003 + number);
                byte[] damaged = damaged(samples, random);
                try {
                  outcomes.merge(send(clinician, visit, damaged), 1, Integer::sum);
                } catch (AssertionError | RuntimeException e) {
                  findings.add("recording %d (-Dfuzz.seed=%d): %s".formatted(number, seed, e));
                }
              }));
    }
    for (Future<?> each : all) {
      each.get(10, TimeUnit.MINUTES);
    }
    threads.shutdown();
    figures.put("recordings", count);
    outcomes.forEach(figures::put);
    System.out.printf("%d damaged recordings: %s%n", count, outcomes);
    if (!process.isAlive()) {
      findings.add("the service ended");
    }
    return findings;
  }

  private static List<byte[]> samples() throws IOException {
    Path root = Path.of(System.getProperty("project.root", ".."));
    try (Stream<Path> files = Files.list(root.resolve(SAMPLES))) {
      List<byte[]> samples = new ArrayList<>();
      for (Path file : files.filter(f -> !f.toString().endsWith(".md")).sorted().toList()) {
        samples.add(Files.readAllBytes(file));
      }
      return samples;
    }
  }

  private static byte[] damaged(List<byte[]> samples, Random random) {
    byte[] bytes = samples.get(random.nextInt(samples.size())).clone();
    int times = 1 + random.nextInt(8);
    for (int i = 0; i < times && bytes.length > 16; i++) {
      // Half of it where a format says what follows.
      int reach = random.nextBoolean() ? Math.min(512, bytes.length) : bytes.length;
      int at = random.nextInt(reach);
      int length = Math.min(1 + random.nextInt(64), bytes.length - at);
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> {
          byte[] noise = new byte[length];
          random.nextBytes(noise);
          System.arraycopy(noise, 0, bytes, at, length);
        }
        case 2 -> Arrays.fill(bytes, at, at + length, (byte) (random.nextBoolean() ? 0xff : 0));
        case 3 -> bytes = Arrays.copyOf(bytes, at + 1);
        case 4 -> bytes = joined(Arrays.copyOf(bytes, at), bytes, at + length);
        default -> {
          byte[] other = samples.get(random.nextInt(samples.size()));
          bytes = joined(Arrays.copyOf(bytes, at), other, random.nextInt(other.length));
        }
      }
    }
    return bytes;
  }

  private static byte[] joined(byte[] head, byte[] tail, int from) {
    byte[] whole = Arrays.copyOf(head, head.length + tail.length - from);
    System.arraycopy(tail, from, whole, head.length, tail.length - from);
    return whole;
  }

  /** What became of it, in words; whatever is no answer of the contract is an error. */
  private static String send(Service clinician, String visit, byte[] recording) {
    Answer answer = clinician.post(visit + "/recordings").file("visit.wav", recording).send();
    if (answer.status() != 201) {
      if (answer.status() / 100 != 4) {
        throw new AssertionError(answer.status() + " " + answer.text());
      }
      String type = answer.json().get("type").asString();
      return "refused as " + type.substring(type.lastIndexOf(':') + 1);
    }
    String path = answer.header("Location");
    Answer job =
        clinician.ended(
            clinician.post(path + ":transcribe").json("{\"recognizer\":\"loudness\"}").send());
    String state = job.json().get("state").asString();
    String type = job.json().at("/problem/type").asString("");
    if (state.equals("failed")
        && (type.endsWith(":defect") || type.endsWith(":interrupted") || type.isEmpty())) {
      throw new AssertionError("a job failed with " + type);
    }
    clinician.ask("DELETE", path).ifMatch(answer).send().is(204);
    return state.equals("failed")
        ? "failed as " + type.substring(type.lastIndexOf(':') + 1)
        : state;
  }
}
