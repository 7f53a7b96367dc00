package io.github.ambientgpt.asr.vosk;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.speech.AudioSegment;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.Segmenter;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.List;

/**
 * Hears a recording piece by piece. A second caller waits until the first is done. The prompt is
 * not used: Vosk's grammar would forbid every other word.
 */
final class VoskRecognizer implements SpeechRecognizer {
  /** As long as a cancellation may take; Vosk itself has no limit. */
  private static final double LONGEST_PIECE = 29;

  /** Samples that Vosk is given at once, 0.25 s: it looks for the end of speech in between. */
  private static final int CHUNK = AudioStream.SAMPLE_RATE / 4;

  private final LoadedModel model;

  /**
   * @param model its own: closed with the recognizer
   */
  VoskRecognizer(LoadedModel model) {
    this.model = model;
  }

  /**
   * @throws InvalidInputException when the model knows another language
   */
  @Override
  public synchronized Transcript transcribe(
      AudioStream audio, RecognitionOptions options, Monitor monitor) {
    String language = model.files().spoken(options.language());
    model.listen().close(); // says that it is closed before anything is read
    return new Segmenter(audio, LONGEST_PIECE, monitor, Providers.detector())
        .transcribe(
            this::recognize,
            utterances ->
                new Transcript(
                    language,
                    new Recognition(VoskNeeds.ID, model.files().name(), false),
                    utterances));
  }

  private void recognize(AudioSegment piece, List<Utterance> utterances) {
    try (VoskStream stream = model.listen()) {
      float[] samples = piece.samples();
      for (int i = 0; i < samples.length; i += CHUNK) {
        stream
            .accept(samples, i, Math.min(CHUNK, samples.length - i))
            .flatMap(result -> result.utterance(utterances.size() + 1, piece))
            .ifPresent(utterances::add);
      }
      stream.finish().utterance(utterances.size() + 1, piece).ifPresent(utterances::add);
    }
  }

  @Override
  public synchronized void close() {
    model.close();
  }

  @Override
  public String toString() {
    return "VoskRecognizer[" + model.files().name() + "]";
  }
}
