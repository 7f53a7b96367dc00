package io.github.ambientgpt.llm;

import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel.OllamaStreamingChatModelBuilder;
import io.github.ambientgpt.core.languagemodel.Prompt;
import io.github.ambientgpt.core.progress.Monitor;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Ollama's own API, see its docs/api.md.
 *
 * <p>A model's context costs memory, and Ollama loads the model anew whenever another one is asked
 * for. So where nobody set it, a question asks for the next power of two that it needs.
 */
final class OllamaDialect implements Dialect {
  private static final String FORMAT = "format";

  /** What Ollama takes when nobody says anything. */
  private static final int LEAST_CONTEXT = 4096;

  /** Room for an answer, before it is rounded up. */
  private static final int LEAST_ANSWER = 2048;

  private static final Pattern NUM_CTX = Pattern.compile("(?m)^num_ctx\\s+(\\d{1,9})\\s*$");

  private final Service service;
  private final Wire wire;
  private final Replies replies;

  /** The context is not to be chosen: a person or the model's file has set it. */
  private volatile boolean set;

  OllamaDialect(Service service, Wire wire) {
    this.service = service;
    this.wire = wire;
    this.replies = new Replies(service);
    this.set = service.context().isPresent();
  }

  @Override
  public Answer ask(Prompt prompt, Room room, Set<String> without, Monitor monitor) {
    Prompt asked = without.contains(FORMAT) ? SchemaInstructions.in(prompt) : prompt;
    if (room.context().isEmpty()) {
      return ask(asked, builder -> builder, monitor);
    }
    int most = room.context().getAsInt();
    int context = set ? most : fitting(room.question(), most);
    while (true) {
      int size = context;
      try {
        return ask(asked, builder -> builder.numCtx(size).numPredict(room.answerIn(size)), monitor);
      } catch (ServerFault fault) {
        if (fault.kind() != ServerFault.Kind.TOO_LONG || size == most) {
          throw fault;
        }
        context = (int) Math.min(2L * size, most); // the estimate was too low
      }
    }
  }

  private Answer ask(
      Prompt prompt, UnaryOperator<OllamaStreamingChatModelBuilder> sized, Monitor monitor) {
    WatchedHttpClient client =
        new WatchedHttpClient(
            service,
            wire,
            monitor,
            List.of("application/x-ndjson", "application/json"),
            OllamaDialect::neverCut);
    var builder =
        OllamaStreamingChatModel.builder()
            .httpClientBuilder(client)
            .baseUrl(service.url().toString())
            .customHeaders(Wire.bearer(service))
            .modelName(service.model())
            .temperature(service.temperature());
    return AnswerCollector.ask(sized.apply(builder).build(), prompt, client, service);
  }

  /** Newer Ollamas then refuse what is too long, and end an answer that does not fit. */
  private static ObjectNode neverCut(ObjectNode request) {
    return request.put("truncate", false).put("shift", false);
  }

  private static int fitting(int question, int most) {
    long wanted = question + (long) Math.max(LEAST_ANSWER, question / 2);
    long power = LEAST_CONTEXT;
    while (power < wanted) {
      power *= 2;
    }
    return (int) Math.min(power, most);
  }

  @Override
  public OptionalInt context(Monitor monitor) {
    ObjectNode question = JsonMapper.shared().createObjectNode().put("model", service.model());
    JsonNode model =
        replies.json(
            wire.post(
                address("/api/show"),
                Wire.bearer(service),
                question.toString(),
                monitor,
                ServedModel.LOOK));
    Matcher own = NUM_CTX.matcher(model.path("parameters").asString(""));
    if (own.find()) {
      set = true;
      return positive(Integer.parseInt(own.group(1)));
    }
    JsonNode facts = model.path("model_info");
    String family = facts.path("general.architecture").asString("");
    return positive(facts.path(family + ".context_length").asInt(0));
  }

  private static OptionalInt positive(int tokens) {
    return tokens > 0 ? OptionalInt.of(tokens) : OptionalInt.empty();
  }

  @Override
  public Optional<List<String>> models(Monitor monitor) {
    JsonNode reply =
        replies.json(
            wire.get(address("/api/tags"), Wire.bearer(service), monitor, ServedModel.LOOK));
    JsonNode list = reply.path("models");
    List<String> names = new ArrayList<>();
    list.forEach(model -> names.add(model.path("name").asString("")));
    // without any model older ones say null
    return list.isArray() || list.isNull() ? Optional.of(names) : Optional.empty();
  }

  @Override
  public boolean takesAnyNameForOne() {
    return false;
  }

  @Override
  public String howToGetAModel() {
    return "Get it with 'ollama pull %s'.".formatted(service.model());
  }

  @Override
  public List<OptionalField> optionalFields() {
    return List.of(OptionalField.of(FORMAT));
  }

  @Override
  public String schemaField() {
    return FORMAT;
  }

  private URI address(String path) {
    return URI.create(service.url() + path);
  }
}
