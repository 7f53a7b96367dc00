package io.github.ambientgpt.asr.whisper;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.Segmenter;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.transcript.Word;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Hears a recording piece by piece. A second caller waits until the first is done. */
final class WhisperRecognizer implements SpeechRecognizer {
  private final ModelFile model;
  private final LoadedModel whisper;
  private final Threads threads;
  private boolean closed;

  /**
   * @param whisper its own: closed with the recognizer
   */
  WhisperRecognizer(ModelFile model, LoadedModel whisper, Threads threads) {
    this.model = model;
    this.whisper = whisper;
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
    Listening how = Listening.thorough(options, model);
    HeardSpeech heard = new HeardSpeech(whisper, how, threads.count());
    return new Segmenter(audio, LoadedModel.WINDOW, monitor, Providers.detector())
        .transcribe(
            (piece, utterances) -> {
              for (List<Word> words : heard.of(piece)) {
                utterances.add(utterance(utterances.size() + 1, words));
              }
            },
            utterances ->
                new Transcript(
                    WhisperLanguages.spoken(options.language(), heard.language(), model),
                    new Recognition(WhisperProvider.ID, model.name(), false),
                    utterances));
  }

  private static Utterance utterance(int number, List<Word> words) {
    Span span = new Span(words.get(0).span().start(), words.get(words.size() - 1).span().end());
    String text = words.stream().map(Word::text).collect(Collectors.joining(" "));
    return new Utterance("u" + number, Speaker.UNKNOWN, Optional.of(span), text, words);
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      whisper.close();
    }
  }

  @Override
  public String toString() {
    return "WhisperRecognizer[" + model.name() + "]";
  }
}
