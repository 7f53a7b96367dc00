package io.github.ambientgpt.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.contract.LongVisit;
import io.github.ambientgpt.core.contract.PlayedServer;
import io.github.ambientgpt.core.contract.PlayedServer.Question;
import io.github.ambientgpt.core.contract.PlayedServer.Reply;
import io.github.ambientgpt.core.contract.fake.PlayedModel;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.languagemodel.Prompt;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.template.Templates;
import io.github.ambientgpt.core.transcript.Transcript;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Two hours of speech, and a server whose model reads 4,096 tokens and says so when it is asked.
 */
class LongVisitTest {
  private static final int CONTEXT = 4096;

  private final PlayedModel model = PlayedModel.ofContext(CONTEXT);

  @ParameterizedTest
  @EnumSource(names = {"OLLAMA", "OPENAI"})
  void is_read_whole_by_a_model_with_a_small_context(Played played) {
    Transcript visit = LongVisit.ofWords(LongVisit.TWO_HOURS);
    try (PlayedServer server =
            PlayedServer.start()
                .at("/api/show", LongVisitTest::showOllama)
                .at("/v1/models", LongVisitTest::listOpenAi)
                .at(played.path, (question, reply) -> answer(played, question, reply));
        LanguageModel served = played.model(server)) {
      Note note =
          NotePipeline.with(served).write(visit, Templates.builtin().get("SOAP"), Monitor.NONE);

      List<Question> questions = server.questions(played.path);
      assertThat(LongVisit.missing(visit, model.contents())).isEmpty();
      assertThat(model.mostTokens()).isLessThanOrEqualTo(CONTEXT);
      assertThat(questions).hasSameSizeAs(model.exchanges());
      assertThat(questions).allSatisfy(question -> assertThat(room(question)).isPositive());
      assertThat(note.generation().model()).isEqualTo(served.name());
      assertThat(note.generation().fallback()).isEmpty();
      System.out.printf(
          "%s: %d utterances, all seen in %d prompts; the longest with its answer has %d of %d"
              + " tokens%n",
          served.name(), visit.utterances().size(), questions.size(), model.mostTokens(), CONTEXT);
    }
  }

  private void answer(Played played, Question question, Reply reply) throws IOException {
    JsonNode messages = Played.json(question).path("messages");
    Prompt prompt =
        new Prompt(
            messages.path(0).path("content").asString(),
            messages.path(1).path("content").asString(),
            Optional.of(played.schema(question))
                .filter(schema -> !schema.isMissingNode())
                .map(JsonNode::toString));
    played.answer(reply, List.of(model.answer(prompt, Monitor.NONE)));
  }

  /** How many tokens the answer may have. */
  private static int room(Question question) {
    JsonNode asked = Played.json(question);
    int answer = asked.path("options").path("num_predict").asInt(asked.path("max_tokens").asInt(0));
    assertThat(asked.path("options").path("num_ctx").asInt(CONTEXT)).isEqualTo(CONTEXT);
    return answer;
  }

  private static void showOllama(Question question, Reply reply) throws IOException {
    reply.json(
        """
        {"model_info": {"general.architecture": "llama", "llama.context_length": %d}}"""
            .formatted(CONTEXT));
  }

  private static void listOpenAi(Question question, Reply reply) throws IOException {
    reply.json(
        """
        {"data": [{"id": "%s", "max_model_len": %d}]}"""
            .formatted(Played.MODEL, CONTEXT));
  }
}
