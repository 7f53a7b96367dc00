package io.github.ambientgpt.audio;

import io.github.ambientgpt.core.error.AmbientGptException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Decodes a file in a {@link ChildJvm} and prints its length in seconds, or the error's message.
 */
final class DecodeMain {
  private DecodeMain() {}

  public static void main(String[] arguments) {
    try (DecodedAudio audio = new AudioDecoder().open(Path.of(arguments[0]))) {
      float[] buffer = new float[16_000];
      long samples = 0;
      for (int n = 0; n >= 0; n = audio.read(buffer, 0, buffer.length)) {
        samples += n;
      }
      System.out.print(
          String.format(Locale.ROOT, "%.1f s %s", samples / 16_000.0, audio.warnings()));
    } catch (AmbientGptException e) {
      System.out.print(e.getClass().getSimpleName() + " " + e.getMessage());
    }
  }
}
