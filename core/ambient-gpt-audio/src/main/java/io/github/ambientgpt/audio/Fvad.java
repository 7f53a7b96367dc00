package io.github.ambientgpt.audio;

import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.givimad.libfvadjni.VoiceActivityDetector;
import io.github.givimad.libfvadjni.VoiceActivityDetector.Mode;
import io.github.givimad.libfvadjni.VoiceActivityDetector.SampleRate;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Calls libfvad, one caller at a time: libfvad-jni keeps its detectors in a table that is not safe
 * to change while another thread looks something up.
 */
final class Fvad implements AutoCloseable {
  private static final Object table = new Object();

  private static boolean loaded;
  private static NotReadyException failure;

  private final VoiceActivityDetector detector;
  private boolean closed;

  Fvad() {
    synchronized (table) {
      try {
        detector = VoiceActivityDetector.newInstance();
        detector.setMode(Mode.QUALITY); // the most careful: it calls more than the others speech
        detector.setSampleRate(SampleRate.fromValue(AudioStream.SAMPLE_RATE));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * @throws NotReadyException where it does not load
   */
  static void load() {
    synchronized (table) {
      if (failure != null) {
        throw failure;
      }
      if (!loaded) {
        try {
          VoiceActivityDetector.loadLibrary();
          loaded = true;
        } catch (IOException | LinkageError e) {
          failure =
              new NotReadyException(
                  "The libfvad library does not load here, so only near silence is skipped: it is"
                      + " for Linux with glibc, macOS and Windows, and is unpacked into the"
                      + " temporary folder (name another with -Djava.io.tmpdir=FOLDER).",
                  e);
          throw failure;
        }
      }
    }
  }

  /**
   * @param frame 20 ms
   */
  boolean isSpeech(short[] frame) {
    synchronized (table) {
      try {
        return detector.process(frame, frame.length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    synchronized (table) {
      if (!closed) {
        closed = true;
        detector.close();
      }
    }
  }
}
