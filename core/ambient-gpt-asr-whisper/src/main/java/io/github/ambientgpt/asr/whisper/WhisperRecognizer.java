package io.github.ambientgpt.asr.whisper;

import io.github.ambientgpt.asr.whisper.WhisperContexts.Segment;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.Piece;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.SpeechPieces;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.speech.WordTimes;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperSamplingStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Hears a recording piece by piece. A second caller waits until the first is done. */
final class WhisperRecognizer implements SpeechRecognizer {
  /** With the silence that is put behind it, a piece fills Whisper's window of 30 s at most. */
  private static final double LONGEST_PIECE = 29;

  /** whisper.cpp does not listen to the last second of what it is given, so that is silence. */
  private static final int SILENCE_BEHIND = AudioStream.SAMPLE_RATE;

  /** As whisper.cpp's own program has it. */
  private static final int BEAMS = 5;

  private final ModelFile model;
  private final WhisperContext context;
  private final int threads;
  private boolean closed;

  /**
   * @param context its own: closed with the recognizer
   */
  WhisperRecognizer(ModelFile model, WhisperContext context, int threads) {
    this.model = model;
    this.context = context;
    this.threads = threads;
  }

  /**
   * @throws InvalidInputException when the model does not know the language
   */
  @Override
  public synchronized Transcript transcribe(
      AudioStream audio, RecognitionOptions options, Monitor monitor) {
    if (closed) {
      throw new IllegalStateException("The recognizer is closed");
    }
    WhisperFullParams params = params(options);
    return new SpeechPieces(audio, LONGEST_PIECE, monitor)
        .transcribe(
            (piece, utterances) -> {
              for (Segment segment : recognize(piece, params)) {
                utterance(utterances.size() + 1, piece, segment).ifPresent(utterances::add);
              }
            },
            utterances ->
                new Transcript(
                    WhisperLanguages.spoken(options.language(), model),
                    new Recognition(WhisperProvider.ID, model.name(), false),
                    utterances));
  }

  private WhisperFullParams params(RecognitionOptions options) {
    WhisperFullParams params = new WhisperFullParams(WhisperSamplingStrategy.BEAN_SEARCH);
    params.beamSearchBeamSize = BEAMS;
    params.nThreads = threads;
    params.language = WhisperLanguages.code(options.language(), model);
    params.initialPrompt = options.prompt().isBlank() ? null : options.prompt();
    params.suppressNonSpeechTokens = true;
    params.printProgress = false;
    params.printTimestamps = false;
    return params;
  }

  private List<Segment> recognize(Piece piece, WhisperFullParams params) {
    float[] samples = Arrays.copyOf(piece.samples(), piece.samples().length + SILENCE_BEHIND);
    List<Segment> segments = WhisperContexts.recognize(context, params, samples);
    if (segments == null) {
      throw EngineException.lasting(
          "whisper.cpp failed at %.0f s of the recording with the model %s: try another model."
              .formatted(piece.start(), model.name()),
          null);
    }
    return segments;
  }

  /** Nothing when whisper.cpp heard a noise, or made up words where nobody can have spoken. */
  private static Optional<Utterance> utterance(int number, Piece piece, Segment segment) {
    String text = SpokenText.of(segment.text());
    if (text.isEmpty()
        || segment.from() >= piece.length()
        || piece.isSilent(segment.from(), segment.to())) {
      return Optional.empty();
    }
    Span span = piece.span(segment.from(), segment.to());
    return Optional.of(
        new Utterance(
            "u" + number,
            Speaker.UNKNOWN,
            Optional.of(span),
            text,
            WordTimes.estimate(text, span, OptionalDouble.empty())));
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      WhisperContexts.close(context);
    }
  }

  @Override
  public String toString() {
    return "WhisperRecognizer[" + model.name() + "]";
  }
}
