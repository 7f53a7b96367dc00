package io.github.ambientgpt.asr.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.ambientgpt.asr.whisper.Hearing.Segment;
import io.github.ambientgpt.core.contract.Samples;
import io.github.ambientgpt.core.contract.StreamingRecognizerContract;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.StreamingRecognizer;
import io.github.ambientgpt.core.speech.StreamingRecognizer.Listener;
import io.github.ambientgpt.core.speech.StreamingRecognizer.Session;
import io.github.ambientgpt.core.speech.VoiceActivity;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The session with an engine that names each half second by its sound: its words stay the same
 * while the window grows, but for the last one, as those of Whisper mostly do.
 */
class WhisperSessionTest extends StreamingRecognizerContract {
  private static final int CHUNK = 640;
  private static final int WORD = AudioStream.SAMPLE_RATE / 2;

  private int windows;
  private double longest;

  @Override
  protected StreamingRecognizer recognizer() {
    return new StreamingRecognizer() {
      @Override
      public Session open(RecognitionOptions options, Listener listener) {
        return session(listener);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  protected String id() {
    return WhisperProvider.ID;
  }

  private Session session(Listener listener) {
    return session(this::hear, listener);
  }

  /** Of a machine on which a look takes no time. */
  private static Session session(WhisperSession.Engine engine, Listener listener) {
    return new WhisperSession(
        engine,
        VoiceActivity.byLoudness(),
        utterances ->
            new Transcript("en", new Recognition(WhisperProvider.ID, "", false), utterances),
        listener,
        () -> 0);
  }

  private Hearing hear(float[] samples) {
    windows++;
    longest = Math.max(longest, (double) samples.length / AudioStream.SAMPLE_RATE);
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < samples.length; i += WORD) {
      int end = Math.min(samples.length, i + WORD);
      long sum = 0;
      for (int k = i; k < end; k++) {
        sum = 31 * sum + Float.floatToIntBits(samples[k]);
      }
      segments.add(
          new Segment(
              (double) i / AudioStream.SAMPLE_RATE,
              (double) end / AudioStream.SAMPLE_RATE,
              " w" + Long.toHexString(sum),
              List.of()));
    }
    return hearing(segments, samples);
  }

  private static Hearing hearing(List<Segment> segments, float[] samples) {
    double length = (double) samples.length / AudioStream.SAMPLE_RATE;
    return new Hearing(segments, length, Double.NaN, Optional.empty());
  }

  @Test
  void silenceIsNeverGivenToWhisper() {
    listen(Samples.silence(60), new Heard());

    assertThat(windows).isZero();
  }

  @Test
  void aKnockIsNoWord() {
    float[] knock =
        Samples.joined(Samples.silence(2), Samples.noise(0.06, 0.3, 1), Samples.silence(3));

    assertThat(listen(knock, new Heard()).isEmpty()).isTrue();
    assertThat(windows).isZero();
  }

  @Test
  void anUtteranceEndsInAPauseAndHasTheTimesOfTheRecording() {
    Heard heard = new Heard();
    float[] talk =
        Samples.joined(
            Samples.silence(5),
            Samples.noise(3, 0.2, 1),
            Samples.silence(4),
            Samples.noise(2, 0.2, 2),
            Samples.silence(2));
    listen(talk, heard);

    assertThat(heard.utterances).hasSize(2);
    assertThat(start(heard.utterances.get(0))).isCloseTo(5, within(0.4));
    assertThat(end(heard.utterances.get(0))).isBetween(8.0, 9.0);
    assertThat(start(heard.utterances.get(1))).isCloseTo(12, within(0.4));
    assertThat(end(heard.utterances.get(1))).isBetween(14.0, 15.0);
  }

  @Test
  void partialTextAppearsWhileSomebodySpeaksAndNotAfterTheUtterance() {
    Heard heard = new Heard();
    Session session = session(heard);
    feed(session, Samples.noise(2.5, 0.2, 1));
    assertThat(heard.partials).isNotEmpty();
    assertThat(heard.utterances).isEmpty();

    feed(session, Samples.silence(1));
    int told = heard.partials.size();
    feed(session, Samples.silence(3));
    assertThat(heard.utterances).hasSize(1);
    assertThat(heard.partials).as("nothing is being said any more").hasSize(told);
    session.close();
  }

  @Test
  void minutesWithoutAPauseAreCutIntoUtterancesThatLoseAndRepeatNothing() {
    Heard heard = new Heard();
    Transcript transcript = listen(Samples.noise(120, 0.2, 1), heard);

    assertThat(longest).as("what Whisper hears at once").isLessThanOrEqualTo(28.1);
    assertThat(transcript.utterances()).hasSizeGreaterThan(3).isEqualTo(heard.utterances);
    double before = 0;
    for (Utterance utterance : transcript.utterances()) {
      assertThat(start(utterance)).isCloseTo(before, within(0.1));
      before = end(utterance);
    }
    assertThat(before).isCloseTo(120, within(0.1));
    assertThat(transcript.utterances())
        .flatExtracting(Utterance::words)
        .as("one word for each half second")
        .hasSizeBetween(235, 250)
        .doesNotHaveDuplicates();
  }

  @Test
  void aLookTakesAlongAllThatIsHere() {
    int chunk = AudioStream.SAMPLE_RATE / 10;
    float[] talk = Samples.noise(4, 0.2, 1);
    List<Integer> looks = new ArrayList<>();
    try (Session session =
        session(
            samples -> {
              looks.add(samples.length);
              return hear(samples);
            },
            new Heard())) {
      for (int i = 0; i < talk.length; i += chunk) {
        int before = looks.size();
        session.accept(talk, i, chunk);
        int accepted = i + chunk;
        assertThat(looks.subList(before, looks.size()))
            .as("of %d samples", accepted)
            .allMatch(length -> length == accepted);
      }
    }
    assertThat(looks).hasSizeGreaterThan(5);
  }

  @Test
  void wordsThatWereShownDoNotVanishWhenThoseBeforeThemBecomeFinal() {
    List<Integer> shown = new ArrayList<>();
    Listener counting =
        new Listener() {
          private int said;

          @Override
          public void partial(String text) {
            shown.add(said + (text.isEmpty() ? 0 : text.split(" ").length));
          }

          @Override
          public void utterance(Utterance utterance) {
            said += utterance.words().size();
          }
        };
    float[] talk = Samples.noise(20, 0.2, 1);
    try (Session session = session(counting)) {
      for (int i = 0; i < talk.length; i += 1600) {
        int before = shown.size();
        session.accept(talk, i, 1600);
        assertThat(shown.size() - before).as("messages for one look").isLessThanOrEqualTo(1);
      }
    }
    assertThat(shown).hasSizeGreaterThan(10).isSorted();
  }

  @Test
  void aDecoderThatIsCaughtInALoopIsHeardOnce() {
    Heard heard = new Heard();
    String round = " and so my fellow Americans.";
    try (Session session =
        session(
            samples -> {
              double length = (double) samples.length / AudioStream.SAMPLE_RATE;
              Segment loop = new Segment(0, length, round.repeat(12), List.of());
              return hearing(List.of(loop), samples);
            },
            heard)) {
      feed(session, Samples.joined(Samples.noise(3, 0.2, 1), Samples.silence(2)));
      session.finish();
    }
    assertThat(heard.partials).isNotEmpty().allMatch(text -> (" " + text).equals(round));
    assertThat(heard.utterances)
        .singleElement()
        .satisfies(utterance -> assertThat(" " + utterance.text()).isEqualTo(round));
  }

  @Test
  void aWholeRecordingAtOnceIsLookedAtWhileItGoesOnAndLosesNothing() {
    float[] talk = Samples.noise(60, 0.2, 1);
    Heard heard = new Heard();
    try (Session session = session(heard)) {
      session.accept(talk, 0, talk.length);
      assertThat(heard.utterances).hasSizeGreaterThan(2);
      assertThat(session.finish().utterances())
          .flatExtracting(Utterance::words)
          .hasSizeBetween(116, 126)
          .doesNotHaveDuplicates();
    }
    assertThat(longest).isLessThanOrEqualTo(28.1);
  }

  @Test
  void anEngineThatNeverAgreesWithItselfStillGivesWords() {
    Heard heard = new Heard();
    Session session =
        session(
            samples ->
                hearing(
                    List.of(
                        new Segment(0, samples.length / 16000.0, "guess " + windows++, List.of())),
                    samples),
            heard);
    feed(session, Samples.noise(70, 0.2, 1));

    assertThat(session.finish().utterances()).hasSizeGreaterThanOrEqualTo(2);
    session.close();
  }

  private Transcript listen(float[] samples, Heard heard) {
    try (Session session = session(heard)) {
      feed(session, samples);
      return session.finish();
    }
  }

  private static void feed(Session session, float[] samples) {
    for (int i = 0; i < samples.length; i += CHUNK) {
      session.accept(samples, i, Math.min(CHUNK, samples.length - i));
    }
  }

  private static double start(Utterance utterance) {
    return utterance.span().orElseThrow().start();
  }

  private static double end(Utterance utterance) {
    return utterance.span().orElseThrow().end();
  }

  private static final class Heard implements Listener {
    final List<String> partials = new ArrayList<>();
    final List<Utterance> utterances = new ArrayList<>();

    @Override
    public void partial(String text) {
      partials.add(text);
    }

    @Override
    public void utterance(Utterance utterance) {
      utterances.add(utterance);
    }
  }
}
