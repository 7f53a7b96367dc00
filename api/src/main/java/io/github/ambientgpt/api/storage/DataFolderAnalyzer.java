package io.github.ambientgpt.api.storage;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A start that ends for want of a place says so in two sentences. */
class DataFolderAnalyzer extends AbstractFailureAnalyzer<DataFolderException> {
  @Override
  protected FailureAnalysis analyze(Throwable root, DataFolderException cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Let the user that the program runs as write there (in a container: give /data a volume that it owns), or name another folder (ambient-gpt.storage.folder, or BASE_DIR).",
        cause);
  }
}
