package io.github.ambientgpt.api.web;

/** Pages that are served elsewhere, and may call some of what is here. */
public interface TrustedPages {
  /**
   * @param origin as a browser sends it, such as {@code http://localhost:4200}
   * @param path that it calls
   */
  boolean trusts(String origin, String path);
}
