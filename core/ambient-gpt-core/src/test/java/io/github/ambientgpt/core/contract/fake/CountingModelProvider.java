package io.github.ambientgpt.core.contract.fake;

import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.provider.LanguageModelProvider;
import io.github.ambientgpt.core.provider.Readiness;
import io.github.ambientgpt.core.provider.Settings;

/**
 * Needs nothing.
 *
 * @since 0.1.0
 */
public final class CountingModelProvider implements LanguageModelProvider {
  public static final String ID = "counting";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String summary() {
    return "Counts characters; for tests";
  }

  @Override
  public Readiness check(Settings settings) {
    return Readiness.of();
  }

  @Override
  public LanguageModel create(Settings settings) {
    return new CountingModel();
  }
}
