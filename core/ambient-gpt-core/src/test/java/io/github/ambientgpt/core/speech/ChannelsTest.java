package io.github.ambientgpt.core.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.ambientgpt.core.contract.RecordingMonitor;
import io.github.ambientgpt.core.contract.RecordingMonitor.Report;
import io.github.ambientgpt.core.contract.Samples;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** With sound of known loudness, and what a recognizer would hear in it written down. */
class ChannelsTest {
  private static final Speaker DOCTOR = new Speaker("clinician", Role.CLINICIAN);
  private static final Speaker PATIENT = new Speaker("patient", Role.PATIENT);
  private static final double LOUD = 0.2;
  private static final double SOFT = 0.02; // 20 dB less

  private final List<Transcript> written = new ArrayList<>();

  @Test
  void utterancesOfBothAreOrderedByTimeAndLabelled() {
    written.add(heard(said(0, 2, "how are you"), said(6, 8, "since when")));
    written.add(heard(said(3, 5, "my knee hurts"), said(9, 10, "a week")));
    Transcript merged = transcribe(sound(LOUD, 0, 0, LOUD, 0), sound(0, LOUD, 0, 0, LOUD));

    assertThat(merged.utterances())
        .extracting(Utterance::id)
        .containsExactly("u1", "u2", "u3", "u4");
    assertThat(merged.utterances())
        .extracting(Utterance::text)
        .containsExactly("how are you", "my knee hurts", "since when", "a week");
    assertThat(merged.utterances())
        .extracting(Utterance::speaker)
        .containsExactly(DOCTOR, PATIENT, DOCTOR, PATIENT);
  }

  @Test
  void whatOneMicrophoneHearsOfTheOtherPersonIsDropped() {
    written.add(heard(said(0, 2, "How are you today?"), said(2.2, 4, "knee hurts badly")));
    written.add(heard(said(0.2, 2, "how you today"), said(2, 4, "My knee hurts badly.")));
    Transcript merged = transcribe(sound(LOUD, SOFT), sound(SOFT, LOUD));

    assertThat(merged.utterances())
        .extracting(Utterance::text)
        .containsExactly("How are you today?", "My knee hurts badly.");
  }

  @Test
  void bothSayingTheSameIsKept() {
    written.add(heard(said(0, 2, "thank you")));
    written.add(heard(said(0, 2, "thank you")));

    assertThat(transcribe(sound(LOUD), sound(LOUD * 0.8)).utterances()).hasSize(2);
  }

  @Test
  void softWordsThatTheOtherChannelDoesNotHaveAreKept() {
    written.add(heard(said(0, 2, "take it twice a day")));
    written.add(heard(said(0.5, 1.5, "okay")));

    assertThat(transcribe(sound(LOUD), sound(SOFT)).utterances()).hasSize(2);
  }

  @Test
  void theSameWordsAtAnotherTimeAreKept() {
    written.add(heard(said(0, 2, "does it hurt")));
    written.add(heard(said(6, 8, "does it hurt")));

    assertThat(transcribe(sound(LOUD, 0, 0, LOUD), sound(0, 0, 0, SOFT)).utterances()).hasSize(2);
  }

  @Test
  void whatWasHeardBeforeAFailureIsKeptFromAllChannels() {
    written.add(heard(said(0, 2, "how are you")));
    EngineException failure =
        EngineException.lasting("It broke.", null).after(heard(said(3, 5, "my knee")));
    SpeechRecognizer recognizer =
        new Written(written.iterator()) {
          @Override
          public Transcript transcribe(AudioStream audio, RecognitionOptions o, Monitor monitor) {
            if (!texts.hasNext()) {
              drain(audio);
              throw failure;
            }
            return super.transcribe(audio, o, monitor);
          }
        };

    assertThatThrownBy(
            () ->
                new Channels(List.of(DOCTOR, PATIENT))
                    .transcribe(
                        recognizer,
                        List.of(sound(LOUD, 0), sound(0, LOUD)),
                        RecognitionOptions.DEFAULT,
                        Monitor.NONE))
        .isInstanceOfSatisfying(
            EngineException.class,
            e ->
                assertThat(e.heard().orElseThrow().utterances())
                    .extracting(Utterance::speaker)
                    .containsExactly(DOCTOR, PATIENT));
  }

  @Test
  void progressGoesOverAllChannelsAndSilenceMakesNoWords() {
    RecordingMonitor monitor = RecordingMonitor.patient();
    SpeechRecognizer recognizer = new io.github.ambientgpt.core.contract.fake.LoudnessRecognizer();
    Transcript merged =
        new Channels(List.of(DOCTOR, PATIENT))
            .transcribe(
                recognizer,
                List.of(sound(LOUD, 0, LOUD), sound(0, 0, 0)),
                RecognitionOptions.DEFAULT,
                monitor);

    assertThat(merged.utterances()).isNotEmpty().allMatch(u -> u.speaker().equals(DOCTOR));
    assertThat(monitor.reports()).extracting(Report::fraction).isSorted().endsWith(1.0);
  }

  @Test
  void loudnessIsThatOfTheStretch() {
    MeteredAudio audio = sound(LOUD, 0, SOFT);
    Written.drain(audio);

    assertThat(audio.heard()).isCloseTo(6, within(1e-9));
    assertThat(audio.loudness(new Span(0.5, 1.5))).isCloseTo(-14, within(0.5));
    assertThat(audio.loudness(new Span(4.5, 5.5))).isCloseTo(-34, within(0.5));
    assertThat(audio.loudness(new Span(2.5, 3.5))).isLessThan(-100);
    assertThat(audio.loudness(new Span(50, 60))).as("past the end").isCloseTo(-34, within(0.5));
  }

  private Transcript transcribe(MeteredAudio... channels) {
    return new Channels(List.of(DOCTOR, PATIENT))
        .transcribe(
            new Written(written.iterator()),
            List.of(channels),
            RecognitionOptions.DEFAULT,
            Monitor.NONE);
  }

  /** Two seconds of each loudness. */
  private static MeteredAudio sound(double... loudness) {
    float[][] parts = new float[loudness.length][];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = Samples.noise(2, loudness[i], i);
    }
    return new MeteredAudio(AudioStream.of(Samples.joined(parts)));
  }

  private static Utterance said(double from, double to, String text) {
    Span span = new Span(from, to);
    return new Utterance(
        "u" + (int) (from * 10), Speaker.UNKNOWN, Optional.of(span), text, List.of());
  }

  private static Transcript heard(Utterance... utterances) {
    return new Transcript("en", Recognition.TYPED, List.of(utterances));
  }

  /** Hears one transcript after the other. */
  private static class Written implements SpeechRecognizer {
    final Iterator<Transcript> texts;

    Written(Iterator<Transcript> texts) {
      this.texts = texts;
    }

    @Override
    public Transcript transcribe(AudioStream audio, RecognitionOptions options, Monitor monitor) {
      drain(audio);
      return texts.next();
    }

    static void drain(AudioStream audio) {
      float[] second = new float[AudioStream.SAMPLE_RATE];
      int count = 0;
      while (count >= 0) {
        count = audio.read(second, 0, second.length);
      }
    }

    @Override
    public void close() {}
  }
}
