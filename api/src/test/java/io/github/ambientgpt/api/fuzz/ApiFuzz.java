package io.github.ambientgpt.api.fuzz;

import io.github.ambientgpt.api.ServiceProcess;
import io.github.ambientgpt.api.login.People;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Attacks the service with what nobody sends: requests that schemathesis makes of the OpenAPI
 * document, and recordings that were changed at random. Ends with 1 when something was found.
 *
 * <pre>
 * {@code ./mvnw verify -pl api -am -Pfuzz}
 * </pre>
 */
public final class ApiFuzz {
  private static final Path REPORT = Path.of("target", "reports", "fuzz.json");

  private ApiFuzz() {}

  public static void main(String[] arguments) throws Exception {
    ObjectNode report = JsonMapper.shared().createObjectNode();
    List<String> found = new ArrayList<>();
    Path folder = Files.createTempDirectory("ambient-gpt-fuzz");
    String only = System.getProperty("fuzz.only", "");
    try (ServiceProcess process =
        ServiceProcess.start(
            folder,
            List.of(
                "ambient-gpt.login.mode=password",
                "ambient-gpt.login.setup-code=" + People.CODE,
                "ambient-gpt.recognizers.loudness.model=any",
                "db-scheduler.polling-interval=200ms"))) {
      People people = new People(process.service());
      people.admin();
      People.Person clinician = people.join("beth", "clinician");
      if (only.isEmpty() || only.equals("requests")) {
        new RequestFuzz(process, clinician, folder)
            .run(Integer.getInteger("fuzz.requests", 10_000), report.putObject("requests"), found);
      }
      if (only.isEmpty() || only.equals("recordings")) {
        new RecordingFuzz(process, clinician)
            .run(
                Integer.getInteger("fuzz.recordings", 5_000),
                Long.getLong("fuzz.seed", System.nanoTime()),
                report.putObject("recordings"),
                found);
      }
      if (!process.isAlive()) {
        found.add("The service has ended");
      }
      if (process.log().contains("OutOfMemoryError")) {
        found.add("The service ran out of memory");
      }
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
    report.set("found", JsonMapper.shared().valueToTree(found));
    Files.createDirectories(REPORT.getParent());
    Files.writeString(
        REPORT, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report));
    found.forEach(System.out::println);
    System.out.println(report.toPrettyString());
    System.exit(found.isEmpty() ? 0 : 1);
  }
}
