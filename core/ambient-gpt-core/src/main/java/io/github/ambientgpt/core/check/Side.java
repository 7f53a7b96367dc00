package io.github.ambientgpt.core.check;

/**
 * A side of the body.
 *
 * @param name {@code left}, {@code right} or {@code both}
 * @param denied whether it is said not to be this one: "it's not the right knee"
 * @param of the base form of the word after it, such as {@code knee}; empty at the end
 */
record Side(String name, boolean denied, String of, int position) {
  boolean isOf(Side other) {
    return !of.isEmpty() && of.equals(other.of);
  }

  /** What was said of both sides was said of each. */
  boolean covers(Side other) {
    return name.equals(other.name) || name.equals("both");
  }
}
