package io.github.ambientgpt.asr.whisper;

import io.github.ambientgpt.asr.whisper.AgreedWords.Guess;
import io.github.ambientgpt.core.speech.AudioSegment;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.StreamingRecognizer.Listener;
import io.github.ambientgpt.core.speech.StreamingRecognizer.Session;
import io.github.ambientgpt.core.speech.VoiceActivity;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.transcript.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Live speech: a window of sound that grows while somebody speaks, is heard again a few times a
 * second, and ends in a pause. Silence between is not heard at all. A window that grows too long
 * loses the words at its start that are certain, with their sound. Where Whisper is slower than
 * speech, it hears the window less often.
 */
final class WhisperSession implements Session {
  private static final int RATE = AudioStream.SAMPLE_RATE;

  /** A pause that ends an utterance. */
  private static final int PAUSE = RATE * 4 / 5;

  /** Sound before the first frame of speech that belongs to it. */
  private static final int BEFORE = RATE * 3 / 10;

  /** What is shorter is a knock, not a word. */
  private static final int LEAST_SPEECH = RATE / 5;

  /** Two frames of the page: a word waits for the next look, and then for what the look takes. */
  private static final int STEP = RATE / 5;

  /** So long a look waits for sound that is here already, to take it along. */
  private static final int PUT_OFF = RATE * 2 / 5;

  /** From here on a window is cut where that can be done. */
  private static final int LONG = 5 * RATE;

  /** From here on it is cut behind any word that is certain. */
  private static final int LONGER = 9 * RATE;

  /** Here it is cut come what may: Whisper hears 30 s. */
  private static final int LONGEST = 28 * RATE;

  private final Engine engine;
  private final VoiceActivity activity;
  private final Function<List<Utterance>, Transcript> transcript;
  private final Listener listener;
  private final LongSupplier nanoTime;
  private final AgreedWords words = new AgreedWords();
  private final List<Utterance> utterances = new ArrayList<>();
  private final float[] frame = new float[VoiceActivity.FRAME];
  private final float[] window = new float[LONGEST + BEFORE];

  /** For each frame of the window, whether it may be speech. */
  private final boolean[] spoken = new boolean[window.length / VoiceActivity.FRAME];

  private int filled;
  private int length;
  private long windowStart;
  private boolean speaking;
  private int speech;
  private int sinceSpeech;
  private int sinceHeard;
  private int step = STEP;
  private String partial = "";

  /** Recognizes a window of sound; times are in seconds from its start. */
  interface Engine {
    Hearing hear(float[] samples);
  }

  /**
   * @param activity its own: closed with the session
   * @param transcript makes a transcript of all utterances
   * @param nanoTime tells how long a look took: on that hangs when the next one is
   */
  WhisperSession(
      Engine engine,
      VoiceActivity activity,
      Function<List<Utterance>, Transcript> transcript,
      Listener listener,
      LongSupplier nanoTime) {
    this.engine = engine;
    this.activity = activity;
    this.transcript = transcript;
    this.listener = listener;
    this.nanoTime = nanoTime;
  }

  @Override
  public void accept(float[] samples, int offset, int count) {
    for (int i = offset; i < offset + count; i++) {
      frame[filled++] = samples[i];
      if (filled == frame.length) {
        filled = 0;
        hearFrame();
        lookWhenDue(offset + count - i > frame.length);
      }
    }
  }

  /**
   * @param moreIsHere whether another frame can be looked at along with it, at no more cost
   */
  private void lookWhenDue(boolean moreIsHere) {
    boolean due = sinceHeard >= step && (!moreIsHere || sinceHeard >= step + PUT_OFF);
    if (speaking && (due || length >= LONGEST)) {
      hearWindow();
      shorten();
      // Behind what became final, too: words that were shown do not vanish until the next look.
      tell(text(Stream.concat(words.confirmed().stream(), words.tentative().stream())));
    }
  }

  private void hearFrame() {
    boolean isSpeech = activity.judge(frame, 0, frame.length)[0];
    spoken[length / VoiceActivity.FRAME] = isSpeech;
    System.arraycopy(frame, 0, window, length, frame.length);
    length += frame.length;
    if (isSpeech) {
      speaking = true;
      speech += frame.length;
      sinceSpeech = 0;
    } else {
      sinceSpeech += frame.length;
    }
    sinceHeard += frame.length;
    if (!speaking) {
      forget(Math.max(0, length - BEFORE));
      sinceHeard = 0;
    } else if (sinceSpeech >= PAUSE) {
      endUtterance();
    }
  }

