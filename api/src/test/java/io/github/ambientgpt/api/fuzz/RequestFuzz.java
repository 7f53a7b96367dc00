package io.github.ambientgpt.api.fuzz;

import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import io.github.ambientgpt.api.ServiceProcess;
import io.github.ambientgpt.api.SpeechSample;
import io.github.ambientgpt.api.login.People;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Has schemathesis send requests that the OpenAPI document allows, and such as it forbids, as a
 * clinician: there may be no 5xx, nothing that the document does not say, and no memory that is
 * never given back.
 */
final class RequestFuzz {
  private static final String SCHEMATHESIS = "schemathesis==4.32.5";
  private static final String CHECKS =
      "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance";

  /** It would take away its own token, or the password of everybody. */
  private static final List<String> LEFT_OUT = List.of("revokeToken", "logOut", "changePassword");

  private static final int ROUND = 20;
  private static final int MOST_ROUNDS = 12;

  /** How much more of the heap may be in use than after the first round, in bytes. */
  private static final long MOST_GROWTH = 48L << 20;

  private final ServiceProcess process;
  private final People.Person clinician;
  private final Path folder;

  RequestFuzz(ServiceProcess process, People.Person clinician, Path folder) {
    this.process = process;
    this.clinician = clinician;
    this.folder = folder;
  }

  void run(int requests, ObjectNode report, List<String> found)
      throws IOException, InterruptedException {
    Path program = installed();
    Path document = folder.resolve("openapi.json");
    Files.writeString(document, clinician.service().get("/v3/api-docs").is(200).text());
    String token = token();
    long first = 0;
    long sent = 0;
    for (int round = 1; sent < requests && round <= MOST_ROUNDS; round++) {
      Path hooks = folder.resolve("hooks.py");
      Files.write(hooks, RequestFuzz.class.getResourceAsStream("hooks.py").readAllBytes());
      Path config =
          Files.writeString(
              folder.resolve("schemathesis.toml"),
              "hooks = \"%s\"\n\n".formatted(hooks.toString().replace("\\", "\\\\")) + config());
      JsonNode told = round(program, config, document, token);
      sent += told.at("/test_cases/generated").asLong();
      told.get("failures").forEach(failure -> found.add(told(failure)));
      told.get("errors").forEach(error -> found.add("error: " + error));
      long used = process.heapAfterCollection();
      first = first == 0 ? used : first;
      report.put("sent", sent).put("heapFirst", first).put("heapLast", used);
      System.out.printf("%d requests, %d MB of heap in use%n", sent, used >> 20);
    }
    if (sent < requests) {
      found.add("Only %d of %d requests were sent".formatted(sent, requests));
    }
    long growth = report.get("heapLast").asLong() - first;
    if (growth > MOST_GROWTH) {
      found.add("The heap in use has grown by %d MB".formatted(growth >> 20));
    }
  }

  private static String told(JsonNode failure) {
    String text = failure.toString();
    return text.substring(0, Math.min(2000, text.length()));
  }

  /** In a folder of its own, so that nothing of this machine is changed. */
  private static Path installed() throws IOException, InterruptedException {
    Path home = Path.of("target", "fuzz", SCHEMATHESIS.replace("==", "-")).toAbsolutePath();
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    Path programs = home.resolve(windows ? "Scripts" : "bin");
    Path program = programs.resolve(windows ? "schemathesis.exe" : "schemathesis");
    if (!Files.exists(program)) {
      run(List.of(windows ? "python" : "python3", "-m", "venv", home.toString()));
      run(
          List.of(
              programs.resolve(windows ? "python.exe" : "python").toString(),
              "-m",
              "pip",
              "install",
              "--quiet",
              SCHEMATHESIS));
    }
    return program;
  }

  private static int run(List<String> command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private String token() {
    return clinician
        .service()
        .post(
            "/api/v1/tokens",
            "{\"name\": \"fuzz\", \"scopes\": [\"read\", \"write\", \"transcribe\"], \"days\": 1}")
        .is(201)
        .json()
        .get("secret")
        .asString();
  }

  private JsonNode round(Path program, Path config, Path document, String token)
      throws IOException, InterruptedException {
    Path told = folder.resolve("told.json");
    Files.deleteIfExists(told);
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--config-file",
                config.toString(),
                "--no-color",
                "run",
                document.toString(),
                "--url",
                process.base().toString(),
                "--header",
                "Authorization: Bearer " + token,
                "--checks",
                CHECKS,
                "--phases",
                "examples,coverage,fuzzing",
                "--max-examples",
                Integer.toString(ROUND),
                "--workers",
                "2",
                "--request-timeout",
                "60",
                "--continue-on-failure",
                "--generation-database",
                "none",
                "--warnings",
                "off",
                "--report",
                "json",
                "--report-json-path",
                told.toString()));
    LEFT_OUT.forEach(
        operation -> {
          command.add("--exclude-operation-id");
          command.add(operation);
        });
    int code = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start().waitFor();
    if (!Files.exists(told)) {
      throw new IOException("schemathesis ended with " + code + " and without a report");
    }
    return JsonMapper.shared().readTree(Files.readString(told));
  }

  /**
   * Things that are there, so that more is reached than 404. What is deleted is somebody else's:
   * there ids are made up.
   */
  private String config() {
    Service service = clinician.service();
    Answer visit = service.encounter("Fuzz").is(201);
    String path = visit.header("Location");
    Answer recording =
        service.post(path + "/recordings").file("a.wav", SpeechSample.wav(1)).send().is(201);
    Answer transcript =
        service
            .post(
                path + "/transcripts",
                "{\"content\": \"Doctor: What brings you in?\\nPatient: A dry cough for two weeks.\"}")
            .is(201);
    Answer note = service.result(service.post(path + "/notes").send());
    Map<String, String> ids = new LinkedHashMap<>();
    ids.put("/api/v1/encounters/{", visit.id().toString());
    ids.put("/api/v1/recordings/{", recording.id().toString());
    ids.put("/api/v1/transcripts/{", transcript.id().toString());
    ids.put("/api/v1/notes/{", note.id().toString());
    StringBuilder config = new StringBuilder();
    JsonNode document = service.get("/v3/api-docs").json();
    document
        .get("paths")
        .properties()
        .forEach(
            item ->
                ids.forEach(
                    (prefix, id) -> {
                      if (item.getKey().startsWith(prefix)) {
                        item.getValue()
                            .properties()
                            .forEach(
                                operation ->
                                    configure(
                                        config,
                                        item.getKey(),
                                        operation.getKey(),
                                        operation.getValue(),
                                        prefix,
                                        id));
                      }
                    }));
    return config.toString();
  }

  private static void configure(
      StringBuilder config,
      String path,
      String method,
      JsonNode operation,
      String prefix,
      String id) {
    if (!operation.has("operationId") || method.equals("delete")) {
      return;
    }
    String name = path.substring(prefix.length(), path.indexOf('}'));
    config
        .append("[[operations]]\ninclude-operation-id = \"")
        .append(operation.get("operationId").asString())
        .append("\"\nparameters = { \"path.")
        .append(name)
        .append("\" = \"")
        .append(id)
        .append("\" }\n\n");
  }
}
