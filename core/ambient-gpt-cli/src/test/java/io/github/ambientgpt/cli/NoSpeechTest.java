package io.github.ambientgpt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.contract.WhisperModels;
import io.github.ambientgpt.core.speech.AudioStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Minutes in which nobody speaks, heard by real models: they give no word. */
@Tag("whisper")
class NoSpeechTest {
  private static final int RATE = AudioStream.SAMPLE_RATE;
  private static final int LENGTH = 60 * RATE;
  private static final double[] NOTES = {261.6, 329.6, 392, 523.3, 440, 349.2, 293.7, 392};

  @TempDir Path folder;

  static Stream<Arguments> noises() {
    return Stream.of(Noise.values())
        .flatMap(
            noise ->
                Stream.of(-20, -35, -50)
                    .flatMap(
                        level ->
                            Stream.of("tiny.en", "base")
                                .map(model -> Arguments.of(noise, level, model))));
  }

  @ParameterizedTest(name = "{0} at {1} dB, {2}")
  @MethodSource("noises")
  void aMinuteWithoutSpeechGivesNoWord(Noise noise, int level, String model) throws IOException {
    Path file = folder.resolve("noise.wav");
    Files.write(file, wav(noise.at(level)));

    CommandRun run =
        CommandRun.at(folder)
            .run(
                "transcribe",
                "--engine",
                "whisper",
                "--model",
                WhisperModels.require(model).toString(),
                file.toString());

    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err()).containsIgnoringCase("no speech");
  }

  /** Sounds of a room in which nobody speaks. */
  enum Noise {
    SILENCE {
      @Override
      double sample(int i, Random random) {
        return random.nextGaussian();
      }

      @Override
      float[] at(int decibels) {
        return super.at(decibels - 30);
      }
    },
    HUM {
      @Override
      double sample(int i, Random random) {
        double sum = 0;
        for (int overtone = 1; overtone <= 5; overtone++) {
          sum += tone(50 * overtone, i) / overtone;
        }
        return sum;
      }
    },
    WHITE_NOISE {
      @Override
      double sample(int i, Random random) {
        return random.nextGaussian();
      }
    },
    MUSIC {
      @Override
      double sample(int i, Random random) {
        double beat = 2.0 * i / RATE;
        double sum = 0.4 * tone(NOTES[(int) (beat / 4) % 8] / 2, i);
        for (int overtone = 1; overtone <= 4; overtone++) {
          sum += Math.exp(-3 * (beat % 1)) * tone(NOTES[(int) beat % 8] * overtone, i) / overtone;
        }
        return sum;
      }
    },
    KEY_CLICKS {
      @Override
      double sample(int i, Random random) {
        int since = i % 3517 % 2203;
        return Math.exp(-since / 60.0) * random.nextGaussian();
      }
    },
    BREATH {
      private double low;
      private double lower;

      @Override
      double sample(int i, Random random) {
        double at = (double) i / RATE % 4;
        double in = at < 1.5 ? Math.sin(Math.PI * at / 1.5) : 0;
        double out = at > 2 && at < 3.8 ? 0.6 * Math.sin(Math.PI * (at - 2) / 1.8) : 0;
        low += 0.25 * (random.nextGaussian() - low);
        lower += 0.05 * (low - lower);
        return (in * in + out * out) * (low - lower);
      }
    },
    DOOR {
      @Override
      double sample(int i, Random random) {
        int since = i % (7 * RATE);
        double latch = since > 3000 ? 0.7 * Math.exp(-(since - 3000) / 300.0) : 0;
        return Math.exp(-since / 1200.0) * (tone(70, i) + 0.4 * random.nextGaussian())
            + latch * random.nextGaussian();
      }
    },
    PHONE {
      @Override
      double sample(int i, Random random) {
        boolean rings = i % (6 * RATE) < 2 * RATE;
        return rings ? (tone(440, i) + tone(480, i)) * (tone(20, i) > 0 ? 1 : 0.2) : 0;
      }
    };

    abstract double sample(int i, Random random);

    static double tone(double hertz, int i) {
      return Math.sin(2 * Math.PI * hertz * i / RATE);
    }

    /** A minute of it, over the hiss of a microphone. */
    float[] at(int decibels) {
      Random random = new Random(3);
      double[] raw = new double[LENGTH];
      double squares = 0;
      for (int i = 0; i < LENGTH; i++) {
        raw[i] = sample(i, random);
        squares += raw[i] * raw[i];
      }
      double gain = Math.pow(10, decibels / 20.0) / Math.sqrt(squares / LENGTH);
      float[] sound = new float[LENGTH];
      for (int i = 0; i < LENGTH; i++) {
        sound[i] = (float) (raw[i] * gain + 1e-4 * random.nextGaussian());
      }
      return sound;
    }
  }

  private static byte[] wav(float[] samples) {
    ByteBuffer out = ByteBuffer.allocate(44 + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples.length);
    out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    out.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
    out.putShort((short) 2).putShort((short) 16);
    out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples.length);
    for (float sample : samples) {
      out.putShort((short) Math.round(32767 * Math.max(-1, Math.min(1, sample))));
    }
    return out.array();
  }
}
