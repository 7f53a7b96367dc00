package io.github.ambientgpt.core.reading;

/**
 * A side of the body that is named.
 *
 * @param name {@code left}, {@code right} or {@code both}
 * @param denied whether it is said not to be that side, as when it is put right
 * @param only whether it is said to be that side and no other
 * @param part what it belongs to: the part of the body, else the next word in its base form; empty
 *     when it stands alone
 * @param position index of its token
 * @since 0.1.0
 */
public record Side(String name, boolean denied, boolean only, String part, int position) {
  /** Both belong to the same part of the body; one that stands alone belongs to any. */
  public boolean isOf(Side other) {
    return part.isEmpty() || other.part.isEmpty() || part.equals(other.part);
  }

  /** What is said of both sides is said of each. */
  public boolean covers(Side other) {
    return name.equals(other.name) || name.equals("both");
  }
}
