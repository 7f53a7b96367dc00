package io.github.ambientgpt.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.contract.PlayedServer;
import io.github.ambientgpt.core.contract.PlayedServer.Question;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.languagemodel.Prompt;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Settings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What servers are asked, when all is well. */
class QuestionsTest {
  private static final String SCHEMA =
      "{\"type\":\"object\",\"required\":[\"a\"],\"additionalProperties\":false,"
          + "\"properties\":{\"a\":{\"type\":\"string\"}}}";
  private static final Prompt BOUND = new Prompt("Write a note.", "I cough.", Optional.of(SCHEMA));
  private static final Prompt FREE = new Prompt("Write a note.", "I cough.", Optional.empty());

  private final PlayedServer server = PlayedServer.start();

  @AfterEach
  void close() {
    server.close();
  }

  private Question ask(Played played, Settings settings, Prompt prompt) {
    server.at(
        played.path, (question, reply) -> played.answer(reply, List.of("{\"a\":", " \"b\"}")));
    try (LanguageModel model = played.provider.create(settings)) {
      assertThat(model.answer(prompt, Monitor.NONE)).isEqualTo("{\"a\": \"b\"}");
    }
    List<Question> asked = server.questions(played.path);
    return asked.get(asked.size() - 1);
  }

  private Question ask(Played played, Prompt prompt) {
    return ask(played, played.settings(server), prompt);
  }

  @ParameterizedTest
  @EnumSource
  void the_model_is_shown_instructions_and_content(Played played) {
    assertThat(played.asked(ask(played, FREE))).isEqualTo("Write a note.I cough.");
  }

  @ParameterizedTest
  @EnumSource
  void instructions_or_content_may_be_left_out(Played played) {
    Prompt silent = new Prompt("", "I cough.", Optional.empty());
    Prompt bare = new Prompt("Write a note.", " ", Optional.empty());

    assertThat(played.asked(ask(played, silent))).isEqualTo("I cough.");
    assertThat(played.asked(ask(played, bare)).strip()).isEqualTo("Write a note.");
  }

