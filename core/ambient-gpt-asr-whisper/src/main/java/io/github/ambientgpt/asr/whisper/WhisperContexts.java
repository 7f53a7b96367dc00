package io.github.ambientgpt.asr.whisper;

import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperJNI;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Calls whisper.cpp. whisper-jni keeps its contexts in a table that is not safe to change while
 * another thread looks something up, so models are opened and closed only when nobody listens.
 */
final class WhisperContexts {
  /** whisper.cpp does not listen to the last second of what it is given, so that is silence. */
  private static final int SILENCE_BEHIND = AudioStream.SAMPLE_RATE;

  private static final ReadWriteLock table = new ReentrantReadWriteLock(true);
  private static final WhisperJNI whisper = new WhisperJNI();

  private WhisperContexts() {}

  /**
   * A stretch of text with times in seconds from the start of the samples.
   *
   * @param text as whisper.cpp wrote it
   */
  record Segment(double from, double to, String text) {}

  /**
   * @throws NotReadyException when whisper.cpp cannot load the model
   */
  static WhisperContext open(ModelFile model) {
    WhisperContext context;
    table.writeLock().lock();
    try {
      context = whisper.init(model.path());
    } catch (IOException e) {
      throw new NotReadyException(
          "The Whisper model %s went away while it was loaded.".formatted(model.path()), e);
    } finally {
      table.writeLock().unlock();
    }
    if (context == null) {
      throw new NotReadyException(
          ("whisper.cpp cannot load the model %s: it lacks a part, or there is too little "
                  + "memory. Download it anew, or take a smaller one.")
              .formatted(model.path()));
    }
    return context;
  }

  static void close(WhisperContext context) {
    table.writeLock().lock();
    try {
      whisper.free(context);
    } finally {
      table.writeLock().unlock();
    }
  }

  /**
   * @param sound at most 29 s
   * @return what was recognized; null when whisper.cpp failed
   */
  static List<Segment> recognize(WhisperContext context, WhisperFullParams params, float[] sound) {
    float[] samples = Arrays.copyOf(sound, sound.length + SILENCE_BEHIND);
    table.readLock().lock();
    try {
      if (whisper.full(context, params, samples, samples.length) != 0) {
        return null;
      }
      List<Segment> segments = new ArrayList<>();
      int count = whisper.fullNSegments(context);
      for (int i = 0; i < count; i++) {
        segments.add(
            new Segment(
                whisper.fullGetSegmentTimestamp0(context, i) / 100.0,
                whisper.fullGetSegmentTimestamp1(context, i) / 100.0,
                whisper.fullGetSegmentText(context, i)));
      }
      return segments;
    } finally {
      table.readLock().unlock();
    }
  }
}
