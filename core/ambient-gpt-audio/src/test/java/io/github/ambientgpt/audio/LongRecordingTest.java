package io.github.ambientgpt.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.error.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongRecordingTest {
  private static final int TWO_HOURS = 7200;

  @TempDir private Path folder;

  @Test
  void two_hours_decode_in_a_heap_of_32_megabytes() throws Exception {
    Path wav = sparseWav(1, 22_050, TWO_HOURS);

    ChildJvm.Outcome outcome =
        new ChildJvm(folder).with("-Xmx32m").run(DecodeMain.class, wav.toString());

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).isEqualTo("7200.0 s []");
  }

  @Test
  void what_is_longer_than_the_limit_is_refused_before_it_is_decoded() throws IOException {
    Path wav = sparseWav(1, 8_000, TWO_HOURS);
    AudioDecoder hourly = new AudioDecoder(settings(1L << 30, Duration.ofHours(1)));

    assertThatThrownBy(() -> hourly.open(wav))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("longer than the limit of 1.0 hours");
  }

  @Test
  void a_recording_that_does_not_tell_its_length_is_stopped_at_the_limit() {
    AudioDecoder brief = new AudioDecoder(settings(1L << 30, Duration.ofSeconds(1)));

    try (DecodedAudio audio =
        brief.open(new ByteArrayInputStream(Samples.bytes("speech-live.webm")), "visit.webm")) {
      assertThatThrownBy(() -> Samples.readAll(audio))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("'visit.webm' is longer than the limit of 1.0 seconds");
    }
  }

  @Test
  void what_is_larger_than_the_limit_is_refused() {
    AudioDecoder small = new AudioDecoder(settings(10_000, Duration.ofHours(1)));
    byte[] wav = Samples.bytes("speech.wav");

    assertThatThrownBy(() -> small.open(Samples.file("speech.wav")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("larger than the limit of 10000 bytes");
    assertThatThrownBy(() -> small.open(new ByteArrayInputStream(wav), "stdin"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'stdin' is larger than the limit of 10000 bytes");
    assertThat(folder).isEmptyDirectory();
  }

  private DecoderSettings settings(long maxBytes, Duration maxDuration) {
    return new DecoderSettings(folder, maxBytes, maxDuration);
  }

  /** Takes no room on the disk where the file system knows holes. */
  private Path sparseWav(int channels, int sampleRate, long seconds) throws IOException {
    Path file = folder.resolve("long.wav");
    long data = seconds * sampleRate * channels * 2;
    try (RandomAccessFile wav = new RandomAccessFile(file.toFile(), "rw")) {
      wav.write(Samples.wavHeader(channels, sampleRate, data));
      wav.setLength(44 + data);
    }
    return file;
  }
}
