package io.github.ambientgpt.asr.remote;

import io.github.ambientgpt.core.speech.AudioSegment;
import io.github.ambientgpt.core.speech.WordTimes;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.transcript.Word;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Something that a server heard in a piece, as it says it: it is not trusted.
 *
 * @param start seconds from the start of the piece
 * @param end seconds from the start of the piece
 * @param speaker what the server calls the voice; empty when it does not say
 * @param words empty when it gives none
 */
record Heard(double start, double end, String text, String speaker, List<HeardWord> words) {
  /** What recognizers write where nobody speaks: {@code [BLANK_AUDIO]}, {@code (music)}. */
  private static final Pattern NOISE =
      Pattern.compile("(\\s|\\[[^\\]]*\\]|\\([^)]*\\)|<\\|[^|]*\\|>|[^\\p{L}\\p{N}])*");

  /** A word of it. */
  record HeardWord(double start, double end, String text, OptionalDouble confidence) {}

  static Heard of(double start, double end, String text) {
    return new Heard(start, end, text, "", List.of());
  }

  /**
   * As an utterance of the recording; empty when nobody can have said it.
   *
   * @param number of the utterance
   */
  Optional<Utterance> utterance(int number, AudioSegment piece) {
    String said = text.strip().replaceAll("\\s+", " ");
    if (NOISE.matcher(said).matches() || !(start < piece.length())) {
      return Optional.empty();
    }
    Span span = piece.span(start, Double.isNaN(end) ? piece.length() : end);
    Speaker voice = speaker.isEmpty() ? Speaker.UNKNOWN : new Speaker(speaker, Role.UNKNOWN);
    return Optional.of(
        new Utterance("u" + number, voice, Optional.of(span), said, words(said, span, piece)));
  }

  private List<Word> words(String said, Span span, AudioSegment piece) {
    boolean timed =
        !words.isEmpty()
            && words.stream().allMatch(word -> word.start <= word.end && !word.text.isBlank());
    return timed
        ? words.stream().map(word -> word(word, span, piece)).toList()
        : WordTimes.estimate(said, span, OptionalDouble.empty());
  }

  /** Within its utterance, whatever the server says. */
  private static Word word(HeardWord word, Span span, AudioSegment piece) {
    Span said = piece.span(word.start, word.end);
    double from = Math.min(Math.max(said.start(), span.start()), span.end());
    double to = Math.min(Math.max(said.end(), from), span.end());
    OptionalDouble sure =
        word.confidence.isPresent() && 0 <= word.confidence.getAsDouble()
            ? OptionalDouble.of(Math.min(1, word.confidence.getAsDouble()))
            : OptionalDouble.empty();
    return new Word(word.text.strip(), new Span(from, to), sure, false);
  }

  /** Without the words: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "Heard[" + start + " to " + end + " s]";
  }
}