  /** Whisper's cost grows with every look, so that a slow machine takes fewer. */
  private void hearWindow() {
    if (speech < LEAST_SPEECH) {
      return;
    }
    long start = nanoTime.getAsLong();
    words.hear(hypothesis());
    double seconds = (nanoTime.getAsLong() - start) / 1e9;
    step = (int) Math.max(STEP, Math.min(LONG, seconds * RATE * 1.2));
    sinceHeard = 0;
  }

  private List<Guess> hypothesis() {
    AudioSegment piece =
        new AudioSegment(
            (double) windowStart / RATE,
            Arrays.copyOf(window, length),
            Arrays.copyOf(spoken, length / VoiceActivity.FRAME));
    Hearing hearing = engine.hear(piece.samples());
    List<List<Word>> segments =
        hearing.segments().stream()
            .filter(segment -> HeardSpeech.isSpoken(piece, hearing, segment))
            .map(segment -> SegmentWords.of(piece, segment))
            .filter(timed -> !timed.isEmpty())
            .toList();
    List<Guess> guesses = new ArrayList<>();
    for (List<Word> timed : Repetitions.once(segments)) {
      for (int i = 0; i < timed.size(); i++) {
        guesses.add(new Guess(timed.get(i), i == timed.size() - 1));
      }
    }
    return guesses;
  }

  private void shorten() {
    if (length >= LONG) {
      cut(words.cuttable());
    }
    if (length >= LONGER) {
      cut(words.confirmed().size());
    }
    if (length >= LONGEST) {
      words.settle();
      emit(words.take(words.confirmed().size()));
      startAnew(0);
    }
  }

  /** Emits the first words, and lets go of their sound. */
  private void cut(int count) {
    if (count == 0) {
      return;
    }
    List<Guess> certain = words.take(count);
    double end = certain.get(certain.size() - 1).word().span().end();
    emit(certain);
    forget((int) Math.max(0, Math.min(length, end * RATE - windowStart)));
  }

  private void endUtterance() {
    if (speech >= LEAST_SPEECH) {
      words.hear(hypothesis());
      words.settle();
      emit(words.take(words.confirmed().size()));
    }
    tell("");
    startAnew(BEFORE);
  }

  private void startAnew(int kept) {
    forget(Math.max(0, length - kept));
    speaking = false;
    speech = 0;
    sinceHeard = 0;
  }

  /** Rounded down to whole frames. */
  private void forget(int samples) {
    int frames = samples / VoiceActivity.FRAME;
    int count = frames * VoiceActivity.FRAME;
    System.arraycopy(spoken, frames, spoken, 0, length / VoiceActivity.FRAME - frames);
    System.arraycopy(window, count, window, 0, length - count);
    length -= count;
    windowStart += count;
  }

  private void emit(List<Guess> certain) {
    if (certain.isEmpty()) {
      return;
    }
    List<Word> placed = new ArrayList<>();
    double before = lastEnd();
    for (Guess guess : certain) {
      Word word = guess.word();
      double start = Math.max(before, word.span().start());
      Span span = new Span(start, Math.max(start, word.span().end()));
      placed.add(new Word(word.text(), span, word.confidence(), word.estimated()));
      before = start;
    }
    Span span = new Span(placed.get(0).span().start(), placed.get(placed.size() - 1).span().end());
    Utterance utterance =
        new Utterance(
            "u" + (utterances.size() + 1),
            Speaker.UNKNOWN,
            Optional.of(span),
            text(certain.stream()),
            placed);
    utterances.add(utterance);
    partial = "";
    listener.utterance(utterance);
  }

  private double lastEnd() {
    return utterances.isEmpty()
        ? 0
        : utterances.get(utterances.size() - 1).span().orElseThrow().end();
  }

  private void tell(String text) {
    if (!text.equals(partial)) {
      partial = text;
      listener.partial(text);
    }
  }

  private static String text(Stream<Guess> guesses) {
    return guesses.map(guess -> guess.word().text()).collect(Collectors.joining(" "));
  }

  @Override
  public Transcript finish() {
    if (speaking) {
      endUtterance();
    }
    return transcript.apply(utterances);
  }

  @Override
  public void close() {
    activity.close();
  }
}
