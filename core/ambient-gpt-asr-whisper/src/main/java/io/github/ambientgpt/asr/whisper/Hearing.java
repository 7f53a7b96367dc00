package io.github.ambientgpt.asr.whisper;

import java.util.List;
import java.util.Optional;

/**
 * What whisper.cpp made of a stretch of sound; all times in seconds from its start.
 *
 * @param segments in order; empty when it found nothing to write
 * @param heard up to where it listened: what lies behind was not judged
 * @param noSpeech how probable it holds it that nobody speaks, 0 to 1; NaN when it does not say
 * @param language as whisper.cpp calls it; empty when it does not say
 */
record Hearing(List<Segment> segments, double heard, double noSpeech, Optional<String> language) {
  Hearing {
    segments = List.copyOf(segments);
  }

  /**
   * A stretch of text.
   *
   * @param text as whisper.cpp wrote it
   * @param tokens which the text is made of, in order; empty when the library does not tell them
   */
  record Segment(double from, double to, String text, List<Token> tokens) {
    Segment {
      tokens = List.copyOf(tokens);
    }

    /** The mean logarithm of its tokens' probabilities, at most 0; 0 when there are no tokens. */
    double logProbability() {
      return tokens.stream().mapToDouble(token -> Math.log(token.p())).average().orElse(0);
    }

    @Override
    public String toString() {
      return "Segment[" + from + " to " + to + " s, " + text.length() + " characters]";
    }
  }

  /**
   * A part of a word, a word, or a mark.
   *
   * @param text whole characters; a new word begins with a space
   * @param p how probable whisper.cpp held it, 0 to 1
   */
  record Token(String text, double from, double to, double p) {
    @Override
    public String toString() {
      return "Token[" + from + " to " + to + " s]";
    }
  }
}
