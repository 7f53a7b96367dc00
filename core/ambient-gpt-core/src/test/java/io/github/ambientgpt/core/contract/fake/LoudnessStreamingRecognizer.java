package io.github.ambientgpt.core.contract.fake;

import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.StreamingRecognizer;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes "somebody speaks" for every stretch of sound that a second of quiet ends.
 *
 * @since 0.1.0
 */
public final class LoudnessStreamingRecognizer implements StreamingRecognizer {
  @Override
  public Session open(RecognitionOptions options, Listener listener) {
    return new Sounds(listener);
  }

  @Override
  public void close() {}

  private static final class Sounds implements Session {
    private static final float LOUD = 0.01f;

    private final Listener listener;
    private final List<Utterance> utterances = new ArrayList<>();
    private long position;
    private long start = -1;
    private long lastLoud;

    Sounds(Listener listener) {
      this.listener = listener;
    }

    @Override
    public void accept(float[] samples, int offset, int length) {
      for (int i = offset; i < offset + length; i++, position++) {
        if (Math.abs(samples[i]) > LOUD) {
          if (start < 0) {
            start = position;
            listener.partial("somebody");
          }
          lastLoud = position;
        } else if (start >= 0 && position - lastLoud > AudioStream.SAMPLE_RATE) {
          end();
        }
      }
    }

    private void end() {
      Span span =
          new Span(
              (double) start / AudioStream.SAMPLE_RATE,
              (double) lastLoud / AudioStream.SAMPLE_RATE);
      Utterance utterance =
          new Utterance(
              "u" + (utterances.size() + 1),
              Speaker.UNKNOWN,
              Optional.of(span),
              "somebody speaks",
              List.of());
      start = -1;
      utterances.add(utterance);
      listener.utterance(utterance);
    }

    @Override
    public Transcript finish() {
      if (start >= 0) {
        end();
      }
      return new Transcript("und", new Recognition(LoudnessProvider.ID, "", true), utterances);
    }

    @Override
    public void close() {}
  }
}
