package io.github.ambientgpt.asr.whisper;

import io.github.ambientgpt.asr.whisper.WhisperContexts.Segment;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.InvalidInputException;
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
import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperFullParams;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Hears a recording piece by piece. A second caller waits until the first is done. */
final class WhisperRecognizer implements SpeechRecognizer {
  /** With the silence that is put behind it, a piece fills Whisper's window of 30 s at most. */
  private static final double LONGEST_PIECE = 29;

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
    WhisperFullParams params = WhisperParams.thorough(options, model, threads);
    return new Segmenter(audio, LONGEST_PIECE, monitor, Providers.detector())
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

  private List<Segment> recognize(AudioSegment piece, WhisperFullParams params) {
    List<Segment> segments = WhisperContexts.recognize(context, params, piece.samples());
    if (segments == null) {
      throw EngineException.lasting(
          "whisper.cpp failed at %.0f s of the recording with the model %s: try another model."
              .formatted(piece.start(), model.name()),
          null);
    }
    return segments;
  }

  /** Nothing when whisper.cpp heard a noise, or made up words where nobody can have spoken. */
  private static Optional<Utterance> utterance(int number, AudioSegment piece, Segment segment) {
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
