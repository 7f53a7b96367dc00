package io.github.ambientgpt.api.backup;

/** Looks whether what was put back can be used. A bean of this type is asked after each copy. */
public interface StoredCheck {
  /**
   * @return what was looked at, in a few words
   * @throws RuntimeException when something is not as it was
   */
  String check();
}
