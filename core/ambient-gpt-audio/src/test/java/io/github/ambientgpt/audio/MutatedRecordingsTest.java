package io.github.ambientgpt.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.error.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with bytes changed at random: they decode or are refused, and the process lives. */
class MutatedRecordingsTest {
  private static final int MUTANTS = 100;
  private static final int HEADERS = 600;

  private final AudioDecoder decoder = new AudioDecoder();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "speech.wav",
        "speech.flac",
        "speech.mp3",
        "speech.m4a",
        "speech.ogg",
        "speech.webm",
        "speech-live.webm",
        "film.mp4",
        "film-without-sound.mp4"
      })
  void decode_or_are_refused(String name) {
    Random random = new Random(name.hashCode());
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = mutant(Samples.bytes(name), random);
      try (DecodedAudio audio = decoder.open(new ByteArrayInputStream(mutant), "mutant")) {
        for (float sample : Samples.readAll(audio)) {
          assertThat(sample >= -1 && sample <= 1).isTrue();
        }
      } catch (InvalidInputException e) {
        assertThat(e).hasMessageContaining("'mutant'");
      }
    }
  }

  /** Headers are where most can go wrong, so half of them have all their changes there. */
  private static byte[] mutant(byte[] bytes, Random random) {
    int end = random.nextBoolean() ? Math.min(HEADERS, bytes.length) : bytes.length;
    for (int changes = random.nextInt(30); changes >= 0; changes--) {
      bytes[random.nextInt(end)] = (byte) random.nextInt();
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }
}
