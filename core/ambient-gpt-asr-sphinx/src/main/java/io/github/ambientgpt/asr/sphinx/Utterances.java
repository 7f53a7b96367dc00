package io.github.ambientgpt.asr.sphinx;

import edu.cmu.sphinx.result.WordResult;
import io.github.ambientgpt.core.speech.AudioSegment;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Makes utterances of Sphinx's words: one from pause to pause. */
final class Utterances {
  /** A pause between two utterances, in seconds. */
  private static final double PAUSE = 0.5;

  /** Sphinx's own confidence is near 1 whatever it hears, and so says nothing. */
  private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

  private Utterances() {}

  /**
   * Adds the utterances of one piece to those before it.
   *
   * @param results words and the noises between them; Sphinx tells where each ends, which is where
   *     the next one begins
   */
  static void add(List<Utterance> utterances, AudioSegment piece, List<WordResult> results) {
    List<Word> words = new ArrayList<>();
    double end = 0;
    for (WordResult result : results) {
      double start = end;
      end = Math.max(start, result.getTimeFrame().getEnd() / 1000.0);
      if (!result.isFiller()) {
        String text = result.getWord().getSpelling();
        words.add(new Word(text, piece.span(start, end), UNKNOWN, false));
      } else if (end - start >= PAUSE) {
        flush(utterances, words);
      }
    }
    flush(utterances, words);
  }

  private static void flush(List<Utterance> utterances, List<Word> words) {
    if (words.isEmpty()) {
      return;
    }
    Span span = new Span(words.get(0).span().start(), words.get(words.size() - 1).span().end());
    utterances.add(
        new Utterance(
            "u" + (utterances.size() + 1),
            Speaker.UNKNOWN,
            Optional.of(span),
            words.stream().map(Word::text).collect(Collectors.joining(" ")),
            words));
    words.clear();
  }
}
