package io.github.ambientgpt.core.error;

import java.util.Collection;

/**
 * A provider, template or model was asked for by a name that nothing here has.
 *
 * @since 0.1.0
 */
public final class UnknownNameException extends AmbientGptException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what the sort of thing that was asked for, such as {@code recognizer}
   * @param known the names that would have worked
   */
  public UnknownNameException(String what, String name, Collection<String> known) {
    super(
        known.isEmpty()
            ? "There is no %s '%s', nor any other: none is installed.".formatted(what, name)
            : "There is no %s '%s'. There is: %s.".formatted(what, name, String.join(", ", known)),
        null);
  }
}
