package io.github.ambientgpt.llm;

import io.github.ambientgpt.core.languagemodel.Prompt;
import io.github.ambientgpt.core.progress.Monitor;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The bridge speaks like OpenAI: it streams, binds answers to a schema and lists its models. One
 * that does not is the predecessor's, which has a single route: it is found out once, and
 * remembered.
 */
final class BridgeDialect implements Dialect {
  private final Dialect bridge;
  private final Dialect predecessor;
  private volatile boolean old;

  BridgeDialect(Service service, Wire wire) {
    Service speaking = service.withUrl(URI.create(service.url() + "/v1"));
    this.bridge = new OpenAiDialect(speaking, wire, OpenAiEndpoint.openAi(speaking));
    this.predecessor = new LambientDialect(service, wire);
  }

  @Override
  public Answer ask(Prompt prompt, Room room, Set<String> without, Monitor monitor) {
    if (!old) {
      try {
        return bridge.ask(prompt, room, without, monitor);
      } catch (ServerFault fault) {
        requireOther(fault);
      }
    }
    return predecessor.ask(prompt, room, without, monitor);
  }

  @Override
  public OptionalInt context(Monitor monitor) {
    return OptionalInt
        .empty(); // the bridge finds room for each question, and refuses what has none
  }

  @Override
  public Optional<List<String>> models(Monitor monitor) {
    if (!old) {
      try {
        return bridge.models(monitor);
      } catch (ServerFault fault) {
        requireOther(fault);
      }
    }
    return predecessor.models(monitor);
  }

  /** Only a bridge without the route is asked by the other one. */
  private void requireOther(ServerFault fault) {
    if (fault.kind() != ServerFault.Kind.NO_ROUTE) {
      throw fault;
    }
    old = true;
  }

  @Override
  public boolean takesAnyNameForOne() {
    return false;
  }

  @Override
  public String howToGetAModel() {
    return predecessor.howToGetAModel();
  }

  @Override
  public List<OptionalField> optionalFields() {
    return bridge.optionalFields();
  }

  @Override
  public String schemaField() {
    return bridge.schemaField();
  }
}
