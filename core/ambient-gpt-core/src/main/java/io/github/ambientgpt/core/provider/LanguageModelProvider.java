package io.github.ambientgpt.core.provider;

import io.github.ambientgpt.core.languagemodel.LanguageModel;

/** Makes language models. */
public interface LanguageModelProvider extends Provider<LanguageModel> {}
