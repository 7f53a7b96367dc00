package io.github.ambientgpt.asr.whisper;

import io.github.ambientgpt.asr.whisper.Hearing.Segment;
import io.github.ambientgpt.core.speech.AudioSegment;
import io.github.ambientgpt.core.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Whisper hears in a recording, piece by piece, without the words that it makes up where
 * nobody speaks.
 *
 * <p>Whisper was trained to write something for every half minute. So it is asked only while the
 * voice detector found speech that it has not listened to; what it writes counts only where that
 * detector found speech, and where Whisper itself is surer of its words than of silence; and a
 * sentence that it writes over and over is one sentence.
 */
final class HeardSpeech {
  /** The shortest word is longer, in seconds of speech. */
  private static final double LEAST_SPEECH = 0.2;

  /** What is left behind Whisper's last words is worth another run if it is as long as this. */
  private static final double LEAST_REST = 1;

  /** And has as much speech, in seconds: the last sound of a word before it is no word. */
  private static final double LEAST_REST_SPEECH = 0.5;

  /** Whisper's times are off by this much, in seconds. */
  private static final double TOLERANCE = 0.3;

  /** Above this probability of no speech its words need to be likely (OpenAI's own bound). */
  private static final double NO_SPEECH = 0.6;

  /** Below this mean logarithm of probability words are unlikely. */
  private static final double UNLIKELY = -0.7;

  /**
   * Nobody who talks for this long, in seconds of speech, says fewer words than {@link #SPARSE}.
   */
  private static final double LONG = 5;

  /** Words in a second of speech; people say two to four. */
  private static final double SPARSE = 0.6;

  private final LoadedModel whisper;
  private final int threads;
  private Listening how;
  private Optional<String> language = Optional.empty();

  HeardSpeech(LoadedModel whisper, Listening how, int threads) {
    this.whisper = whisper;
    this.how = how;
    this.threads = threads;
  }

  /** Which language was found, as whisper.cpp calls it; empty when nobody spoke until now. */
  Optional<String> language() {
    return language;
  }

  /**
   * @param piece at most {@link LoadedModel#WINDOW} long
   * @return the words of each segment; none empty
   */
  List<List<Word>> of(AudioSegment piece) {
    List<List<Word>> segments = new ArrayList<>();
    AudioSegment rest = piece;
    while (rest.speech(0, rest.length()) >= LEAST_SPEECH) {
      Hearing hearing = whisper.hear(how, rest.samples(), threads);
      List<List<Word>> said = said(rest, hearing);
      if (!how.prompt().isEmpty() && isSparse(said, rest.speech(0, hearing.heard()))) {
        Hearing again = whisper.hear(how.withoutPrompt(), rest.samples(), threads);
        List<List<Word>> saidAgain = said(rest, again);
        if (words(saidAgain) > words(said)) {
          hearing = again;
          said = saidAgain;
        }
      }
      segments.addAll(said);
      if (!said.isEmpty() && how.guessesLanguage() && hearing.language().isPresent()) {
        language = hearing.language();
        how = how.inLanguage(language.get());
      }
      double heard = hearing.heard();
      if (heard <= 0
          || rest.length() - heard < LEAST_REST
          || rest.speech(heard, rest.length()) < LEAST_REST_SPEECH) {
        break;
      }
      rest = rest.from(heard);
    }
    return Repetitions.once(segments);
  }

  /** A prompt can eat speech: Whisper takes it for what was said before, and goes on from there. */
  private static boolean isSparse(List<List<Word>> said, double speech) {
    return speech >= LONG && words(said) < SPARSE * speech;
  }

  private static int words(List<List<Word>> said) {
    return said.stream().mapToInt(List::size).sum();
  }

  private static List<List<Word>> said(AudioSegment piece, Hearing hearing) {
    return hearing.segments().stream()
        .filter(segment -> isSpoken(piece, hearing, segment))
        .map(segment -> SegmentWords.of(piece, segment))
        .filter(words -> !words.isEmpty())
        .toList();
  }

  /** Whether somebody said a segment. */
  static boolean isSpoken(AudioSegment piece, Hearing hearing, Segment segment) {
    boolean doubted =
        hearing.noSpeech() > NO_SPEECH && segment.logProbability() < UNLIKELY; // NaN doubts nothing
    return !doubted
        && segment.from() < piece.length()
        && piece.speech(segment.from() - TOLERANCE, segment.to() + TOLERANCE) >= LEAST_SPEECH;
  }
}
