package io.github.ambientgpt.api.key;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A start that ends for want of the key says so in two sentences. */
class KeyFileAnalyzer extends AbstractFailureAnalyzer<KeyFileException> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, KeyFileException cause) {
    return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
  }
}
