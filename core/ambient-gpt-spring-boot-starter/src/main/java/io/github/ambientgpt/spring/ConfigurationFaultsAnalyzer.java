package io.github.ambientgpt.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a person the list of faults instead of a stack trace. */
final class ConfigurationFaultsAnalyzer
    extends AbstractFailureAnalyzer<ConfigurationFaultsException> {
  @Override
  protected FailureAnalysis analyze(Throwable failure, ConfigurationFaultsException cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Correct these in your configuration and start again. The settings of each engine stand in"
            + " its README.",
        cause);
  }
}
