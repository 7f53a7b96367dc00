package io.github.ambientgpt.core.speech;

import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.transcript.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A recording in which each channel is one person's microphone: each is transcribed by itself, and
 * the utterances are put together by their times.
 *
 * <p>A microphone also hears the others, more softly. So an utterance is dropped when another
 * channel is louder by {@value #BLEED} dB at the same time, and either has most of its words in the
 * same order, or rises and falls just as it does: then it is the same sound, whatever a recognizer
 * made of it. Soft words of one's own are kept.
 *
 * @since 0.1.0
 */
public final class Channels {
  /** How much softer the others are than the one whose microphone it is, in decibels. */
  private static final int BLEED = 6;

  /** The share of an utterance's words that the louder channel has, too. */
  private static final double SAME_WORDS = 0.6;

  /**
   * How alike two channels rise and fall (Pearson's r of their decibels) when one hears the other.
   */
  private static final double SAME_SOUND = 0.9;

  /** Tenths of a second below which that means nothing. */
  private static final int LEAST_SOUND = 10;

  /** Recognizers place words within this many seconds. */
  private static final double TOLERANCE = 1;

  private final List<Speaker> speakers;

  /**
   * @param speakers who is heard on each channel
   */
  public Channels(List<Speaker> speakers) {
    this.speakers = List.copyOf(speakers);
  }

  private record Heard(Speaker speaker, Transcript transcript, MeteredAudio sound) {}

  /**
   * Hears one channel after the other.
   *
   * @param channels one for each speaker; read to their ends, not closed
   * @throws EngineException when the recognizer fails, with what was heard on all channels until
   *     then
   */
  public Transcript transcribe(
      SpeechRecognizer recognizer,
      List<MeteredAudio> channels,
      RecognitionOptions options,
      Monitor monitor) {
    if (channels.size() != speakers.size()) {
      throw new IllegalArgumentException(
          channels.size() + " channels, but " + speakers.size() + " speakers");
    }
    List<Heard> heard = new ArrayList<>();
    for (int i = 0; i < channels.size(); i++) {
      MeteredAudio sound = channels.get(i);
      try {
        Transcript transcript = recognizer.transcribe(sound, options, part(monitor, i));
        heard.add(new Heard(speakers.get(i), transcript, sound));
      } catch (EngineException e) {
        Speaker speaker = speakers.get(i);
        e.heard().ifPresent(begun -> heard.add(new Heard(speaker, begun, sound)));
        throw heard.isEmpty() ? e : e.after(merged(heard));
      }
    }
    return merged(heard);
  }

  /** Tells how far all channels together have come. */
  private Monitor part(Monitor monitor, int channel) {
    return new Monitor() {
      @Override
      public void report(String stage, double fraction) {
        monitor.report(stage, (channel + fraction) / speakers.size());
      }

      @Override
      public boolean isCancelled() {
        return monitor.isCancelled();
      }
    };
  }

  private static Transcript merged(List<Heard> heard) {
    List<Utterance> all = new ArrayList<>();
    for (Heard channel : heard) {
      for (Utterance utterance : channel.transcript.utterances()) {
        boolean own = heard.stream().noneMatch(o -> o != channel && isBleed(utterance, channel, o));
        if (own) {
          all.add(utterance.withSpeaker(channel.speaker));
        }
      }
    }
    all.sort(Comparator.comparingDouble(utterance -> span(utterance).start()));
    List<Utterance> numbered = new ArrayList<>();
    for (Utterance u : all) {
      String id = "u" + (numbered.size() + 1);
      numbered.add(new Utterance(id, u.speaker(), u.span(), u.text(), u.words()));
    }
    return heard.get(0).transcript.withUtterances(numbered);
  }

  private static Span span(Utterance utterance) {
    return utterance.span().orElse(new Span(0, 0));
  }

  private static boolean isBleed(Utterance utterance, Heard channel, Heard other) {
    Span span = span(utterance);
    if (other.sound.loudness(span) - channel.sound.loudness(span) < BLEED) {
      return false;
    }
    return sameSound(channel.sound.envelope(span), other.sound.envelope(span))
        || sameWords(utterance, span, other);
  }

  private static boolean sameSound(double[] a, double[] b) {
    int n = Math.min(a.length, b.length);
    if (n < LEAST_SOUND) {
      return false;
    }
    double meanA = Arrays.stream(a, 0, n).average().orElse(0);
    double meanB = Arrays.stream(b, 0, n).average().orElse(0);
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < n; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return ab >= SAME_SOUND * Math.sqrt(aa * bb) && ab > 0;
  }

  private static boolean sameWords(Utterance utterance, Span span, Heard other) {
    List<String> words = WordErrors.words(utterance.text());
    List<String> others =
        other.transcript.utterances().stream().flatMap(u -> wordsWithin(u, span)).toList();
    return inCommon(words, others) >= Math.max(1, SAME_WORDS * words.size());
  }

  private static Stream<String> wordsWithin(Utterance utterance, Span span) {
    if (utterance.words().isEmpty()) {
      return overlap(span(utterance), span)
          ? WordErrors.words(utterance.text()).stream()
          : Stream.empty();
    }
    return utterance.words().stream()
        .filter(word -> overlap(word.span(), span))
        .map(Word::text)
        .flatMap(word -> WordErrors.words(word).stream());
  }

  private static boolean overlap(Span one, Span other) {
    return one.start() <= other.end() + TOLERANCE && other.start() <= one.end() + TOLERANCE;
  }

  /** The length of the longest common subsequence. */
  private static int inCommon(List<String> a, List<String> b) {
    int[] row = new int[b.size() + 1];
    for (String word : a) {
      int diagonal = 0;
      for (int j = 1; j <= b.size(); j++) {
        int above = row[j];
        row[j] = word.equals(b.get(j - 1)) ? diagonal + 1 : Math.max(above, row[j - 1]);
        diagonal = above;
      }
    }
    return row[b.size()];
  }
}
