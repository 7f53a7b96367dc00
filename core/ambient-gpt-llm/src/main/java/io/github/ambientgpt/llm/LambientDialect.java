package io.github.ambientgpt.llm;

import io.github.ambientgpt.core.languagemodel.Prompt;
import io.github.ambientgpt.core.progress.Monitor;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one route of the predecessor's bridge. It gives the answer when it is whole, so that what is
 * long in coming looks like silence; it binds no answer to a schema and has no list of models.
 */
final class LambientDialect implements Dialect {
  static final String ROUTE = "/generate_note";

  /** Where bridges have put the answer. */
  private static final List<String> ANSWERS = List.of("note", "response", "cleaned_text");

  private final Service service;
  private final Wire wire;
  private final Replies replies;

  LambientDialect(Service service, Wire wire) {
    this.service = service;
    this.wire = wire;
    this.replies = new Replies(service);
  }

  @Override
  public Answer ask(Prompt prompt, Room room, Set<String> without, Monitor monitor) {
    Prompt asked = SchemaInstructions.in(prompt);
    ObjectNode question =
        JsonMapper.shared()
            .createObjectNode()
            .put("prompt", asked.content())
            .put("model", service.model())
            .put("system_prompt", asked.instructions())
            .put("is_json_output", prompt.schema().isPresent());
    JsonNode answer =
        replies.json(
            wire.post(
                URI.create(service.url() + ROUTE),
                Wire.bearer(service),
                question.toString(),
                monitor,
                service.patience()));
    return ANSWERS.stream()
        .map(answer::path)
        .filter(JsonNode::isString)
        .findFirst()
        .map(text -> new Answer(text.asString(), Answer.Ending.COMPLETE, OptionalInt.empty()))
        .orElseThrow(
            () ->
                ServerFault.lasting(
                    "%s answers without a note: see whether the setting 'url' names a bridge."
                        .formatted(service.host())));
  }

  @Override
  public OptionalInt context(Monitor monitor) {
    return OptionalInt.empty();
  }

  @Override
  public Optional<List<String>> models(Monitor monitor) {
    return Optional.empty();
  }

  @Override
  public boolean takesAnyNameForOne() {
    return false;
  }

  @Override
  public String howToGetAModel() {
    return "Get it with 'ollama pull' where the bridge's Ollama runs, or name another with the"
        + " setting 'model'.";
  }

  @Override
  public List<OptionalField> optionalFields() {
    return List.of();
  }

  @Override
  public String schemaField() {
    return "";
  }
}
