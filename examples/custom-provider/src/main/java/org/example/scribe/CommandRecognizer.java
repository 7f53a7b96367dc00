package org.example.scribe;

import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.AudioSegment;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.Segmenter;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives a recording to a program, piece by piece, and takes the words that it prints. */
final class CommandRecognizer implements SpeechRecognizer {
  private final Command command;

  CommandRecognizer(Command command) {
    this.command = command;
  }

  @Override
  public Transcript transcribe(AudioStream audio, RecognitionOptions options, Monitor monitor) {
    List<Utterance> utterances = new ArrayList<>();
    Segmenter pieces = new Segmenter(audio, Segmenter.DEFAULT_SECONDS, monitor, Providers.detector());
    while (pieces.hasNext()) {
      AudioSegment piece = pieces.next();
      String words = command.run(Wav.of(piece.samples()), monitor);
      if (!words.isBlank()) {
        Span span = new Span(piece.start(), piece.start() + seconds(piece));
        String id = "u" + (utterances.size() + 1);
        utterances.add(new Utterance(id, Speaker.UNKNOWN, Optional.of(span), words, List.of()));
      }
    }
    Recognition recognition = new Recognition(CommandRecognizerProvider.ID, command.name(), false);
    return new Transcript(options.language().orElse("und"), recognition, utterances);
  }

  private static double seconds(AudioSegment piece) {
    return (double) piece.samples().length / AudioStream.SAMPLE_RATE;
  }

  @Override
  public void close() {}
}
