package io.github.ambientgpt.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.ambientgpt.core.speech.AudioStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each format against the WAV file that all of them were made from. */
class FormatsTest {
  private final AudioDecoder decoder = new AudioDecoder();
  private final float[] reference = pcm();

  @ParameterizedTest
  @CsvSource({
    "speech.wav, wav/pcm_s16le, 1, 16000, 0.9999",
    "speech.flac, flac/flac, 1, 16000, 0.9999",
    "speech.mp3, mp3/mp3, 2, 44100, 0.99",
    "speech.m4a, m4a/aac, 2, 44100, 0.99",
    "speech.ogg, ogg/opus, 1, 48000, 0.95",
    "speech.webm, webm/opus, 1, 48000, 0.95",
    "speech-live.webm, webm/opus, 1, 48000, 0.95",
    "film.mp4, mp4/aac, 1, 16000, 0.97"
  })
  void decodes_to_what_was_recorded(
      String name, String format, int channels, int sampleRate, double likeness) {
    try (DecodedAudio audio = decoder.open(Samples.file(name))) {
      float[] samples = Samples.readAll(audio);

      assertThat(audio.properties().format()).isEqualTo(format);
      assertThat(audio.properties().channels()).isEqualTo(channels);
      assertThat(audio.properties().sampleRate()).isEqualTo(sampleRate);
      assertThat((double) samples.length / AudioStream.SAMPLE_RATE).isCloseTo(1.8, within(0.08));
      assertThat(Samples.likeness(reference, samples, 200)).isGreaterThan(likeness);
      assertThat(Samples.loudness(samples))
          .isCloseTo(Samples.loudness(reference), within(0.1 * Samples.loudness(reference)));
      assertThat(audio.warnings()).isEmpty();
      assertThat(audio.read(new float[1], 0, 1)).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "speech.wav",
        "speech.flac",
        "speech.mp3",
        "speech.m4a",
        "speech.ogg",
        "speech.webm"
      })
  void probing_tells_the_duration_without_decoding(String name) {
    AudioProperties properties = decoder.probe(Samples.file(name));

    assertThat(properties.duration().orElseThrow()).isCloseTo(1.8, within(0.08));
    assertThat(properties.describe()).contains(properties.format(), "1.8 s");
  }

  @Test
  void a_browsers_recording_has_no_duration() {
    assertThat(decoder.probe(Samples.file("speech-live.webm")).duration()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"speech.mp3", "speech.m4a", "speech.ogg", "speech.webm", "speech.flac"})
  void the_content_decides_and_not_the_name(String name, @TempDir Path folder) throws IOException {
    Path misnamed = Files.copy(Samples.file(name), folder.resolve("recording.wav"));

    try (DecodedAudio audio = decoder.open(misnamed)) {
      assertThat(Samples.likeness(reference, Samples.readAll(audio), 200)).isGreaterThan(0.95);
      assertThat(audio.properties()).isEqualTo(decoder.probe(Samples.file(name)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"speech.wav", "speech.m4a", "speech-live.webm"})
  void a_stream_gives_the_same_as_a_file(String name) {
    try (DecodedAudio file = decoder.open(Samples.file(name));
        DecodedAudio stream =
            decoder.open(new ByteArrayInputStream(Samples.bytes(name)), "stdin")) {
      assertThat(Samples.readAll(stream)).isEqualTo(Samples.readAll(file));
    }
  }

  @Test
  void names_mean_nothing_to_ffmpeg(@TempDir Path folder) throws IOException {
    Path file =
        Files.copy(Samples.file("speech.wav"), folder.resolve("concat,100% 'visit' [1];#2.wav"));

    try (DecodedAudio audio = decoder.open(file)) {
      assertThat(Samples.readAll(audio)).hasSameSizeAs(reference);
    }
  }

  private static float[] pcm() {
    byte[] wav = Samples.bytes("speech.wav");
    ShortBuffer shorts =
        ByteBuffer.wrap(wav, 44, wav.length - 44).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    float[] samples = new float[shorts.remaining()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = shorts.get(i) / 32768f;
    }
    return samples;
  }
}
