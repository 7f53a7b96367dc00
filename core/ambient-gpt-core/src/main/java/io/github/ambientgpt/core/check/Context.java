package io.github.ambientgpt.core.check;

/**
 * How a text speaks of something.
 *
 * @param person whose it is, by the word that names a relative; empty for the patient
 */
record Context(Polarity polarity, Aspect aspect, String person) {
  Context with(Polarity other) {
    return new Context(other, aspect, person);
  }
}
