package io.github.ambientgpt.audio;

import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.error.NotReadyException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import org.bytedeco.javacpp.Pointer;

/**
 * The process that decodes one recording for {@link IsolatedDecoder}. It opens no file: the
 * recording's bytes come through its standard input, as it asks for them.
 */
final class DecoderChild {
  private static final long LOOK_EVERY_MILLIS = 50;

  private DecoderChild() {}

  public static void main(String[] arguments) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out, 128 << 10));
    watch(Long.parseLong(arguments[0]));
    out.writeLong(ChildMessage.HELLO);
    String name = in.readUTF();
    long size = in.readLong();
    DecoderSettings settings =
        new DecoderSettings(Path.of("."), in.readLong(), Duration.ofMillis(in.readLong()));
    try {
      decode(new PipedChannel(in, out, size), name, settings, out);
      out.writeByte(ChildMessage.END);
    } catch (InvalidInputException | EngineException e) {
      say(ChildMessage.REFUSED, e.getMessage(), out);
    } catch (NotReadyException e) {
      say(ChildMessage.NOT_READY, e.getMessage(), out);
    }
    out.flush();
    Runtime.getRuntime().halt(0); // the watch goes on otherwise
  }

  private static void decode(
      PipedChannel channel, String name, DecoderSettings settings, DataOutputStream out)
      throws IOException {
    try (DecodedAudio audio = new AudioDecoder(settings).open(channel, name)) {
      AudioProperties properties = audio.properties();
      out.writeByte(ChildMessage.PROPERTIES);
      out.writeUTF(properties.container());
      out.writeUTF(properties.codec());
      out.writeInt(properties.channels());
      out.writeInt(properties.sampleRate());
      out.writeDouble(properties.duration().orElse(Double.NaN));
      float[] samples = new float[ChildMessage.MOST_SAMPLES];
      ByteBuffer bytes = ByteBuffer.allocate(samples.length * Float.BYTES);
      for (int n = audio.read(samples, 0, samples.length);
          n >= 0;
          n = audio.read(samples, 0, samples.length)) {
        bytes.clear().asFloatBuffer().put(samples, 0, n);
        out.writeByte(ChildMessage.SAMPLES);
        out.writeInt(n);
        out.write(bytes.array(), 0, n * Float.BYTES);
      }
      for (String warning : audio.warnings()) {
        say(ChildMessage.WARNING, warning, out);
      }
    }
  }

  private static void say(byte kind, String sentence, DataOutputStream out) throws IOException {
    out.writeByte(kind);
    out.writeUTF(sentence.substring(0, Math.min(sentence.length(), 4000)));
  }

  /** Ends this process when it grows too large or nobody wants its sound any more. */
  private static void watch(long memory) {
    ProcessHandle parent = ProcessHandle.current().parent().orElse(null);
    Thread watch =
        new Thread(
            () -> {
              while (true) {
                if (parent == null || !parent.isAlive()) {
                  Runtime.getRuntime().halt(1);
                }
                // Works on every system, and does not need the parent's help.
                if (Pointer.physicalBytes() > memory) {
                  Runtime.getRuntime().halt(ChildMessage.TOO_LARGE);
                }
                try {
                  Thread.sleep(LOOK_EVERY_MILLIS);
                } catch (InterruptedException e) {
                  return;
                }
              }
            },
            "watch");
    watch.setDaemon(true);
    watch.start();
  }
}
