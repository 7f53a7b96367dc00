package io.github.ambientgpt.core.speech;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Audio of one channel that several people share: once a recognizer has read it, it tells whose
 * words are whose by their voices. For one thread.
 *
 * <p>Idea: what is said without a pause is one person's. The voice of each such stretch is compared
 * with those of all others; stretches that are alike are one person. A stretch that is like two
 * people, or like nobody, stays unknown: that is better than wrong.
 *
 * @since 0.1.0
 */
public final class VoicedAudio implements AudioStream {
  /** The stage that is reported. */
  public static final String STAGE = "voices";

  /** A person who speaks pauses for as long as this where another may begin, in seconds. */
  private static final double PAUSE = 0.2;

  /** The longest stretch that is taken for one person's, in seconds. */
  private static final double LONGEST = 3;

  /** Too short to be told by itself, in seconds. */
  private static final double SHORT = 1;

  private final AudioStream audio;
  private final SpeakerEmbedder embedder;
  private final FrameLoudness loudness = new FrameLoudness();

  /**
   * @param audio its own: closed with this
   * @param embedder its own: closed with this
   */
  public VoicedAudio(AudioStream audio, SpeakerEmbedder embedder) {
    this.audio = audio;
    this.embedder = embedder;
  }

  /**
   * Hears a recording of one channel, and tells whose words are whose.
   *
   * @param audio read to its end, not closed
   * @param embedder its own, closed at the end; empty where nothing tells voices apart
   * @throws EngineException when the recognizer fails, with what was heard until then
   */
  public static Transcript transcribe(
      SpeechRecognizer recognizer,
      AudioStream audio,
      Optional<SpeakerEmbedder> embedder,
      RecognitionOptions options,
      Monitor monitor) {
    if (embedder.isEmpty()) {
      return recognizer.transcribe(audio, options, monitor);
    }
    try (SpeakerEmbedder voices = embedder.get()) {
      VoicedAudio voiced = new VoicedAudio(audio, voices);
      try {
        return voiced.labelled(recognizer.transcribe(voiced, options, monitor), monitor);
      } catch (EngineException e) {
        throw e.heard().map(heard -> e.after(voiced.labelled(heard, monitor))).orElse(e);
      }
    }
  }

  @Override
  public int read(float[] buffer, int offset, int length) {
    int count = audio.read(buffer, offset, length);
    if (count > 0) {
      loudness.hear(buffer, offset, count);
      embedder.hear(buffer, offset, count);
    }
    return count;
  }

  @Override
  public OptionalDouble duration() {
    return audio.duration();
  }

  @Override
  public void close() {
    audio.close();
    embedder.close();
  }

  /**
   * The same words with whose they are: an utterance of two people becomes two. Where only one
   * voice is heard, times are missing, or the recognizer told the voices itself, it stays as it is.
   *
   * @throws CancelledException when the monitor says so
   */
  public Transcript labelled(Transcript transcript, Monitor monitor) {
    if (transcript.utterances().stream().anyMatch(u -> !u.speaker().equals(Speaker.UNKNOWN))) {
      return transcript;
    }
    List<Stretch> stretches = stretches(transcript);
    List<Optional<float[]>> voices = new ArrayList<>();
    for (Stretch stretch : stretches) {
      monitor.checkCancelled();
      monitor.report(STAGE, (double) voices.size() / stretches.size());
      voices.add(embedder.voice(stretch.start(), stretch.end()));
    }
    double[] seconds = stretches.stream().mapToDouble(s -> s.end() - s.start()).toArray();
    int[] people = new VoiceClusters(embedder.samePerson()).people(voices, seconds, monitor);
    joinShort(stretches, people);
    monitor.report(STAGE, 1);
    List<Utterance> utterances = new ArrayList<>();
    int at = 0;
    for (Utterance utterance : transcript.utterances()) {
      int from = at;
      while (at < stretches.size() && stretches.get(at).utterance() == utterance) {
        at++;
      }
      split(utterance, stretches.subList(from, at), people, from, utterances);
    }
    return transcript.withUtterances(utterances);
  }

