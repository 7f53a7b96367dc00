package io.github.ambientgpt.asr.sphinx;

import edu.cmu.sphinx.result.WordResult;
import io.github.ambientgpt.core.error.EngineException;
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
import java.util.List;
import java.util.Locale;

/**
 * Hears a recording piece by piece. A second caller waits until the first is done. The prompt is
 * not used: Sphinx knows its words from the start.
 */
final class SphinxRecognizer implements SpeechRecognizer {
  private static final String LANGUAGE = "en-US";

  /** Sphinx keeps every path through a piece in memory. */
  private static final double LONGEST_PIECE = 15;

  /** Shorter than any word, and too short for Sphinx to compute with. */
  private static final double SHORTEST_PIECE = 0.1;

  private final SphinxDecoder decoder;
  private boolean closed;

  /**
   * @param decoder its own: closed with the recognizer
   */
  SphinxRecognizer(SphinxDecoder decoder) {
    this.decoder = decoder;
  }

  /**
   * @throws InvalidInputException when a language other than English is asked for
   */
  @Override
  public synchronized Transcript transcribe(
      AudioStream audio, RecognitionOptions options, Monitor monitor) {
    if (closed) {
      throw new IllegalStateException("The recognizer is closed");
    }
    requireEnglish(options);
    Recognition recognition = new Recognition(SphinxProvider.ID, EnglishModel.NAME, true);
    return new Segmenter(audio, LONGEST_PIECE, monitor, Providers.detector())
        .transcribe(
            (piece, utterances) -> {
              if (piece.length() >= SHORTEST_PIECE) {
                Utterances.add(utterances, piece, words(piece, monitor));
              }
            },
            utterances -> new Transcript(LANGUAGE, recognition, utterances));
  }

  private static void requireEnglish(RecognitionOptions options) {
    options
        .language()
        .filter(tag -> !Locale.forLanguageTag(tag).getLanguage().equals("en"))
        .ifPresent(
            tag -> {
              throw new InvalidInputException(
                  "Sphinx knows English only, not '%s': take another recognizer.".formatted(tag));
            });
  }

  private List<WordResult> words(AudioSegment piece, Monitor monitor) {
    try {
      return decoder.decode(piece.samples(), monitor);
    } catch (IndexOutOfBoundsException
        | IllegalArgumentException
        | IllegalStateException
        | NullPointerException e) {
      throw EngineException.lasting(
          "Sphinx failed at %.0f s of the recording: take another recognizer."
              .formatted(piece.start()),
          e);
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      decoder.close();
    }
  }

  @Override
  public String toString() {
    return "SphinxRecognizer[" + EnglishModel.NAME + "]";
  }
}
