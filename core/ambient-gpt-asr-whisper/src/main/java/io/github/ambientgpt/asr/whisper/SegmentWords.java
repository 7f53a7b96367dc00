package io.github.ambientgpt.asr.whisper;

import io.github.ambientgpt.asr.whisper.Hearing.Segment;
import io.github.ambientgpt.asr.whisper.Hearing.Token;
import io.github.ambientgpt.core.speech.AudioSegment;
import io.github.ambientgpt.core.speech.WordTimes;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The words of a segment, with the times of their tokens and, as OpenAI's own program has it, the
 * mean of their tokens' probabilities. Where there are no tokens the times are estimated.
 */
final class SegmentWords {
  private final AudioSegment piece;
  private final Segment segment;
  private final String text;
  private final List<Word> words = new ArrayList<>();

  private SegmentWords(AudioSegment piece, Segment segment) {
    this.piece = piece;
    this.segment = segment;
    this.text = SpokenText.blanked(segment.text());
  }

  /**
   * @param piece that the segment's times count from
   * @return in order, no time before the one before it; empty when nobody said anything
   */
  static List<Word> of(AudioSegment piece, Segment segment) {
    String spoken = SpokenText.of(segment.text());
    if (segment.tokens().isEmpty() || spoken.isEmpty()) {
      Span span = piece.span(segment.from(), segment.to());
      return WordTimes.estimate(spoken, span, OptionalDouble.empty());
    }
    SegmentWords found = new SegmentWords(piece, segment);
    found.collect();
    return List.copyOf(found.words);
  }

  private void collect() {
    int start = 0;
    while (start < text.length()) {
      if (Character.isWhitespace(text.charAt(start))) {
        start++;
        continue;
      }
      int end = start;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      add(start, end);
      start = end;
    }
  }

  private void add(int start, int end) {
    double from = Double.NaN;
    double to = Double.NaN;
    double sum = 0;
    int count = 0;
    int at = 0;
    for (Token token : segment.tokens()) {
      int behind = at + token.text().length();
      if (behind > start && at < end) {
        from = count == 0 ? token.from() : from;
        to = token.to();
        sum += token.p();
        count++;
      }
      at = behind;
    }
    Span span = piece.span(from, Math.max(from, to));
    double before = words.isEmpty() ? 0 : words.get(words.size() - 1).span().end();
    Span placed = new Span(Math.max(before, span.start()), Math.max(before, span.end()));
    words.add(new Word(text.substring(start, end), placed, OptionalDouble.of(sum / count), false));
  }
}
