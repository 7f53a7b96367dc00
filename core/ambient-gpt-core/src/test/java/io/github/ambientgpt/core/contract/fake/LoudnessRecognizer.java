package io.github.ambientgpt.core.contract.fake;

import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.speech.AudioSegment;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.Segmenter;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.speech.WordTimes;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Writes "somebody speaks" for every piece that is not silent: a recognizer with no model.
 *
 * @since 0.1.0
 */
public final class LoudnessRecognizer implements SpeechRecognizer {
  @Override
  public Transcript transcribe(AudioStream audio, RecognitionOptions options, Monitor monitor) {
    List<Utterance> utterances = new ArrayList<>();
    Segmenter pieces =
        new Segmenter(audio, Segmenter.DEFAULT_SECONDS, monitor, Providers.detector());
    while (pieces.hasNext()) {
      AudioSegment piece = pieces.next();
      Span span = piece.span(0, piece.length());
      String text = "somebody speaks";
      utterances.add(
          new Utterance(
              "u" + (utterances.size() + 1),
              Speaker.UNKNOWN,
              Optional.of(span),
              text,
              WordTimes.estimate(text, span, OptionalDouble.empty())));
    }
    return new Transcript("und", new Recognition(LoudnessProvider.ID, "", true), utterances);
  }

  @Override
  public void close() {}
}
