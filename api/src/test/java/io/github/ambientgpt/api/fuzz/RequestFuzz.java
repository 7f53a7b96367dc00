package io.github.ambientgpt.api.fuzz;

import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.ServiceProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * schemathesis against the OpenAPI document of the running service, with the token of a clinician.
 * It is installed under {@code target/}, which needs Python 3.10 or newer.
 */
final class RequestFuzz {
  private static final String VERSION = "4.32.5";
  private static final int LEAST = 10_000;
  private static final double MOST_MORE_MB = 40;
  private static final Path HOME = Path.of("target", "schemathesis");
  private static final Pattern GENERATED = Pattern.compile("(\\d[\\d,]*) generated");

  private RequestFuzz() {}

  static List<String> run(ServiceProcess process, Service clinician, ObjectNode figures)
      throws IOException, InterruptedException {
    String token =
        clinician
            .post("/api/v1/tokens", "{\"name\":\"fuzz\",\"scopes\":[\"write\"],\"days\":1}")
            .is(201)
            .json()
            .get("secret")
            .asString();
    Path program = install();
    int examples = Integer.getInteger("fuzz.examples", 100);
    run(program, process, token, 2, 0); // what is loaded at first use is no leak
    double before = process.liveMegabytes();
    List<String> findings = new ArrayList<>();
    String output = run(program, process, token, examples, 1);
    double after = process.liveMegabytes();
    long requests =
        GENERATED
            .matcher(output)
            .results()
            .map((MatchResult found) -> Long.parseLong(found.group(1).replace(",", "")))
            .reduce(0L, Long::sum);
    figures.put("requests", requests).put("heapBeforeMb", before).put("heapAfterMb", after);
    System.out.printf("%d requests; heap %.1f MB before, %.1f MB after%n", requests, before, after);
    if (output.contains("= FAILURES =") || output.contains("= ERRORS =")) {
      findings.add("schemathesis found something: " + HOME.resolve("output.txt"));
    }
    if (requests < LEAST) {
      findings.add("only %d requests of %d: more by -Dfuzz.examples".formatted(requests, LEAST));
    }
    if (after - before > MOST_MORE_MB) {
      findings.add("the heap grew by %.1f MB".formatted(after - before));
    }
    if (!process.isAlive()) {
      findings.add("the service ended: " + process.log());
    }
    return findings;
  }

  private static Path install() throws IOException, InterruptedException {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
    Path bin = HOME.resolve(windows ? "Scripts" : "bin");
    Path program = bin.resolve(windows ? "schemathesis.exe" : "schemathesis");
    if (!Files.exists(program)) {
      String python = System.getProperty("fuzz.python", windows ? "python" : "python3");
      call(List.of(python, "-m", "venv", HOME.toString()));
      call(
          List.of(
              bin.resolve(windows ? "python.exe" : "python").toString(),
              "-m",
              "pip",
              "-q",
              "install",
              "schemathesis==" + VERSION));
    }
    return program.toAbsolutePath();
  }

  private static void call(List<String> command) throws IOException, InterruptedException {
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException("This failed: " + String.join(" ", command));
    }
  }

  private static String run(
      Path program, ServiceProcess process, String token, int examples, int seed)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString(), "run"));
    command.add(process.base() + "/v3/api-docs");
    command.addAll(List.of("-H", "Authorization: Bearer " + token));
    command.addAll(
        List.of(
            "--checks",
            "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"));
    command.addAll(List.of("--max-examples", "" + examples, "--seed", "" + seed));
    command.addAll(List.of("--exclude-path-regex", "events$")); // they stream until a job ends
    command.addAll(List.of("--workers", "2", "--request-timeout", "60", "--no-color"));
    command.addAll(List.of("--suppress-health-check", "all"));
    Process schemathesis =
        new ProcessBuilder(command).directory(HOME.toFile()).redirectErrorStream(true).start();
    StringBuilder output = new StringBuilder();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(schemathesis.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.append(line).append('\n');
      }
    }
    schemathesis.waitFor();
    Files.writeString(HOME.resolve("output.txt"), output);
    return output.toString();
  }
}
