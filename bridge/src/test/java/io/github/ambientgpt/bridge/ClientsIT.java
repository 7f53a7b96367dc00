package io.github.ambientgpt.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.contract.Part;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.languagemodel.Prompt;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.llm.BridgeProvider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Those that are made for the bridge, each as it is shipped, through its runnable jar to a real
 * {@code ollama serve} whose model is noise: core's provider, the command line, the api.
 */
@Tag("ollama")
class ClientsIT {
  private static final String OLLAMA = "http://127.0.0.1:11434";
  private static final String TOKEN = "a-token-of-some-length";
  private static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final Pattern ANSWERS =
      Pattern.compile("(?m)^bridge_answer_seconds_count(?:\\{[^}]*})? ([0-9.E]+)$");
  private static final String VISIT =
      "Doctor: What brings you in?\nPatient: I have had a dry cough for two weeks.\n";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir static Path folder;
  private static ServiceProcess bridge;

  @BeforeAll
  static void start() throws Exception {
    Part.require(
        "Ollama on 127.0.0.1:11434 with a model 'noise'",
        ollamaHasNoise(),
        "Start it with 'ollama serve', and give it any small model under that name: 'ollama cp"
            + " MODEL noise'.");
    bridge =
        new ServiceProcess(
            jar("bridge"),
            folder.resolve("bridge.log"),
            Map.of("OLLAMA_URL", OLLAMA, "BRIDGE_SLOTS", "1", "BRIDGE_TOKEN", TOKEN));
  }

  @AfterAll
  static void stop() {
    if (bridge != null) {
      bridge.close();
    }
  }

  private static boolean ollamaHasNoise() throws InterruptedException {
    try {
      return get(OLLAMA + "/api/tags").body().contains("noise");
    } catch (IOException e) {
      return false;
    }
  }

  private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + TOKEN).build(),
        BodyHandlers.ofString());
  }

  private static Path jar(String module) throws IOException {
    Path target = ROOT.resolve(module).resolve("target");
    if (Files.isDirectory(target)) {
      try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "*-exec.jar")) {
        for (Path jar : jars) {
          return jar;
        }
      }
    }
    Part.require(
        "The runnable jar of " + module,
        false,
        "Make it with './mvnw package -DskipTests -am -pl " + module + "'.");
    throw new AssertionError("not reached");
  }

  /** How many answers the bridge has had from Ollama. */
  private static double answers() throws IOException, InterruptedException {
    Matcher count = ANSWERS.matcher(get(bridge.url() + "/actuator/prometheus").body());
    double all = 0;
    while (count.find()) {
      all += Double.parseDouble(count.group(1));
    }
    return all;
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  @Test
  void coresProviderStreamsAnAnswerThatIsBoundToItsSchema() throws Exception {
    double before = answers();
    String schema =
        """
        {"type": "object", "additionalProperties": false, "required": ["side"],
         "properties": {"side": {"enum": ["left", "right"]}}}
        """;
    Settings settings =
        Settings.of(Settings.URL, bridge.url())
            .with(Settings.MODEL, "noise")
            .with(Settings.KEY, TOKEN);

    assertThat(new BridgeProvider().probe(settings).ready()).isTrue();
    try (LanguageModel model = new BridgeProvider().create(settings)) {
      String answer =
          model.answer(new Prompt("Answer.", "I cough.", Optional.of(schema)), Monitor.NONE);

      assertThat(json(answer).path("side").asString()).isIn("left", "right");
    }
    assertThat(answers()).isEqualTo(before + 1);
  }

  @Test
  void aModelThatIsNotThereIsSaidSoWithThoseThatAre() {
    Settings settings =
        Settings.of(Settings.URL, bridge.url())
            .with(Settings.MODEL, "no-such-model")
            .with(Settings.KEY, TOKEN);

    assertThat(new BridgeProvider().probe(settings).remedy())
        .contains("has no model 'no-such-model'", "noise");
  }

  @Test
  void theCommandLineDraftsANoteThroughIt() throws Exception {
    double before = answers();
    Path visit = Files.writeString(folder.resolve("visit.txt"), VISIT);
    Path out = folder.resolve("note.json");
    Path err = folder.resolve("note.err");
    ProcessBuilder command =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar",
                    jar("core/ambient-gpt-cli").toString(),
                    "note",
                    "--llm",
                    "bridge",
                    "--llm-url",
                    bridge.url(),
                    "--llm-model",
                    "noise",
                    "--format",
                    "json",
                    visit.toString()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    command.environment().put("AMBIENT_GPT_LLM_KEY", TOKEN);
    command.environment().put("AMBIENT_GPT_HOME", folder.resolve("home").toString());
    Process process = command.start();

    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
    assertThat(process.exitValue()).as(Files.readString(err)).isZero();
    assertThat(json(Files.readString(out)).at("/generation/requested").asString())
        .isEqualTo("bridge/noise");
    assertThat(answers()).as(Files.readString(out)).isGreaterThan(before);
  }

  @Test
  void theApiDraftsANoteThroughIt() throws Exception {
    double before = answers();
    Map<String, String> environment =
        Map.of(
            "BASE_DIR",
            folder.resolve("app_data").toString(),
            "SPRING_APPLICATION_JSON",
            JsonMapper.shared()
                .writeValueAsString(
                    Map.of(
                        "ambient-gpt.language-model",
                        "bridge",
                        "ambient-gpt.language-models.bridge.url",
                        bridge.url(),
                        "ambient-gpt.language-models.bridge.model",
                        "noise",
                        "ambient-gpt.language-models.bridge.key",
                        TOKEN)));
    try (ServiceProcess api =
        new ServiceProcess(jar("api"), folder.resolve("api.log"), environment)) {
      HttpResponse<String> preview =
          CLIENT.send(
              HttpRequest.newBuilder(URI.create(api.url() + "/api/v1/notes:preview"))
                  .header("Content-Type", "application/json")
                  .POST(
                      BodyPublishers.ofString(
                          JsonMapper.shared().writeValueAsString(Map.of("transcript", VISIT))))
                  .build(),
              BodyHandlers.ofString());

      assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
      assertThat(preview.body()).contains("bridge/noise");
    }
    assertThat(answers()).isGreaterThan(before);
  }
}
