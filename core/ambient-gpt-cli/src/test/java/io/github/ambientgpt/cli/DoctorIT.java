package io.github.ambientgpt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the runnable jar's doctor says of every part, in three states of a machine. */
class DoctorIT {
  private static final String KEY = "k3y-that-nobody-takes";
  private static final Path MODEL =
      Path.of(
          "../ambient-gpt-asr-whisper/src/test/resources/io/github/ambientgpt/asr/whisper",
          "ggml-tiny.en-no-weights.bin");

  @TempDir Path folder;

  @Test
  void nothing_is_there() throws Exception {
    assertThat(states(Map.of())).isEqualTo(table("nothing"));
  }

  @Test
  void a_key_is_refused_by_the_server() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    List<String> keys = Collections.synchronizedList(new ArrayList<>());
    server.createContext(
        "/",
        exchange -> {
          keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] body =
              "{\"error\": {\"code\": \"invalid_api_key\"}}".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(401, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
      assertThat(
              states(
                  Map.of(
                      "AMBIENT_GPT_ASR", "openai",
                      "AMBIENT_GPT_ASR_URL", url,
                      "AMBIENT_GPT_ASR_KEY", KEY,
                      "AMBIENT_GPT_LLM", "openai",
                      "AMBIENT_GPT_LLM_MODEL", "gpt-4o",
                      "AMBIENT_GPT_LLM_URL", url,
                      "AMBIENT_GPT_LLM_KEY", KEY)))
          .isEqualTo(table("refused key"));
      assertThat(keys).containsExactly("Bearer " + KEY, "Bearer " + KEY);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void a_model_file_is_there() throws Exception {
    Path models = Files.createDirectories(folder.resolve("home").resolve("models"));
    Files.copy(MODEL, models.resolve("ggml-base.en.bin"));

    assertThat(states(Map.of())).isEqualTo(table("model file"));
  }

  /** Of each part, by kind and id: what it lacks, or that it is ready. */
  private Map<String, String> states(Map<String, String> variables)
      throws IOException, InterruptedException {
    ProcessBuilder doctor =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            System.getProperty("cli.exec-jar"),
            "doctor",
            "--format",
            "json");
    doctor.environment().keySet().removeIf(name -> name.startsWith("AMBIENT_GPT_"));
    doctor.environment().put("AMBIENT_GPT_HOME", folder.resolve("home").toString());
    doctor.environment().putAll(variables);
    Path out = folder.resolve("doctor.json");
    Process process =
        doctor.redirectOutput(out.toFile()).redirectError(folder.resolve("err").toFile()).start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
    assertThat(process.exitValue()).isZero();
    String report = Files.readString(out);
    assertThat(report).doesNotContain(KEY);
    Map<String, String> states = new LinkedHashMap<>();
    for (JsonNode part : JsonMapper.shared().readTree(report).path("parts")) {
      states.put(
          part.path("kind").asString() + " " + part.path("id").asString(),
          part.path("ready").asBoolean() ? "ready" : lacking(part));
    }
    return states;
  }

  private static String lacking(JsonNode part) {
    List<String> lacking = new ArrayList<>();
    for (JsonNode need : part.path("needs")) {
      if (!need.path("met").asBoolean()) {
        lacking.add(need.path("what").asString());
        assertThat(need.path("detail").asString()).as("how to get it").matches("(?s).{10,}[.]");
      }
    }
    return String.join(" + ", lacking);
  }

  private static Map<String, String> table(String state) throws IOException {
    List<String[]> rows =
        Files.readAllLines(Path.of("src/test/resources/io/github/ambientgpt/cli/doctor-states.tsv"))
            .stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t"))
            .toList();
    int column = Arrays.asList(rows.get(0)).indexOf(state);
    Map<String, String> states = new LinkedHashMap<>();
    rows.stream().skip(1).forEach(row -> states.put(row[0], row[column]));
    return states;
  }
}
