package io.github.ambientgpt.core.contract;

import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.provider.LanguageModelProvider;

/**
 * What a provider of language models promises: extend it in a test of yours.
 *
 * @since 0.1.0
 */
public abstract class LanguageModelProviderContract extends ProviderContract<LanguageModel> {
  protected LanguageModelProviderContract() {
    super(LanguageModelProvider.class);
  }

  @Override
  protected abstract LanguageModelProvider provider();
}
