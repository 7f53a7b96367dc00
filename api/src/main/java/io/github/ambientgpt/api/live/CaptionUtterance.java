package io.github.ambientgpt.api.live;

import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An utterance as a caption shows it; times in seconds from the recording's start. */
record CaptionUtterance(
    String id, String speaker, double start, double end, String text, List<CaptionWord> words) {
  /**
   * @param confidence 0 to 1; absent when the recognizer does not say
   */
  record CaptionWord(String text, double start, double end, @Nullable Double confidence) {
    @Override
    public String toString() {
      return "CaptionWord";
    }
  }

  static CaptionUtterance of(Utterance utterance) {
    Span span = utterance.span().orElse(new Span(0, 0));
    return new CaptionUtterance(
        utterance.id(),
        utterance.speaker().label(),
        span.start(),
        span.end(),
        utterance.text(),
        utterance.words().stream()
            .map(
                word ->
                    new CaptionWord(
                        word.text(),
                        word.span().start(),
                        word.span().end(),
                        word.confidence().isPresent() ? word.confidence().getAsDouble() : null))
            .toList());
  }

  /** Without the words. */
  @Override
  public String toString() {
    return "CaptionUtterance[" + id + "]";
  }
}
