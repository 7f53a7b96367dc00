package io.github.ambientgpt.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.contract.PlayedServer;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.languagemodel.Prompt;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.llm.BridgeProvider;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Our own client through the bridge to a server that plays Ollama. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "ambient-gpt.bridge.timeout=5s",
      "ambient-gpt.bridge.token=" + BridgeClientTest.TOKEN
    })
class BridgeClientTest {
  static final String TOKEN = "a-token-of-some-length";

  private static final String PATH = "/api/chat";
  private static final PlayedServer OLLAMA = PlayedServer.start();
  private static final Prompt QUESTION =
      new Prompt("Write a note.", "I cough.", Optional.of("{\"type\":\"object\"}"));

  @LocalServerPort int port;

  @DynamicPropertySource
  static void ollamaUrl(DynamicPropertyRegistry registry) {
    registry.add("ambient-gpt.bridge.ollama-url", OLLAMA::url);
  }

  @AfterAll
  static void stop() {
    OLLAMA.close();
  }

  private String ask() {
    Settings settings =
        Settings.of(Settings.URL, "http://127.0.0.1:" + port)
            .with(Settings.MODEL, "llama3")
            .with(Settings.KEY, TOKEN)
            .with("retries", "0");
    try (LanguageModel model = new BridgeProvider().create(settings)) {
      return model.answer(QUESTION, Monitor.NONE);
    }
  }

  @Test
  void anAnswerComesBackAndTheInstructionsGoThrough() {
    OLLAMA.at(
        PATH,
        (question, reply) -> {
          reply.type("application/x-ndjson");
          reply.say("{\"message\": {\"content\": \"{}\"}, \"done\": false}\n");
          reply.say("{\"message\": {\"content\": \"\"}, \"done\": true}\n");
        });

    assertThat(ask()).isEqualTo("{}");
    assertThat(OLLAMA.questions(PATH))
        .last()
        .satisfies(
            question ->
                assertThat(question.body())
                    .contains("llama3:latest", "Write a note.", "I cough.", "\"type\":\"object\""));
  }

  @Test
  void aModelThatOllamaDoesNotHaveIsNamed() {
    OLLAMA.at(PATH, (question, reply) -> reply.status(404).json("{\"error\": \"not found\"}"));

    assertThatThrownBy(this::ask)
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("has no model 'llama3'. Get it with 'ollama pull'");
  }

  @Test
  void anOllamaThatTakesTooLongIsToldFromABridgeThatFails() {
    OLLAMA.at(PATH, (question, reply) -> reply.hang());

    assertThatThrownBy(this::ask)
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("waited too long for its model (status 504)");
  }

  @Test
  void anOllamaThatFailsIsSaidSo() {
    OLLAMA.at(PATH, (question, reply) -> reply.status(500).json("{\"error\": \"oops\"}"));

    assertThatThrownBy(this::ask)
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("has failed (status 502)");
  }
}
