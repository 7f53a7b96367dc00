package io.github.ambientgpt.core.provider;

import io.github.ambientgpt.core.error.NotReadyException;
import java.util.List;

/**
 * Makes engines of one kind. Found with {@link java.util.ServiceLoader}, so it has a public
 * constructor without parameters, which does nothing costly. Thread-safe.
 *
 * @param <T> what it makes
 * @since 0.1.0
 */
public interface Provider<T> {
  /** Lower-case letters, digits and hyphens; never changes. */
  String id();

  /** One line for a list of providers. */
  String summary();

  /**
   * True when its engines send what they are given to a service that the settings name. Such a one
   * is never chosen unless a person asks for it by name.
   */
  default boolean remote() {
    return false;
  }

  /**
   * What is wrong with the settings themselves, whatever is installed: a name that this provider
   * does not read, a value that a setting cannot have. Looks at nothing else, so that every fault
   * of a configuration can be told before anything is opened.
   *
   * @return each once; empty when nothing is wrong. {@link #create} refuses what has a fault
   */
  default List<SettingFault> faults(Settings settings) {
    return List.of();
  }

  /**
   * Says whether {@link #create} would work with these settings. Cheap, repeatable, and without
   * side effects: it looks at files and libraries and calls no server.
   */
  Readiness check(Settings settings);

  /**
   * As {@link #check}, and asks the service that the settings name whether it would serve: whether
   * it takes the key and has the model. Takes some seconds at most and sends nothing of a visit;
   * what needs no service leaves it as it is.
   */
  default Readiness probe(Settings settings) {
    return check(settings);
  }

  /**
   * @throws NotReadyException when {@link #check} says that something is missing
   */
  T create(Settings settings);
}