  /** Words of an utterance that nobody paused in. */
  private record Stretch(Utterance utterance, List<Word> words, double start, double end) {
    static Stretch of(Utterance utterance, List<Word> words) {
      double end = words.get(words.size() - 1).span().end();
      return new Stretch(utterance, List.copyOf(words), words.get(0).span().start(), end);
    }
  }

  private List<Stretch> stretches(Transcript transcript) {
    List<Stretch> stretches = new ArrayList<>();
    for (Utterance utterance : transcript.utterances()) {
      if (utterance.words().isEmpty()) {
        utterance
            .span()
            .ifPresent(
                span -> stretches.add(new Stretch(utterance, List.of(), span.start(), span.end())));
        continue;
      }
      List<Word> words = new ArrayList<>();
      for (Word word : utterance.words()) {
        if (!words.isEmpty() && mayChange(words, word)) {
          stretches.add(Stretch.of(utterance, words));
          words.clear();
        }
        words.add(word);
      }
      stretches.add(Stretch.of(utterance, words));
    }
    return stretches;
  }

  private boolean mayChange(List<Word> before, Word next) {
    Word last = before.get(before.size() - 1);
    return last.text().matches(".*[.?!]")
        || next.span().start() - last.span().end() >= PAUSE
        || next.span().end() - before.get(0).span().start() > LONGEST
        || loudness.hasPause(middle(last), next.span().end(), PAUSE);
  }

  /** What is too short to tell is whose it follows, or is followed by, without a pause. */
  private static void joinShort(List<Stretch> stretches, int[] people) {
    int[] told = people.clone();
    for (int i = 0; i < told.length; i++) {
      Stretch stretch = stretches.get(i);
      if (told[i] != VoiceClusters.UNKNOWN || stretch.end() - stretch.start() > SHORT) {
        continue;
      }
      double before = i == 0 ? SHORT : gap(stretches.get(i - 1), stretch);
      double behind = i == told.length - 1 ? SHORT : gap(stretch, stretches.get(i + 1));
      if (Math.min(before, behind) < PAUSE) {
        people[i] = before <= behind ? people[i - 1] : told[i + 1];
      }
    }
  }

  /** In seconds; too long where another utterance begins. */
  private static double gap(Stretch one, Stretch next) {
    return one.utterance() == next.utterance() ? next.start() - one.end() : SHORT;
  }

  private static double middle(Word word) {
    return (word.span().start() + word.span().end()) / 2;
  }

  private static void split(
      Utterance utterance,
      List<Stretch> stretches,
      int[] people,
      int first,
      List<Utterance> utterances) {
    int from = 0;
    for (int i = 1; i <= stretches.size(); i++) {
      if (i == stretches.size() || people[first + i] != people[first + from]) {
        Speaker speaker = speaker(people[first + from], utterance);
        boolean whole = from == 0 && i == stretches.size();
        utterances.add(
            whole
                ? renumbered(utterance, utterances.size() + 1).withSpeaker(speaker)
                : part(stretches.subList(from, i), speaker, utterances.size() + 1));
        from = i;
      }
    }
    if (stretches.isEmpty()) {
      utterances.add(renumbered(utterance, utterances.size() + 1));
    }
  }

  private static Speaker speaker(int person, Utterance utterance) {
    return person == VoiceClusters.UNKNOWN
        ? utterance.speaker()
        : new Speaker("Voice " + (person + 1), Role.UNKNOWN);
  }

  private static Utterance renumbered(Utterance u, int number) {
    return new Utterance("u" + number, u.speaker(), u.span(), u.text(), u.words());
  }

  private static Utterance part(List<Stretch> stretches, Speaker speaker, int number) {
    List<Word> words = stretches.stream().flatMap(s -> s.words().stream()).toList();
    String text = words.stream().map(Word::text).collect(Collectors.joining(" "));
    Span span = new Span(stretches.get(0).start(), stretches.get(stretches.size() - 1).end());
    return new Utterance("u" + number, speaker, Optional.of(span), text, words);
  }
}
