package io.github.ambientgpt.spring;

import io.github.ambientgpt.core.provider.Provider;
import io.github.ambientgpt.core.provider.Providers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Honours the variables of Lambient, the predecessor: those that it documents and the bare names
 * that it really read. They come last: a property of this product's own goes before. {@code
 * ambient-gpt.predecessor-variables=false} leaves them unread, since some, such as API_KEY, may be
 * meant for another program.
 */
final class PredecessorEnvironment implements EnvironmentPostProcessor, Ordered {
  static final String SWITCH = AmbientGptProperties.PREFIX + ".predecessor-variables";

  private static final String RECOGNIZER = AmbientGptProperties.PREFIX + ".recognizer";
  private static final String RECOGNIZERS = AmbientGptProperties.PREFIX + ".recognizers.";
  private static final String MODELS = AmbientGptProperties.PREFIX + ".language-models.";

  /** What the predecessor took for a deployment when nobody named one. */
  private static final String DEFAULT_DEPLOYMENT = "gpt-4o";

  private static final List<Variable> VARIABLES =
      List.of(
          new Variable(
              List.of("AZURE_API_KEY", "AZURE_OPENAI_API_KEY", "API_KEY"),
              List.of(MODELS + "azure.key", RECOGNIZERS + "azure-openai.key")),
          new Variable(
              List.of("AZURE_ENDPOINT", "ENDPOINT"),
              List.of(MODELS + "azure.url", RECOGNIZERS + "azure-openai.url")),
          new Variable(List.of("MODEL_NAME"), List.of(MODELS + "azure.deployment")),
          new Variable(
              List.of("API_VERSION"),
              List.of(MODELS + "azure.api-version", RECOGNIZERS + "azure-openai.api-version")),
          new Variable(
              List.of("AZURE_WHISPER_DEPLOYMENT_NAME"),
              List.of(RECOGNIZERS + "azure-openai.deployment")),
          new Variable(
              List.of("AZURE_SPEECH_API_KEY", "SPEECH_API_KEY"),
              List.of(RECOGNIZERS + "azure.key")),
          new Variable(
              List.of("AZURE_SPEECH_ENDPOINT", "SPEECH_ENDPOINT"),
              List.of(RECOGNIZERS + "azure.url")),
          new Variable(List.of("LOCAL_MODEL_API_URL"), List.of(MODELS + "bridge.url")),
          new Variable(List.of("WHISPER_MODELS_DIR"), List.of(RECOGNIZERS + "whisper.models")),
          new Variable(List.of("WHISPER_MODEL_SIZE"), List.of(RECOGNIZERS + "whisper.model")),
          new Variable(List.of("DEFAULT_VOSK_MODEL"), List.of(RECOGNIZERS + "vosk.model")),
          new Variable(List.of("USE_WHISPER"), List.of(RECOGNIZER)),
          new Variable(
              List.of("BASE_DIR"), List.of(AmbientGptProperties.PREFIX + ".models-folder")),
          new Variable(List.of("DEBUG_MODE"), List.of("logging.level.io.github.ambientgpt")));

  private record Variable(List<String> names, List<String> properties) {}

  /** After application.yaml and what it imports, such as a file {@code .env}. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (isSwitchedOff(environment)) {
      return;
    }
    Source source = new Source();
    for (Variable variable : VARIABLES) {
      given(environment, variable.names())
          .ifPresent(name -> source.take(variable, name, environment));
    }
    source.completeAzure();
    if (!source.isEmpty()) {
      environment.getPropertySources().addLast(source);
    }
  }

  private static boolean isSwitchedOff(ConfigurableEnvironment environment) {
    try {
      return !Binder.get(environment).bind(SWITCH, Boolean.class).orElse(true);
    } catch (BindException e) {
      return false; // a fault, which is told with all others
    }
  }

  private static Optional<String> given(Environment environment, List<String> names) {
    return names.stream().filter(name -> !environment.getProperty(name, "").isBlank()).findFirst();
  }

  /** Properties, each with the variable that it comes from. */
  private static final class Source extends MapPropertySource implements OriginLookup<String> {
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Set<String> recognizers = ids(Providers.recognizers());
    private final Set<String> models = ids(Providers.languageModels());

    Source() {
      super("predecessorEnvironment", new LinkedHashMap<>());
    }

    private static Set<String> ids(Providers<?, ? extends Provider<?>> providers) {
      return providers.all().stream().map(Provider::id).collect(Collectors.toSet());
    }

    boolean isEmpty() {
      return getSource().isEmpty();
    }

    void take(Variable variable, String name, Environment environment) {
      String value = environment.getProperty(name, "").strip();
      for (String property : variable.properties()) {
        translated(name, value)
            .filter(translated -> isRead(property, translated))
            .ifPresent(translated -> put(property, translated, name));
      }
    }

    /** An old variable of an engine that was left out, as vosk from the image, is no fault. */
    private boolean isRead(String property, String value) {
      if (property.equals(RECOGNIZER)) {
        return recognizers.contains(value);
      }
      return property.startsWith(RECOGNIZERS)
          ? recognizers.contains(engine(property, RECOGNIZERS))
          : !property.startsWith(MODELS) || models.contains(engine(property, MODELS));
    }

    private static String engine(String property, String prefix) {
      return property.substring(prefix.length(), property.indexOf('.', prefix.length()));
    }

    void completeAzure() {
      String deployment = MODELS + "azure.deployment";
      String url = MODELS + "azure.url";
      if (getSource().containsKey(url) && !getSource().containsKey(deployment)) {
        put(deployment, DEFAULT_DEPLOYMENT, variables.get(url));
      }
    }

    private void put(String property, String value, String name) {
      getSource().put(property, value);
      variables.put(property, name);
    }

    private static Optional<String> translated(String name, String value) {
      return switch (name) {
        case "BASE_DIR" -> Optional.of(value.replaceFirst("[/\\\\]+$", "") + "/models");
        case "DEBUG_MODE" -> isTrue(value) ? Optional.of("DEBUG") : Optional.empty();
        case "USE_WHISPER" -> Optional.of(isTrue(value) ? "whisper" : "vosk");
        case "LOCAL_MODEL_API_URL" -> Optional.of(value.replaceFirst("/generate_note/?$", ""));
        default -> Optional.of(value);
      };
    }

    /** What pydantic takes for true. */
    private static boolean isTrue(String value) {
      return List.of("1", "true", "t", "yes", "y", "on").contains(value.toLowerCase(Locale.ROOT));
    }

    @Override
    public Origin getOrigin(String property) {
      String name = variables.get(property);
      return name == null ? null : new VariableOrigin(name);
    }
  }

  private record VariableOrigin(String name) implements Origin {
    @Override
    public String toString() {
      return "the predecessor's variable " + name;
    }
  }
}
