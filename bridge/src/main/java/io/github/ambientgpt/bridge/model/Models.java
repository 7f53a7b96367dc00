package io.github.ambientgpt.bridge.model;

import io.github.ambientgpt.bridge.BridgeSettings;
import io.github.ambientgpt.bridge.ollama.ModelFacts;
import io.github.ambientgpt.bridge.ollama.Ollama;
import io.github.ambientgpt.bridge.ollama.OllamaException;
import io.github.ambientgpt.bridge.ollama.OllamaException.Kind;
import io.github.ambientgpt.bridge.problem.InvalidRequestException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** What clients call models, what Ollama calls them, and how much they can read. Thread-safe. */
@Service
public class Models {
  private static final Pattern NAME =
      Pattern.compile("(?:[\\w.-]+(?::\\d{1,5})?/)?(?:[\\w.-]+/)*[\\w.-]+(?::[\\w.-]+)?");
  private static final int LONGEST_NAME = 200;

  /** Models change seldom, and a change made elsewhere is seen after so long. */
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  private static final Duration LOOK = Duration.ofSeconds(2);

  private final Ollama ollama;
  private final BridgeSettings settings;
  private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

  private record Remembered(ModelFacts facts, long nanos) {
    boolean isFresh() {
      return System.nanoTime() - nanos < REMEMBERED.toNanos();
    }
  }

  Models(Ollama ollama, BridgeSettings settings) {
    this.ollama = ollama;
    this.settings = settings;
  }

  /**
   * What Ollama calls it: an alias is followed, any other name is taken as it is.
   *
   * @param name {@code null} or empty for the default
   * @throws InvalidRequestException when it can be no model's name
   */
  public String named(String name) {
    String wanted = name == null || name.isEmpty() ? settings.defaultModel() : name;
    if (wanted.length() > LONGEST_NAME || !NAME.matcher(wanted).matches()) {
      throw new InvalidRequestException(
          "model", "The field 'model' is no name of a model, such as gemma3:4b.");
    }
    return settings.aliases().getOrDefault(wanted, wanted);
  }

  /** What clients may call it besides, sorted. */
  public List<String> aliases(String model) {
    return settings.aliases().entrySet().stream()
        .filter(alias -> alias.getValue().equals(model))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** Every alias, by what it stands for. */
  public Map<String, String> aliases() {
    return settings.aliases();
  }

  /**
   * How much a model can read; unknown when Ollama does not say. Blocks for at most a few seconds.
   *
   * @throws OllamaException when nobody listens there
   */
  public ModelFacts facts(String model) throws InterruptedException {
    Remembered known = remembered.get(model);
    if (known != null && known.isFresh()) {
      return known.facts();
    }
    try {
      ModelFacts facts = ollama.facts(model, LOOK);
      remembered.put(model, new Remembered(facts, System.nanoTime()));
      return facts;
    } catch (OllamaException e) {
      if (e.kind() == Kind.UNREACHABLE) {
        throw e;
      }
      return ModelFacts.UNKNOWN; // what is wrong shows when the question is put
    }
  }

  /** After a model has come or gone. */
  void forget(String model) {
    remembered.remove(model);
  }

  /**
   * @throws InvalidRequestException when the name leads to a registry that is not configured
   */
  void requirePullable(String model) {
    String registry = registry(model);
    if (!settings.pullFrom().contains(registry)) {
      throw new InvalidRequestException(
          "name",
          "Models are not pulled from that registry, but from %s: name one there, or add to BRIDGE_PULL_FROM."
              .formatted(String.join(", ", settings.pullFrom())));
    }
  }

  /** As Ollama reads names: what has three parts begins with a host. */
  private static String registry(String model) {
    String[] parts = model.split("/");
    return parts.length > 2 || parts.length == 2 && parts[0].matches(".*[.:].*")
        ? parts[0]
        : "registry.ollama.ai";
  }
}
