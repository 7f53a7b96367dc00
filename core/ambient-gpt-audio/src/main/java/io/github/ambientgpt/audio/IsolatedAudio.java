package io.github.ambientgpt.audio;

import io.github.ambientgpt.core.error.AmbientGptException;
import io.github.ambientgpt.core.error.DecoderFailureException;
import io.github.ambientgpt.core.error.DecoderFailureException.Reason;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.speech.AudioStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/**
 * A recording while another process decodes it; that decodes no further ahead than a pipe holds.
 * Close it, from any thread: that ends the process. Otherwise for one thread.
 *
 * @since 0.1.0
 */
public final class IsolatedAudio implements AudioStream {
  /** What a JVM may print before the child says hello. */
  private static final int MOST_NOISE = 64 << 10;

  private static final int OUT_OF_HEAP = 3; // of -XX:+ExitOnOutOfMemoryError

  private final SeekableByteChannel channel;
  private final String name;
  private final Process child;
  private final ChildWatch watch;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final List<String> warnings = new ArrayList<>();
  private final float[] ready = new float[ChildMessage.MOST_SAMPLES];
  private final byte[] bytes = new byte[ChildMessage.MOST_BYTES];
  private int position;
  private int length;
  private AudioProperties properties;
  private boolean ended;
  private volatile boolean closed;

  private IsolatedAudio(
      SeekableByteChannel channel, String name, Process child, DecoderLimits limits) {
    this.channel = channel;
    this.name = name;
    this.child = child;
    this.watch = new ChildWatch(child, limits);
    this.in = new DataInputStream(new BufferedInputStream(child.getInputStream(), 128 << 10));
    this.out = new DataOutputStream(new BufferedOutputStream(child.getOutputStream()));
  }

  /** Decodes the first samples, so that what cannot be decoded at all fails here. */
  static IsolatedAudio start(
      SeekableByteChannel channel,
      String name,
      DecoderSettings settings,
      DecoderLimits limits,
      Class<?> main) {
    Process process;
    try {
      process =
          ChildCommand.of(main, limits.memory())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw EngineException.passing(
          "No process could be started to decode '%s': this machine may be out of memory or of"
                  .formatted(name)
              + " processes. Try again later.",
          e);
    }
    IsolatedAudio audio = new IsolatedAudio(channel, name, process, limits);
    try {
      audio.begin(settings);
      return audio;
    } catch (RuntimeException e) {
      audio.close();
      throw e;
    }
  }

  private void begin(DecoderSettings settings) {
    watch.waiting();
    try {
      out.writeUTF(name);
      out.writeLong(channel.size());
      out.writeLong(settings.maxBytes());
      out.writeLong(settings.maxDuration().toMillis());
      out.flush();
      awaitHello();
    } catch (IOException e) {
      throw failure();
    } finally {
      watch.served();
    }
    advance();
    if (properties == null) {
      throw failure();
    }
  }

  private void awaitHello() throws IOException {
    long last = in.readLong();
    for (int noise = 0; last != ChildMessage.HELLO; noise++) {
      if (noise > MOST_NOISE) {
        throw new IOException("no hello");
      }
      last = last << 8 | in.readUnsignedByte();
    }
  }

  /** What the recording was before it was decoded. */
  public AudioProperties properties() {
    return properties;
  }

  /** As {@link DecodedAudio#warnings}: complete once {@link #read} gave -1; never null. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /**
   * {@inheritDoc}
   *
   * @throws InvalidInputException when the recording is longer than the settings allow
   * @throws DecoderFailureException when the recording brought the decoder down
   * @throws EngineException when the recording cannot be read on
   * @throws IllegalStateException when it is closed
   */
  @Override
  public int read(float[] buffer, int offset, int wanted) {
    Objects.checkFromIndexSize(offset, wanted, buffer.length);
    if (closed) {
      throw new IllegalStateException("'" + name + "' is closed");
    }
    if (wanted == 0) {
      return 0;
    }
    if (position == length && !advance()) {
      return -1;
    }
    int count = Math.min(wanted, length - position);
    System.arraycopy(ready, position, buffer, offset, count);
    position += count;
    return count;
  }

