package io.github.ambientgpt.llm;

import io.github.ambientgpt.core.http.Backoff;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.languagemodel.Prompt;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Need;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model that a server runs: asks, asks again where that may help, and takes nothing for an answer
 * that is none.
 */
final class ServedModel implements LanguageModel {
  /** How long a small question about the server itself may take. */
  static final Duration LOOK = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(ServedModel.class);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

  /** No vocabulary takes more letters into a token than this, over a whole question. */
  private static final int MOST_CHARACTERS_PER_TOKEN = 8;

  /** How far an exact count may be off, since a server may read what is around a question apart. */
  private static final double LEAST_READ = 0.8;

  /** Shorter answers than this are no note. */
  private static final int LEAST_ANSWER = 64;

  private static final int MOST_NAMES = 12;

  private static final String SERVED = "a server that has the model";

  private final Service service;
  private final Dialect dialect;
  private final Backoff backoff;
  private final Optional<ToIntFunction<String>> counter;
  private final Set<String> refused = ConcurrentHashMap.newKeySet();

  /** Empty until somebody has said it, or said that nobody does. */
  private volatile Optional<OptionalInt> context;

  /**
   * @param counter counts tokens exactly; when empty they are estimated
   */
  ServedModel(Service service, Dialect dialect, Optional<ToIntFunction<String>> counter) {
    this.service = service;
    this.dialect = dialect;
    this.backoff = new Backoff(1 + service.retries(), FIRST_PAUSE);
    this.counter = counter;
    this.context = Optional.of(service.context()).filter(OptionalInt::isPresent);
  }

  @Override
  public String name() {
    return service.name();
  }

  /**
   * What was configured, or else what the server says; a server that does not answer is asked
   * again.
   */
  @Override
  public OptionalInt contextTokens() {
    return context(Monitor.NONE);
  }

  private OptionalInt context(Monitor monitor) {
    if (context.isEmpty()) {
      try {
        context = Optional.of(dialect.context(monitor));
      } catch (ServerFault e) {
        log.debug("{} does not tell its context: {}", name(), e.getMessage());
        return OptionalInt.empty();
      }
    }
    return context.get();
  }

  @Override
  public int tokens(String text) {
    return counter.isPresent() ? counter.get().applyAsInt(text) : LanguageModel.super.tokens(text);
  }

  @Override
  public String answer(Prompt prompt, Monitor monitor) {
    monitor.checkCancelled();
    int tries = 1;
    while (true) {
      try {
        Room room = room(prompt, monitor);
        return whole(dialect.ask(prompt, room, Set.copyOf(refused), monitor), prompt);
      } catch (ServerFault fault) {
        if (fault.kind() == ServerFault.Kind.REFUSED && leaveOut(fault, prompt)) {
          continue;
        }
        if (fault.kind() != ServerFault.Kind.AGAIN
            || !backoff.pause(tries, fault.waiting(), monitor)) {
          throw fault.exception(more(fault, tries, monitor));
        }
        tries++;
      }
    }
  }

  private Room room(Prompt prompt, Monitor monitor) {
    int question =
        tokens(prompt.instructions())
            + tokens(prompt.content())
            + prompt.schema().map(this::tokens).orElse(0);
    Room room = new Room(question, context(monitor));
    if (room.answer().orElse(LEAST_ANSWER) < LEAST_ANSWER) {
      throw ServerFault.lasting(
          "The question needs about %d tokens and %s has room for %d, the answer included: use a model with a longer context."
              .formatted(question, name(), room.context().getAsInt()));
    }
    return room;
  }

  /** Finds what was refused, and remembers it; false when there is nothing to leave out. */
  private boolean leaveOut(ServerFault fault, Prompt prompt) {
    for (Dialect.OptionalField field : dialect.optionalFields()) {
      if (fault.about().contains(field.word()) && leaveOut(field.name())) {
        return true;
      }
    }
    // A refusal that names nothing is most often about the schema.
    return prompt.schema().isPresent()
        && !dialect.schemaField().isEmpty()
        && leaveOut(dialect.schemaField());
  }

  private boolean leaveOut(String field) {
    boolean news = refused.add(field);
    if (news) {
      log.info("{} does not take '{}': it is left out from now on", name(), field);
    }
    return news;
  }

  private String whole(Answer answer, Prompt prompt) {
    if (answer.read().orElse(Integer.MAX_VALUE) < fewest(prompt)) {
      throw ServerFault.lasting(
          "%s has read only %d tokens of a question that is longer: it cuts what it is sent. Set '%s' to the tokens it really has room for."
              .formatted(name(), answer.read().getAsInt(), ServiceSettings.CONTEXT));
    }
    if (answer.ending() == Answer.Ending.LENGTH) {
      throw ServerFault.lasting(
          "The answer of %s was cut off for want of room: use a model with a longer context, or set '%s' to more tokens if it has them."
              .formatted(name(), ServiceSettings.CONTEXT));
    }
    if (answer.ending() == Answer.Ending.FILTERED) {
      throw ServerFault.lasting(
          "The content filter of %s took the answer away: ask those who run it to loosen the filter, or take another model."
              .formatted(service.host()));
    }
    if (answer.text().isBlank()) {
      throw ServerFault.lasting("%s gave an empty answer: try another model.".formatted(name()));
    }
    return answer.text();
  }

  /** Whoever has read all of the question has read at least so many tokens. */
  private double fewest(Prompt prompt) {
    String question = prompt.instructions() + prompt.content();
    return counter.isPresent()
        ? LEAST_READ * tokens(question)
        : (double) question.length() / MOST_CHARACTERS_PER_TOKEN;
  }

  private String more(ServerFault fault, int tries, Monitor monitor) {
    if (fault.kind() == ServerFault.Kind.UNKNOWN_MODEL) {
      return models(monitor) + dialect.howToGetAModel();
    }
    if (!backoff.waitsFor(fault.waiting())) {
      return "It wants to be left alone for %d s.".formatted(fault.waiting().toSeconds());
    }
    return tries > 1 ? "Tried %d times.".formatted(tries) : "";
  }

  /**
   * Whether the server answers, takes the key and has the model; empty when it has no list that
   * would tell.
   */
  Optional<Need> served() {
    try {
      return dialect.models(Monitor.NONE).map(this::served);
    } catch (ServerFault fault) {
      return Optional.of(Need.missing(SERVED, fault.getMessage()));
    }
  }

  private Need served(List<String> names) {
    boolean has =
        names.size() == 1 && dialect.takesAnyNameForOne()
            || names.contains(service.model())
            || names.contains(service.model() + ":latest");
    return has
        ? Need.met(SERVED, service.host())
        : Need.missing(
            SERVED,
            "%s has no model '%s'. %s%s"
                .formatted(service.host(), service.model(), list(names), dialect.howToGetAModel()));
  }

  private String models(Monitor monitor) {
    try {
      return dialect.models(monitor).map(ServedModel::list).orElse("");
    } catch (ServerFault e) {
      return "";
    }
  }

  private static String list(List<String> names) {
    if (names.isEmpty()) {
      return "It has none at all. ";
    }
    String list = names.stream().sorted().limit(MOST_NAMES).collect(Collectors.joining(", "));
    return "It has: " + list + (names.size() > MOST_NAMES ? ", and others. " : ". ");
  }

  /** Nothing is held open between questions. */
  @Override
  public void close() {}

  @Override
  public String toString() {
    return service.toString();
  }
}
