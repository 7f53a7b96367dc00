package org.example;

/** A thing. */
public final class Thing {
  private Thing() {}

  /**
   * Names it.
   *
   * @return always the same
   */
  public static String name() {
    return "thing";
  }
}
