package io.github.ambientgpt.api.fuzz;

import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.ServiceProcess;
import io.github.ambientgpt.api.login.People;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends the running service what nobody would: requests that schemathesis makes up from its OpenAPI
 * document, and recordings that are damaged. Ends with 1 on a finding; {@code -Dfuzz.only} names
 * {@code requests} or {@code recordings}.
 */
public final class Fuzz {
  private static final Path REPORT = Path.of("target", "reports", "fuzz.json");

  private Fuzz() {}

  public static void main(String[] arguments) throws Exception {
    List<String> only =
        Stream.of(System.getProperty("fuzz.only", "").split(","))
            .filter(name -> !name.isBlank())
            .toList();
    ObjectNode report = JsonMapper.shared().createObjectNode();
    List<String> findings = new ArrayList<>();
    Path folder = Files.createTempDirectory("ambient-gpt-fuzz");
    try (ServiceProcess process =
        ServiceProcess.start(
            folder,
            List.of(
                "ambient-gpt.login.mode=password",
                "ambient-gpt.login.setup-code=" + People.CODE,
                "ambient-gpt.recognizers.loudness.model=any",
                "ambient-gpt.models-folder=" + folder.resolve("models"),
                // nobody serves models there: a stranger's request must not download 1.5 GB
                "AMBIENT_GPT_MODELS_MIRROR=http://127.0.0.1:1"))) {
      Service clinician = new People(process.service()).join("fuzz", "clinician").service();
      if (only.isEmpty() || only.contains("requests")) {
        findings.addAll(RequestFuzz.run(process, clinician, report.putObject("requests")));
      }
      if (only.isEmpty() || only.contains("recordings")) {
        findings.addAll(RecordingFuzz.run(process, clinician, report.putObject("recordings")));
      }
    }
    delete(folder);
    findings.forEach(report.putArray("findings")::add);
    Files.createDirectories(REPORT.getParent());
    Files.writeString(
        REPORT, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report));
    findings.stream().limit(40).forEach(System.out::println);
    System.out.printf("%d findings; %s%n", findings.size(), REPORT);
    System.exit(findings.isEmpty() ? 0 : 1);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