  @ParameterizedTest
  @EnumSource
  void a_model_is_named_after_its_provider(Played played) {
    try (LanguageModel model = played.model(server)) {
      assertThat(model.name()).isEqualTo(played.provider.id() + "/noise");
      assertThat(model.toString()).doesNotContain(Played.KEY);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "LAMBIENT")
  void the_answer_is_bound_to_the_schema(Played played) {
    Question question = ask(played, BOUND);

    assertThat(played.schema(question)).isEqualTo(JsonMapper.shared().readTree(SCHEMA));
    assertThat(played.asked(question)).doesNotContain("additionalProperties");
  }

  @Test
  void the_predecessors_bridge_cannot_be_bound_and_is_told_the_schema_in_words() {
    JsonNode question = Played.json(ask(Played.LAMBIENT, BOUND));

    assertThat(question.path("is_json_output").asBoolean()).isTrue();
    assertThat(question.path("system_prompt").asString())
        .startsWith("Write a note.")
        .contains(SCHEMA);
    assertThat(question.path("prompt").asString()).isEqualTo("I cough.");
    assertThat(question.path("model").asString()).isEqualTo("noise");
  }

  @ParameterizedTest
  @ValueSource(strings = {"note", "response", "cleaned_text"})
  void a_bridge_may_put_the_answer_where_it_likes(String field) {
    server.at("/generate_note", (q, reply) -> reply.json("{\"" + field + "\": \"Cough.\"}"));

    try (LanguageModel model =
        Played.LAMBIENT.provider.create(
            Settings.of(Settings.URL, server.url() + "/generate_note"))) {
      assertThat(model.answer(FREE, Monitor.NONE)).isEqualTo("Cough.");
      assertThat(model.name()).isEqualTo("bridge/gemma3-4b");
    }
  }

  @Test
  void a_bridge_with_one_route_is_found_out_once() {
    try (LanguageModel model = Played.LAMBIENT.model(server)) {
      server.at(
          Played.LAMBIENT.path,
          (question, reply) -> Played.LAMBIENT.answer(reply, List.of("Cough.")));

      assertThat(model.answer(FREE, Monitor.NONE)).isEqualTo("Cough.");
      assertThat(model.answer(FREE, Monitor.NONE)).isEqualTo("Cough.");
    }
    assertThat(server.questions(Played.BRIDGE.path)).hasSize(1);
    assertThat(server.questions(Played.LAMBIENT.path)).hasSize(2);
  }

  @Test
  void a_schema_that_openai_takes_as_strict_is_sent_as_such() {
    String loose = SCHEMA.replace("\"required\":[\"a\"],", "");

    JsonNode strict = Played.json(ask(Played.OPENAI, BOUND)).at("/response_format/json_schema");
    JsonNode open =
        Played.json(ask(Played.OPENAI, new Prompt("i", "c", Optional.of(loose))))
            .at("/response_format/json_schema");

    assertThat(strict.path("strict").asBoolean()).isTrue();
    assertThat(open.path("strict").asBoolean(false)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENAI", "AZURE"})
  void a_server_that_refuses_a_schema_is_told_it_in_words_and_not_asked_again(Played played) {
    server.at(
        played.path,
        (question, reply) -> {
          if (question.body().contains("response_format")) {
            reply.status(400).json("{\"error\": {\"message\": \"Invalid parameter\"}}");
          } else {
            played.answer(reply, List.of("{}"));
          }
        });

    try (LanguageModel model = played.model(server)) {
      assertThat(model.answer(BOUND, Monitor.NONE)).isEqualTo("{}");
      assertThat(model.answer(BOUND, Monitor.NONE)).isEqualTo("{}");
    }
    List<Question> asked = server.questions(played.path);
    assertThat(asked).hasSize(3);
    assertThat(played.asked(asked.get(1))).contains(SCHEMA);
    assertThat(asked.get(2).body()).doesNotContain("response_format");
  }

  @Test
  void what_a_server_names_as_unsupported_is_left_out() {
    server.at(
        Played.OPENAI.path,
        (question, reply) -> {
          String body = question.body();
          if (body.contains("\"max_tokens\"")) {
            reply
                .status(400)
                .json(
                    "{\"error\": {\"message\": \"Unsupported parameter: 'max_tokens'. Use"
                        + " 'max_completion_tokens' instead.\", \"param\": \"max_tokens\"}}");
          } else if (body.contains("temperature")) {
            reply.status(400).json("{\"error\": {\"param\": \"temperature\"}}");
          } else if (body.contains("stream_options")) {
            reply.status(422).json("{\"detail\": \"extra: stream_options\"}");
          } else {
            Played.OPENAI.answer(reply, List.of("{}"));
          }
        });

    try (LanguageModel model =
        Played.OPENAI.provider.create(
            Played.OPENAI.settings(server).with(ServiceSettings.CONTEXT, "4096"))) {
      assertThat(model.answer(BOUND, Monitor.NONE)).isEqualTo("{}");
    }
    List<Question> asked = server.questions(Played.OPENAI.path);
    JsonNode last = Played.json(asked.get(asked.size() - 1));
    assertThat(last.path("max_completion_tokens").asInt()).isBetween(3000, 4096);
    assertThat(last.has("response_format")).isTrue();
  }

  @Test
  void an_answer_longer_than_a_server_allows_is_not_asked_for() {
    server.at(
        Played.OPENAI.path,
        (question, reply) -> {
          if (question.body().contains("max_")) {
            reply.status(400).json("{\"error\": {\"message\": \"max_tokens is too large\"}}");
          } else {
            Played.OPENAI.answer(reply, List.of("{}"));
          }
        });

    try (LanguageModel model =
        Played.OPENAI.provider.create(
            Played.OPENAI.settings(server).with(ServiceSettings.CONTEXT, "128000"))) {
      assertThat(model.answer(BOUND, Monitor.NONE)).isEqualTo("{}");
    }
    assertThat(server.questions(Played.OPENAI.path))
        .last()
        .satisfies(question -> assertThat(question.body()).contains("response_format"));
  }

  @Test
  void a_server_that_refuses_everything_is_given_up() {
    server.at(Played.OPENAI.path, (q, reply) -> reply.status(400).json("{\"error\": \"no\"}"));

    try (LanguageModel model = Played.OPENAI.model(server)) {
      assertThatThrownBy(() -> model.answer(BOUND, Monitor.NONE))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("does not understand the question (status 400)");
    }
    assertThat(server.questions(Played.OPENAI.path)).hasSize(2);
  }

  @Test
  void each_kind_of_server_is_shown_the_key_in_its_way() {
    assertThat(ask(Played.OPENAI, FREE).header("Authorization")).contains("Bearer " + Played.KEY);
    assertThat(ask(Played.OLLAMA, FREE).header("Authorization")).contains("Bearer " + Played.KEY);
    assertThat(ask(Played.BRIDGE, FREE).header("Authorization")).contains("Bearer " + Played.KEY);
    Question azure = ask(Played.AZURE, FREE);
    assertThat(azure.header("api-key")).contains(Played.KEY);
    assertThat(azure.header("Authorization")).isEmpty();
    assertThat(azure.query()).isEqualTo("api-version=2024-10-21");
  }

  @Test
  void azures_deployment_and_version_are_settings() {
    Settings settings =
        Played.AZURE
            .settings(server)
            .with(AzureOpenAiProvider.DEPLOYMENT, "scribe")
            .with(AzureOpenAiProvider.API_VERSION, "2025-01-01-preview");
    String path = "/openai/deployments/scribe/chat/completions";
    server.at(path, (question, reply) -> Played.AZURE.answer(reply, List.of("Cough.")));

    try (LanguageModel model = Played.AZURE.provider.create(settings)) {
      assertThat(model.name()).isEqualTo("azure/scribe");
      assertThat(model.answer(FREE, Monitor.NONE)).isEqualTo("Cough.");
    }
    assertThat(server.questions(path).get(0).query()).isEqualTo("api-version=2025-01-01-preview");
  }

  @Test
  void the_temperature_is_a_setting_and_nothing_when_not_given() {
    Settings warm = Played.OLLAMA.settings(server).with(ServiceSettings.TEMPERATURE, "0.7");

    assertThat(Played.json(ask(Played.OLLAMA, FREE)).at("/options/temperature").asDouble(9))
        .isZero();
    assertThat(Played.json(ask(Played.OPENAI, FREE)).path("temperature").asDouble(9)).isZero();
    assertThat(Played.json(ask(Played.OLLAMA, warm, FREE)).at("/options/temperature").asDouble())
        .isEqualTo(0.7);
  }

  private void ollamaShows(String parameters, long length) {
    String shown =
        "{\"parameters\": \"%s\", \"model_info\": {\"general.architecture\": \"llama\", \"llama.context_length\": %d}}"
            .formatted(parameters, length);
    server.at("/api/show", (question, reply) -> reply.json(shown));
  }

  @Test
  void ollama_says_its_context_and_is_told_to_make_room_for_what_is_needed() {
    ollamaShows("stop \\\"<end>\\\"", 131072);

    try (LanguageModel model = Played.OLLAMA.model(server)) {
      assertThat(model.contextTokens()).hasValue(131072);
    }
    JsonNode brief = Played.json(ask(Played.OLLAMA, FREE));
    assertThat(brief.at("/options/num_ctx").asInt()).isEqualTo(4096);
    assertThat(brief.at("/options/num_predict").asInt()).isBetween(3900, 4096 - 64);
    assertThat(brief.path("truncate").asBoolean(true)).isFalse();
    JsonNode visit =
        Played.json(
            ask(Played.OLLAMA, new Prompt("i", "I cough. ".repeat(8000), Optional.empty())));
    assertThat(visit.at("/options/num_ctx").asInt()).isEqualTo(32768);
  }

  @Test
  void ollama_is_asked_for_more_room_when_a_question_was_longer_than_it_seemed() {
    ollamaShows("", 20000);
    server.at(
        "/api/chat",
        (question, reply) -> {
          if (Played.json(question).at("/options/num_ctx").asInt() < 20000) {
            reply.status(400).json("{\"error\": \"the input length exceeds the context length\"}");
          } else {
            Played.OLLAMA.answer(reply, List.of("Cough."));
          }
        });

    try (LanguageModel model = Played.OLLAMA.model(server)) {
      assertThat(model.answer(FREE, Monitor.NONE)).isEqualTo("Cough.");
    }
    assertThat(server.questions("/api/chat"))
        .extracting(question -> Played.json(question).at("/options/num_ctx").asInt())
        .containsExactly(4096, 8192, 16384, 20000);
  }

  @Test
  void a_context_that_the_models_file_sets_is_kept() {
    ollamaShows("num_ctx                        8192\\nstop x", 131072);

    try (LanguageModel model = Played.OLLAMA.model(server)) {
      assertThat(model.contextTokens()).hasValue(8192);
    }
    assertThat(Played.json(ask(Played.OLLAMA, FREE)).at("/options/num_ctx").asInt())
        .isEqualTo(8192);
  }

  @Test
  void a_context_that_a_person_sets_is_kept_and_the_server_is_not_asked() {
    ollamaShows("", 131072);
    Settings settings = Played.OLLAMA.settings(server).with(ServiceSettings.CONTEXT, "6000");

    JsonNode question = Played.json(ask(Played.OLLAMA, settings, FREE));

    assertThat(question.at("/options/num_ctx").asInt()).isEqualTo(6000);
    assertThat(server.questions("/api/show")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"max_model_len\": 8192', 8192",
    "'\"context_length\": 4096', 4096",
    "'\"context_window\": 131072', 131072",
    "'\"max_context_length\": 2048', 2048",
    "'\"meta\": {\"n_ctx_train\": 32768}', 32768",
  })
  void an_openai_compatible_server_says_its_context_in_its_list_of_models(
      String field, int context) {
    server.at(
        "/v1/models",
        (question, reply) ->
            reply.json("{\"data\": [{\"id\": \"other\"}, {\"id\": \"noise\", " + field + "}]}"));

    try (LanguageModel model = Played.OPENAI.model(server)) {
      assertThat(model.contextTokens()).hasValue(context);
    }
    int most = Played.json(ask(Played.OPENAI, FREE)).path("max_tokens").asInt();
    assertThat(most).isBetween(context - 100, context - 64);
  }

  @Test
  void llama_cpp_is_asked_what_it_was_started_with() {
    server.at(
        "/v1/models",
        (question, reply) ->
            reply.json("{\"data\": [{\"id\": \"noise\", \"meta\": {\"n_ctx_train\": 32768}}]}"));
    server.at(
        "/props",
        (question, reply) -> reply.json("{\"default_generation_settings\": {\"n_ctx\": 4096}}"));

    try (LanguageModel model = Played.OPENAI.model(server)) {
      assertThat(model.contextTokens()).hasValue(4096);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_context_that_nobody_tells_is_not_assumed(Played played) {
    server.at("/v1/models", (question, reply) -> reply.json("{\"data\": [{\"id\": \"noise\"}]}"));

    Question question = ask(played, FREE);

    try (LanguageModel model = played.model(server)) {
      assertThat(model.contextTokens()).isEmpty();
    }
    assertThat(question.body()).doesNotContain("max_tokens", "num_ctx", "num_predict");
  }

  @ParameterizedTest
  @EnumSource
  void a_question_that_cannot_fit_is_not_sent(Played played) {
    Prompt visit = new Prompt("i", "I cough. ".repeat(1000), Optional.empty());

    try (LanguageModel model =
        played.provider.create(played.settings(server).with(ServiceSettings.CONTEXT, "512"))) {
      assertThatThrownBy(() -> model.answer(visit, Monitor.NONE))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("has room for 512");
    }
    assertThat(server.questions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt-4o-mini", "gpt-4.1", "gpt-5", "o3-mini", "gpt-4", "gpt-35-turbo"})
  void tokens_of_openais_models_are_counted(String model) {
    assertThat(OpenAiTokens.of(model).orElseThrow().applyAsInt("Pneumonia of the left lung."))
        .isBetween(6, 9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"llama3.2", "mistral", "gpt-oss:20b", "o", "olmo2", "noise"})
  void those_of_others_are_estimated(String model) {
    assertThat(OpenAiTokens.of(model)).isEmpty();
  }

  @Test
  void what_openai_is_sent_is_counted_exactly() {
    try (LanguageModel exact =
            Played.OPENAI.provider.create(
                Played.OPENAI.settings(server).with(Settings.MODEL, "gpt-4o"));
        LanguageModel estimated = Played.OPENAI.model(server)) {
      assertThat(exact.tokens("I cough.")).isEqualTo(3);
      assertThat(estimated.tokens("I cough. I cough. I cough.")).isEqualTo(8);
    }
  }
}
