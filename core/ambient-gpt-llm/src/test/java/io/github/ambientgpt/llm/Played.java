package io.github.ambientgpt.llm;

import io.github.ambientgpt.core.contract.PlayedServer;
import io.github.ambientgpt.core.contract.PlayedServer.Question;
import io.github.ambientgpt.core.contract.PlayedServer.Reply;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.provider.LanguageModelProvider;
import io.github.ambientgpt.core.provider.ServerSettings;
import io.github.ambientgpt.core.provider.Settings;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The kinds of server that there are, and how each speaks when all is well. */
enum Played {
  OLLAMA(new OllamaProvider(), "/api/chat", "application/x-ndjson") {
    @Override
    String piece(String words) {
      ObjectNode piece = object();
      piece.putObject("message").put("role", "assistant").put("content", words);
      return piece.put("model", MODEL).put("done", false) + "\n";
    }

    @Override
    String end(String reason, int read, int said) {
      ObjectNode end = object();
      end.putObject("message").put("role", "assistant").put("content", "");
      return end.put("model", MODEL)
              .put("done", true)
              .put("done_reason", reason)
              .put("prompt_eval_count", read)
              .put("eval_count", said)
          + "\n";
    }

    @Override
    JsonNode schema(Question question) {
      return json(question).path("format");
    }
  },

  OPENAI(new OpenAiProvider(), "/v1/chat/completions", "text/event-stream"),

  AZURE(
      new AzureOpenAiProvider(),
      "/openai/deployments/" + Played.MODEL + "/chat/completions",
      "text/event-stream"),

  BRIDGE(new BridgeProvider(), "/v1/chat/completions", "text/event-stream"),

  LAMBIENT(new BridgeProvider(), "/generate_note", "application/json") {
    @Override
    void answer(Reply reply, List<String> words) throws IOException {
      reply.json(object().put("note", String.join("", words)).toString());
    }

    @Override
    String piece(String words) {
      String whole = object().put("note", words).toString();
      return whole.substring(0, whole.length() - 2);
    }

    @Override
    String asked(Question question) {
      return json(question).path("system_prompt").asString()
          + json(question).path("prompt").asString();
    }
  };

  static final String MODEL = "noise";
  static final String KEY = "s3cret-k3y";

  final LanguageModelProvider provider;

  /** Where questions are asked. */
  final String path;

  final String type;

  Played(LanguageModelProvider provider, String path, String type) {
    this.provider = provider;
    this.path = path;
    this.type = type;
  }

  Settings settings(PlayedServer server) {
    return Settings.of(Settings.MODEL, MODEL)
        .with(Settings.URL, server.url().toString())
        .with(Settings.KEY, KEY)
        .with(ServerSettings.TIMEOUT, "30")
        .with(ServerSettings.RETRIES, "0");
  }

  LanguageModel model(PlayedServer server) {
    return provider.create(settings(server));
  }

  boolean streams() {
    return this != LAMBIENT;
  }

  /** A good answer. */
  void answer(Reply reply, List<String> words) throws IOException {
    reply.type(type);
    for (String word : words) {
      reply.say(piece(word));
    }
    reply.say(end("stop", 0, words.size()));
  }

  /** Some words, with more to come. */
  String piece(String words) {
    ObjectNode piece = object();
    piece.putArray("choices").addObject().put("index", 0).putObject("delta").put("content", words);
    return event(piece);
  }

  /** The last piece: why it ends, how many tokens were read and said. */
  String end(String reason, int read, int said) {
    ObjectNode end = object();
    ObjectNode choice = end.putArray("choices").addObject().put("index", 0);
    choice.put("finish_reason", reason).putObject("delta");
    ObjectNode usage = object();
    usage.putArray("choices");
    usage
        .putObject("usage")
        .put("prompt_tokens", read)
        .put("completion_tokens", said)
        .put("total_tokens", read + said);
    return event(end) + event(usage) + "data: [DONE]\n\n";
  }

  /** The schema that a question was bound to. */
  JsonNode schema(Question question) {
    return json(question).path("response_format").path("json_schema").path("schema");
  }

  /** What the model is shown. */
  String asked(Question question) {
    StringBuilder all = new StringBuilder();
    json(question).path("messages").forEach(m -> all.append(m.path("content").asString()));
    return all.toString();
  }

  static JsonNode json(Question question) {
    return JsonMapper.shared().readTree(question.body());
  }

  private static String event(JsonNode data) {
    return "data: " + data + "\n\n";
  }

  private static ObjectNode object() {
    return JsonMapper.shared().createObjectNode();
  }
}
