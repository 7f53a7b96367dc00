package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.Optional;

/**
 * What a recognizer made of a recording.
 *
 * @param transcript never empty
 * @param failure why only the beginning was transcribed; empty when all was
 */
record HeardRecording(Transcript transcript, Optional<EngineException> failure) {
  boolean whole() {
    return failure.isEmpty();
  }

  /** Where to write it: what is only a beginning is never taken for the whole. */
  Output to(Output wanted) {
    return whole() ? wanted : wanted.partial();
  }

  /** Says what is missing, if anything is, once the beginning is kept. */
  void warn(Terminal terminal, Output kept) {
    failure.ifPresent(
        e -> {
          terminal.say("ambient-gpt: " + e.getMessage());
          terminal.say(
              "ONLY THE BEGINNING, up to %s, was transcribed%s. The rest of the recording is missing."
                  .formatted(
                      PlayingTime.of(end()),
                      kept.path().map(path -> ", and is in '" + path + "'").orElse("")));
        });
  }

  private double end() {
    return transcript.utterances().stream()
        .map(Utterance::span)
        .flatMap(Optional::stream)
        .mapToDouble(span -> span.end())
        .max()
        .orElse(0);
  }
}
