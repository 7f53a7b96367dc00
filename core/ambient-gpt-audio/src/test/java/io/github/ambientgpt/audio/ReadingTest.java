package io.github.ambientgpt.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mixing and resampling, closing, threads, and disks that fail. */
class ReadingTest {
  private final AudioDecoder decoder = new AudioDecoder();

  @ParameterizedTest
  @ValueSource(ints = {8_000, 11_025, 22_050, 44_100, 48_000, 96_000})
  void a_tone_keeps_its_pitch_and_loudness_at_any_sample_rate(int sampleRate) {
    byte[] wav = Samples.wav(1, sampleRate, Samples.tone(440, sampleRate, 1, 0.5));

    try (DecodedAudio audio = open(wav)) {
      float[] samples = Samples.readAll(audio);

      assertThat(samples.length).isBetween(15_990, 16_010);
      assertThat(Samples.likeness(samples, Samples.tone(440, 16_000, 1, 0.5), 20))
          .isGreaterThan(0.999);
      assertThat(Samples.loudness(samples)).isCloseTo(0.5 / Math.sqrt(2), within(0.01));
    }
  }

  @Test
  void two_channels_are_mixed_to_their_mean() {
    float[] stereo = new float[32_000];
    for (int i = 0; i < stereo.length; i += 2) {
      stereo[i] = 0.75f;
      stereo[i + 1] = 0.25f;
    }

    try (DecodedAudio audio = open(Samples.wav(2, 16_000, stereo))) {
      float[] samples = Samples.readAll(audio);

      assertThat(samples).hasSize(16_000);
      assertThat(samples[8_000]).isCloseTo(0.5f, within(0.001f));
    }
  }

  @Test
  void loud_stereo_does_not_leave_the_range() {
    float[] square = new float[88_200];
    for (int i = 0; i < square.length; i++) {
      square[i] = i / 200 % 2 == 0 ? 1 : -1;
    }

    try (DecodedAudio audio = open(Samples.wav(2, 44_100, square))) {
      for (float sample : Samples.readAll(audio)) {
        assertThat(sample).isBetween(-1f, 1f);
      }
    }
  }

  @Test
  void closing_twice_is_closing_once_and_reading_then_fails() {
    DecodedAudio audio = open(Samples.bytes("speech.ogg"));
    audio.close();
    audio.close();

    assertThatThrownBy(() -> audio.read(new float[10], 0, 10))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void a_streams_temporary_file_is_gone_afterwards(@TempDir Path folder) {
    DecoderSettings settings = new DecoderSettings(folder, 1 << 20, Duration.ofHours(1));
    AudioDecoder spooling = new AudioDecoder(settings);

    spooling.open(new ByteArrayInputStream(Samples.bytes("speech.m4a")), "stdin").close();
    assertThat(folder).isEmptyDirectory();

    byte[] text = Samples.ascii("no recording, only words ".repeat(99));
    assertThatThrownBy(() -> spooling.open(new ByteArrayInputStream(text), "stdin"))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> spooling.open(broken(), "stdin"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'stdin' broke off while it was read: reset by peer");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_folder_that_cannot_keep_a_stream_is_named(@TempDir Path folder) {
    Path none = folder.resolve("none");
    AudioDecoder spooling = new AudioDecoder(new DecoderSettings(none, 1, Duration.ofHours(1)));

    assertThatThrownBy(() -> spooling.open(new ByteArrayInputStream(new byte[9]), "stdin"))
        .isInstanceOf(EngineException.class)
        .hasMessageContainingAll("'stdin' cannot be kept in", none.toString(), "Make room");
  }

  @Test
  void many_threads_decode_at_once() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Callable<float[]>> tasks = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        tasks.add(() -> read("speech.m4a"));
      }
      float[] expected = read("speech.m4a");
      for (Future<float[]> task : threads.invokeAll(tasks)) {
        assertThat(task.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void more_than_ten_recordings_can_be_open_at_once() {
    List<DecodedAudio> open = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      open.add(decoder.open(Samples.file("speech.webm")));
    }
    float[] expected = read("speech.webm");

    for (DecodedAudio audio : open) {
      assertThat(Samples.readAll(audio)).isEqualTo(expected);
      audio.close();
    }
  }

  @Test
  void closing_gives_the_native_memory_back() {
    for (int i = 0; i < 200; i++) {
      read("speech.mp3");
    }
    long before = Pointer.physicalBytes();
    for (int i = 0; i < 1000; i++) {
      open(Samples.bytes("speech.mp3")).close();
    }
    assertThat(Pointer.physicalBytes() - before).isLessThan(48L << 20);
  }

  @Test
  void an_interrupted_reader_is_cancelled() {
    byte[] wav = Samples.wav(1, 16_000, new float[16_000 * 60]);
    try (DecodedAudio audio = open(wav)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> Samples.readAll(audio)).isInstanceOf(CancelledException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void a_disk_that_fails_is_not_taken_for_the_end() throws IOException {
    FileChannel file = FileChannel.open(Samples.file("speech.flac"));

    assertThatThrownBy(
            () -> {
              try (DecodedAudio audio = decoder.open(new FailingChannel(file, 40_000), "visit")) {
                Samples.readAll(audio);
              }
            })
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("'visit' cannot be read on: bad sector");
    assertThat(file.isOpen()).isFalse();
  }

  private float[] read(String name) {
    try (DecodedAudio audio = decoder.open(Samples.file(name))) {
      return Samples.readAll(audio);
    }
  }

  private DecodedAudio open(byte[] bytes) {
    return decoder.open(new ByteArrayInputStream(bytes), "visit");
  }

  private static InputStream broken() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException("reset by peer");
      }
    };
  }

  /** A file that cannot be read from some byte on. */
  private record FailingChannel(FileChannel file, long from) implements SeekableByteChannel {
    @Override
    public int read(ByteBuffer target) throws IOException {
      if (file.position() >= from) {
        throw new IOException("bad sector");
      }
      ByteBuffer part = target.slice();
      part.limit((int) Math.min(part.limit(), from - file.position()));
      int count = file.read(part);
      target.position(target.position() + Math.max(count, 0));
      return count;
    }

    @Override
    public int write(ByteBuffer source) {
      throw new UncheckedIOException(new IOException("read only"));
    }

    @Override
    public long position() throws IOException {
      return file.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
      file.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new UncheckedIOException(new IOException("read only"));
    }

    @Override
    public boolean isOpen() {
      return file.isOpen();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
