package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Need;
import io.github.ambientgpt.core.provider.Readiness;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.List;
import java.util.Optional;

/** Recognizers that hear what a test wants them to hear, whatever the recording. */
final class FakeRecognizers {
  private FakeRecognizers() {}

  /** Hears what its setting {@code hears} says; ready once that is given. */
  public static class Parrot implements SpeechRecognizerProvider {
    @Override
    public String id() {
      return "parrot";
    }

    @Override
    public String summary() {
      return "Hears what it is told";
    }

    @Override
    public Readiness check(Settings settings) {
      return Readiness.of(
          settings
              .get("hears")
              .map(words -> Need.met("words", words))
              .orElseGet(() -> Need.missing("words", "Say --set hears=WORDS.")));
    }

    @Override
    public SpeechRecognizer create(Settings settings) {
      return recognizer(settings.get("hears").orElseThrow(() -> new NotReadyException("no")));
    }

    private SpeechRecognizer recognizer(String words) {
      return new SpeechRecognizer() {
        @Override
        public Transcript transcribe(
            AudioStream audio, RecognitionOptions options, Monitor monitor) {
          monitor.report("transcribe", 0.5);
          monitor.checkCancelled();
          float[] second = new float[AudioStream.SAMPLE_RATE];
          while (audio.read(second, 0, second.length) >= 0) {
            monitor.checkCancelled();
          }
          return heard(words.equals("prompt") ? "told " + options.prompt() : words);
        }

        @Override
        public void close() {}
      };
    }

    private Transcript heard(String words) {
      return switch (words) {
        case "nothing" -> transcript();
        case "half" ->
            throw EngineException.lasting("The parrot fell ill.", null)
                .after(
                    transcript(
                        new Utterance(
                            "u1",
                            Speaker.UNKNOWN,
                            Optional.of(new Span(0, 200)),
                            "i have had a cough",
                            List.of())));
        case "failure" -> throw EngineException.lasting("The parrot is ill.", null);
        case "busy" -> throw EngineException.passing("The parrot is asleep.", null);
        case "bug" -> throw new IllegalStateException("secret words");
        default ->
            transcript(
                new Utterance(
                    "u1", Speaker.UNKNOWN, Optional.of(new Span(0, 1)), words, List.of()));
      };
    }

    private Transcript transcript(Utterance... utterances) {
      return new Transcript("en", new Recognition(id(), "", previewQuality()), List.of(utterances));
    }
  }

  /** The same, far away. */
  public static final class Pigeon extends Parrot {
    @Override
    public String id() {
      return "pigeon";
    }

    @Override
    public boolean remote() {
      return true;
    }

    @Override
    public int longestPrompt() {
      return 20;
    }
  }

  /** The same, of preview quality. */
  public static final class Chick extends Parrot {
    @Override
    public String id() {
      return "chick";
    }

    @Override
    public boolean previewQuality() {
      return true;
    }

    @Override
    public int longestPrompt() {
      return 0;
    }
  }
}
