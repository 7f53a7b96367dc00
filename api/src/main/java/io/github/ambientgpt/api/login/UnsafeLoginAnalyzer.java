package io.github.ambientgpt.api.login;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says it in words, in place of a stack trace. */
class UnsafeLoginAnalyzer extends AbstractFailureAnalyzer<UnsafeLoginException> {
  @Override
  protected FailureAnalysis analyze(Throwable root, UnsafeLoginException cause) {
    return new FailureAnalysis(
        "The login mode is local, in which nobody has to log in, and the service would listen on %s: whoever reaches it would read every visit."
            .formatted(cause.address()),
        "Listen on this machine alone (server.address=127.0.0.1, or SERVER_ADDRESS), or let people log in (ambient-gpt.login.mode=password, or AMBIENTGPT_LOGIN_MODE).",
        cause);
  }
}
