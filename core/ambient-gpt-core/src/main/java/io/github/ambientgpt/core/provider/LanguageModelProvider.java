package io.github.ambientgpt.core.provider;

import io.github.ambientgpt.core.language.LanguageModel;

/** Makes language models. */
public interface LanguageModelProvider extends Provider<LanguageModel> {}
