package io.github.ambientgpt.core.provider;

import io.github.ambientgpt.core.languagemodel.LanguageModel;

/**
 * Makes language models.
 *
 * @since 0.1.0
 */
public interface LanguageModelProvider extends Provider<LanguageModel> {}
