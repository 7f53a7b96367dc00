package io.github.ambientgpt.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ambientgpt.core.error.DecoderFailureException;
import io.github.ambientgpt.core.error.DecoderFailureException.Reason;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.InvalidInputException;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsolatedDecoderTest {
  private static final DecoderLimits TIGHT =
      new DecoderLimits(400L << 20, Duration.ofSeconds(3), Duration.ofSeconds(20));

  private final IsolatedDecoder decoder =
      new IsolatedDecoder(DecoderSettings.defaults(), DecoderLimits.DEFAULT);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"speech.wav", "speech.mp3", "speech.m4a", "speech.webm", "speech.flac"})
  void givesTheSameSoundAsTheDecoderInThisProcess(String name) throws IOException {
    try (IsolatedAudio isolated = decoder.open(channel(Samples.file(name)), name);
        DecodedAudio here = new AudioDecoder().open(Samples.file(name))) {
      assertThat(isolated.properties()).isEqualTo(here.properties());
      assertThat(Samples.readAll(isolated)).isEqualTo(Samples.readAll(here));
      assertThat(isolated.warnings()).hasSameSizeAs(here.warnings());
    }
  }

  @Test
  void whatIsCutOffIsDecodedAsFarAsItGoesAndSaysSo() throws IOException {
    byte[] half = Samples.wav(1, 16_000, Samples.tone(440, 16_000, 4, 0.5));
    Path file = Files.write(folder.resolve("half.wav"), Arrays.copyOf(half, 64_044));

    try (IsolatedAudio audio = decoder.open(channel(file), "half.wav")) {
      assertThat(Samples.readAll(audio)).hasSize(32_000);
      assertThat(audio.warnings()).singleElement().asString().contains("cut off");
    }
  }

  @Test
  void whatIsNoRecordingIsRefusedBeforeAProcessIsStarted() throws IOException {
    Path pdf = Files.writeString(folder.resolve("letter.wav"), "%PDF-1.7 and so on, for a while");
    IsolatedDecoder none = new IsolatedDecoder(DecoderSettings.defaults(), TIGHT, String.class);

    assertThatThrownBy(() -> none.open(channel(pdf), "letter.wav"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("PDF");
  }

  @Test
  void whatTheChildRefusesIsRefusedInItsWords() throws IOException {
    byte[] broken = Arrays.copyOf(Samples.bytes("speech.flac"), 60);
    Path file = Files.write(folder.resolve("broken.flac"), broken);

    assertThatThrownBy(() -> decoder.open(channel(file), "broken.flac"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("broken.flac");
  }

  @Test
  void aChildThatCrashesFailsThisRecordingAlone() {
    assertThat(reason(Crashing.class, TIGHT)).isEqualTo(Reason.CRASHED);
  }

  @Test
  void aChildThatFillsMemoryOutsideTheHeapIsEnded() {
    assertThat(reason(Hungry.class, TIGHT)).isEqualTo(Reason.TOO_MUCH_MEMORY);
  }

  @Test
  void aChildThatFillsItsHeapIsEnded() {
    assertThat(reason(Hoarding.class, TIGHT)).isEqualTo(Reason.TOO_MUCH_MEMORY);
  }

  @Test
  void aChildThatNeverEndsIsEnded() {
    assertThat(reason(Spinning.class, TIGHT)).isEqualTo(Reason.TOO_MUCH_TIME);
  }

  @Test
  void aChildThatSaysNothingIsEnded() {
    DecoderLimits impatient =
        new DecoderLimits(400L << 20, Duration.ofMinutes(1), Duration.ofSeconds(2));

    assertThat(reason(Silent.class, impatient)).isEqualTo(Reason.TOO_MUCH_TIME);
  }

  @Test
  void aChildThatLiesIsNotBelieved() {
    assertThat(reason(Lying.class, TIGHT)).isEqualTo(Reason.CRASHED);
  }

  @Test
  void theRealDecoderIsHeldToItsMemoryToo() {
    DecoderLimits less = new DecoderLimits(30L << 20, Duration.ofMinutes(1), Duration.ofMinutes(1));

    assertThat(reason(DecoderChild.class, less)).isEqualTo(Reason.TOO_MUCH_MEMORY);
  }

  @Test
  void closingEndsTheProcess() throws Exception {
    // Longer than the pipe and its reader hold together, or the process may end by itself.
    byte[] minute = Samples.wav(1, 16_000, Samples.tone(440, 16_000, 60, 0.5));
    Path file = Files.write(folder.resolve("minute.wav"), minute);
    IsolatedAudio audio = decoder.open(channel(file), "minute.wav");
    ProcessHandle child =
        ProcessHandle.current().children().filter(ProcessHandle::isAlive).findFirst().orElseThrow();

    audio.close();

    child.onExit().get(60, TimeUnit.SECONDS);
    assertThatThrownBy(() -> Samples.readAll(audio)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aDiskThatFailsIsToldFromABadRecording() throws IOException {
    SeekableByteChannel failing = new Failing(channel(Samples.file("speech.wav")));

    assertThatThrownBy(() -> Samples.readAll(decoder.open(failing, "speech.wav")))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("disk");
  }

  private static Reason reason(Class<?> main, DecoderLimits limits) {
    IsolatedDecoder decoder = new IsolatedDecoder(DecoderSettings.defaults(), limits, main);
    return catchThrowableOfType(
            DecoderFailureException.class,
            () -> decoder.open(channel(Samples.file("speech.wav")), "speech.wav"))
        .reason();
  }

  private static FileChannel channel(Path file) throws IOException {
    return FileChannel.open(file);
  }

  private static DataOutputStream hello() throws IOException {
    DataOutputStream out = new DataOutputStream(System.out);
    out.writeLong(ChildMessage.HELLO);
    out.flush();
    return out;
  }

  /** As after a fault in native code. */
  static final class Crashing {
    public static void main(String[] arguments) throws IOException {
      hello();
      Pointer.memset(new BytePointer((Pointer) null).position(1), 0, 1 << 20);
    }
  }

  static final class Hungry {
    public static void main(String[] arguments) throws IOException {
      hello();
      for (int i = 0; i < 10_000; i++) {
        Pointer.memset(Pointer.malloc(1 << 20), 1, 1 << 20);
      }
    }
  }

  static final class Hoarding {
    public static void main(String[] arguments) throws IOException {
      hello();
      byte[][] all = new byte[1000][];
      for (int i = 0; i < all.length; i++) {
        all[i] = new byte[1 << 20];
      }
      System.exit(all.length);
    }
  }

  static final class Spinning {
    public static void main(String[] arguments) throws IOException {
      hello();
      for (long i = 0; i >= 0; i++) {
        Thread.onSpinWait();
      }
    }
  }

  static final class Silent {
    public static void main(String[] arguments) throws Exception {
      hello();
      new CountDownLatch(1).await();
    }
  }

  static final class Lying {
    public static void main(String[] arguments) throws IOException {
      DataOutputStream out = hello();
      out.writeByte(ChildMessage.SAMPLES);
      out.writeInt(Integer.MAX_VALUE);
      out.flush();
    }
  }

  /** Its head can be read, and nothing behind it. */
  private static final class Failing implements SeekableByteChannel {
    private final SeekableByteChannel channel;

    Failing(SeekableByteChannel channel) {
      this.channel = channel;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      if (target.remaining() > Signature.LENGTH) {
        throw new IOException("Input/output error");
      }
      return channel.read(target);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      return channel.write(source);
    }

    @Override
    public long position() throws IOException {
      return channel.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
      channel.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
      channel.truncate(size);
      return this;
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