  @Override
  public OptionalDouble duration() {
    return properties.duration();
  }

  @Override
  public void close() {
    closed = true;
    child.toHandle().destroyForcibly();
    try {
      channel.close();
    } catch (IOException e) {
      throw EngineException.lasting("'%s' cannot be closed.".formatted(name), e);
    }
  }

  /** Whether there are samples again. */
  private boolean advance() {
    position = 0;
    length = 0;
    watch.waiting();
    try {
      while (length == 0 && !ended) {
        handle(in.readByte());
      }
      return length > 0;
    } catch (IOException | IllegalArgumentException e) {
      throw failure();
    } finally {
      watch.served();
    }
  }

  private void handle(byte message) throws IOException {
    switch (message) {
      case ChildMessage.READ -> serve(in.readLong(), in.readInt());
      case ChildMessage.PROPERTIES -> properties = readProperties();
      case ChildMessage.SAMPLES -> readSamples();
      case ChildMessage.WARNING -> {
        String warning = in.readUTF();
        if (warnings.size() < ChildMessage.MOST_WARNINGS) {
          warnings.add(warning);
        }
      }
      case ChildMessage.END -> ended = true;
      case ChildMessage.REFUSED -> throw new InvalidInputException(in.readUTF());
      case ChildMessage.NOT_READY -> throw new NotReadyException(in.readUTF());
      default -> throw new IOException("no message that there is");
    }
  }

  private AudioProperties readProperties() throws IOException {
    String container = in.readUTF();
    String codec = in.readUTF();
    int channels = in.readInt();
    int sampleRate = in.readInt();
    double duration = in.readDouble();
    return new AudioProperties(
        container,
        codec,
        channels,
        sampleRate,
        0 <= duration && duration < Double.POSITIVE_INFINITY
            ? OptionalDouble.of(duration)
            : OptionalDouble.empty());
  }

  private void readSamples() throws IOException {
    int count = in.readInt();
    if (count < 1 || count > ready.length || properties == null) {
      throw new IOException("no samples that there can be");
    }
    in.readFully(bytes, 0, count * Float.BYTES);
    ByteBuffer.wrap(bytes).asFloatBuffer().get(ready, 0, count);
    length = count;
  }

  private void serve(long from, int wanted) throws IOException {
    if (from < 0 || wanted < 1 || wanted > bytes.length) {
      throw new IOException("no piece that there can be");
    }
    int count;
    try {
      channel.position(from);
      count = readFully(ByteBuffer.wrap(bytes, 0, wanted));
    } catch (IOException e) {
      throw EngineException.passing(
          "'%s' cannot be read on (%s). Look at the disk or network that it is on and try again."
              .formatted(name, e.getClass().getSimpleName()),
          e);
    }
    out.writeInt(count);
    out.write(bytes, 0, count);
    out.flush();
  }

  private int readFully(ByteBuffer target) throws IOException {
    while (target.hasRemaining() && channel.read(target) >= 0) {
      // a channel may give less than is there
    }
    return target.position();
  }

  /** Why the child says no more. */
  private AmbientGptException failure() {
    if (closed) {
      throw new IllegalStateException("'" + name + "' is closed");
    }
    int status = statusOnceEnded();
    Reason reason = watch.reason();
    if (reason == null) {
      reason =
          status == ChildMessage.TOO_LARGE || status == OUT_OF_HEAP
              ? Reason.TOO_MUCH_MEMORY
              : Reason.CRASHED;
    }
    String what =
        switch (reason) {
          case CRASHED -> "brought the decoder down";
          case TOO_MUCH_MEMORY -> "took more memory to decode than a recording may";
          case TOO_MUCH_TIME -> "took longer to decode than a recording may";
        };
    return new DecoderFailureException(
        reason,
        "'%s' %s, so it was given up; nothing else is affected. Convert it to WAV or FLAC with the program that recorded it, and send that."
            .formatted(name, what));
  }

  private int statusOnceEnded() {
    try {
      if (!child.waitFor(2, TimeUnit.SECONDS)) {
        child.toHandle().destroyForcibly();
        child.waitFor(2, TimeUnit.SECONDS);
      }
      return child.isAlive() ? -1 : child.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
