package io.github.ambientgpt.bridge.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.ResponseFormatJsonSchema;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.models.Model;
import io.github.ambientgpt.bridge.WithPlayedOllama;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** OpenAI's own client. */
class OpenAiClientTest extends WithPlayedOllama {
  private OpenAIClient client;

  @BeforeEach
  void connect() {
    client =
        OpenAIOkHttpClient.builder()
            .baseUrl(address("/v1").toString())
            .apiKey("none-needed")
            .maxRetries(0)
            .timeout(Duration.ofSeconds(10))
            .build();
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  private static ChatCompletionCreateParams.Builder question() {
    return ChatCompletionCreateParams.builder()
        .model("gemma3-4b")
        .addSystemMessage("Be brief.")
        .addUserMessage("I cough.");
  }

  @Test
  void anAnswerComesWhole() {
    ChatCompletion answer =
        client
            .chat()
            .completions()
            .create(question().temperature(0.2).maxCompletionTokens(50).build());

    assertThat(answer.choices().get(0).message().content()).contains("Cough for two weeks.");
    assertThat(answer.choices().get(0).finishReason())
        .isEqualTo(ChatCompletion.Choice.FinishReason.STOP);
    assertThat(answer.model()).isEqualTo("gemma3-4b");
    assertThat(answer.usage().orElseThrow().totalTokens()).isEqualTo(17);
    JsonNode asked = lastAsked(CHAT);
    assertThat(asked.path("model").asString()).isEqualTo("gemma3:4b");
    assertThat(asked.at("/messages/0/role").asString()).isEqualTo("system");
    assertThat(asked.at("/messages/1/content").asString()).isEqualTo("I cough.");
    assertThat(asked.at("/options/temperature").asDouble()).isEqualTo(0.2);
    assertThat(asked.at("/options/num_predict").asInt()).isEqualTo(50);
  }

  @Test
  void anAnswerComesAsItIsWritten() {
    OLLAMA.at(
        CHAT,
        (question, reply) -> {
          reply.say(saidPiece("Cough"));
          reply.say(saidPiece(" for two"));
          reply.say(said(" weeks."));
        });
    ChatCompletionCreateParams question =
        question()
            .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build())
            .build();

    try (StreamResponse<ChatCompletionChunk> stream =
        client.chat().completions().createStreaming(question)) {
      List<ChatCompletionChunk> chunks = stream.stream().toList();

      assertThat(
              chunks.stream()
                  .flatMap(chunk -> chunk.choices().stream())
                  .flatMap(choice -> choice.delta().content().stream())
                  .collect(Collectors.joining()))
          .isEqualTo("Cough for two weeks.");
      assertThat(chunks.get(chunks.size() - 1).usage().orElseThrow().completionTokens())
          .isEqualTo(5);
    }
    assertThat(lastAsked(CHAT).path("stream").asBoolean()).isTrue();
  }

  @Test
  void anAnswerCanBeBoundToASchema() {
    ResponseFormatJsonSchema format =
        ResponseFormatJsonSchema.builder()
            .jsonSchema(
                ResponseFormatJsonSchema.JsonSchema.builder()
                    .name("note")
                    .schema(
                        ResponseFormatJsonSchema.JsonSchema.Schema.builder()
                            .putAdditionalProperty("type", JsonValue.from("object"))
                            .putAdditionalProperty(
                                "properties",
                                JsonValue.from(Map.of("side", Map.of("type", "string"))))
                            .build())
                    .build())
            .build();

    client.chat().completions().create(question().responseFormat(format).build());

    assertThat(lastAsked(CHAT).at("/format/properties/side/type").asString()).isEqualTo("string");
  }

  @Test
  void theModelsAreThereUnderAllTheirNames() {
    assertThat(client.models().list().data())
        .extracting(Model::id)
        .containsExactly("gemma3-4b", "gemma3:4b", "noise:latest");
  }

  @Test
  void aModelThatIsNotThereIsSaidAsOpenAiSaysIt() {
    OLLAMA.at(
        CHAT, (question, reply) -> reply.status(404).json("{\"error\": \"model 'x' not found\"}"));

    OpenAIServiceException fault =
        catchThrowableOfType(
            NotFoundException.class, () -> client.chat().completions().create(question().build()));

    assertThat(fault.code()).contains("model_not_found");
  }

  @Test
  void whatIsTooLongIsSaidAsOpenAiSaysIt() {
    OLLAMA.at(
        CHAT,
        (question, reply) ->
            reply.status(400).json("{\"error\": \"the input length exceeds the context length\"}"));

    OpenAIServiceException fault =
        catchThrowableOfType(
            BadRequestException.class,
            () -> client.chat().completions().create(question().build()));

    assertThat(fault.code()).contains("context_length_exceeded");
  }

  @Test
  void whatIsNotServedIsRefusedAndNotIgnored() {
    OpenAIServiceException fault =
        catchThrowableOfType(
            BadRequestException.class,
            () -> client.chat().completions().create(question().n(2).build()));

    assertThat(fault.param()).contains("n");
    assertThat(questions(CHAT)).isEmpty();
  }

  @Test
  void aStreamThatIsCutIsAnErrorToTheClient() {
    OLLAMA.at(
        CHAT,
        (question, reply) -> {
          reply.say(saidPiece("Cough"));
          reply.breakOff();
        });

    try (StreamResponse<ChatCompletionChunk> stream =
        client.chat().completions().createStreaming(question().build())) {
      assertThat(catchThrowableOfType(RuntimeException.class, () -> stream.stream().toList()))
          .isNotNull();
    }
  }
}
