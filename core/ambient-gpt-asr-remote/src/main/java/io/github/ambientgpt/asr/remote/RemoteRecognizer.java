package io.github.ambientgpt.asr.remote;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.http.BoundedBody;
import io.github.ambientgpt.core.http.Exchange;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.ServerSettings;
import io.github.ambientgpt.core.speech.AudioSegment;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.Segmenter;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sends a recording to a server, piece by piece. Silence is never sent. When the server fails for
 * good, what it heard before is in the exception. Recordings may be heard side by side.
 */
final class RemoteRecognizer implements SpeechRecognizer {
  private static final String UNKNOWN = "und";

  /** A shorter rest of a piece is no speech. */
  private static final double LEAST_REST = 0.5;

  private final Service service;
  private final Function<Service, Dialect> dialects;
  private volatile boolean closed;

  /**
   * @param dialects makes one for each recording
   */
  RemoteRecognizer(Service service, Function<Service, Dialect> dialects) {
    this.service = service;
    this.dialects = dialects;
  }

  /**
   * @throws EngineException when the server cannot be reached, refuses, or makes no sense
   * @throws InvalidInputException when it does not know the language
   */
  @Override
  public Transcript transcribe(AudioStream audio, RecognitionOptions options, Monitor monitor) {
    if (closed) {
      throw new IllegalStateException("The recognizer is closed");
    }
    return new Hearing(options, monitor).transcribe(audio);
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public String toString() {
    return "RemoteRecognizer[" + service + "]";
  }

  /** One recording. */
  private final class Hearing {
    private final Dialect dialect = dialects.apply(service);
    private final RecognitionOptions options;
    private final Monitor monitor;
    private Optional<String> language;

    Hearing(RecognitionOptions options, Monitor monitor) {
      this.options = options;
      this.monitor = monitor;
      this.language = options.language();
    }

    Transcript transcribe(AudioStream audio) {
      return new Segmenter(audio, service.seconds(), monitor, Providers.detector())
          .transcribe(this::hear, this::transcript);
    }

    private Transcript transcript(List<Utterance> utterances) {
      return new Transcript(
          language.orElse(UNKNOWN),
          new Recognition(service.provider(), service.model(), false),
          utterances);
    }

    private void hear(AudioSegment piece, List<Utterance> utterances) {
      AudioSegment left = piece;
      while (left != null) {
        Dialect.Answer answer = ask(left);
        language = language.or(answer::language);
        for (Heard heard : answer.heard()) {
          heard.utterance(utterances.size() + 1, left).ifPresent(utterances::add);
        }
        left = rest(left, answer);
      }
    }

    /** What the server did not listen to, if anything can be heard in it. */
    private static AudioSegment rest(AudioSegment piece, Dialect.Answer answer) {
      double from = answer.rest().orElse(piece.length());
      if (!(from >= LEAST_REST && piece.length() - from >= LEAST_REST)
          || piece.isSilent(from, piece.length())) {
        return null;
      }
      int first = (int) (from * AudioStream.SAMPLE_RATE);
      float[] samples = Arrays.copyOfRange(piece.samples(), first, piece.samples().length);
      return new AudioSegment(piece.start() + (double) first / AudioStream.SAMPLE_RATE, samples);
    }

    private Dialect.Answer ask(AudioSegment piece) {
      int failures = 0;
      while (true) {
        try {
          return dialect.read(exchange(dialect.request(piece, options)), piece);
        } catch (Fault fault) {
          failures++;
          boolean again =
              fault.kind() == Fault.Kind.OTHERWISE && dialect.simplify()
                  || fault.kind() == Fault.Kind.AGAIN
                      && service.backoff().pause(failures, fault.pause(), monitor);
          if (!again) {
            throw fault.named(service);
          }
        }
      }
    }

    /**
     * @throws CancelledException when the monitor says so
     */
    private ServerAnswer exchange(HttpRequest request) throws Fault {
      try {
        ServerAnswer answer =
            ServerAnswer.of(
                Exchange.send(
                    service.client(),
                    request,
                    head -> new BoundedBody(),
                    service.timeout(),
                    monitor));
        if (answer.status() != 200) {
          throw Refusals.of(answer, service);
        }
        return answer;
      } catch (HttpTimeoutException e) {
        throw Fault.later(
            "%%s has not answered within %d s: try later, take a smaller model, or set '%s' to more."
                .formatted(service.timeout().toSeconds(), ServerSettings.TIMEOUT));
      } catch (IOException e) {
        throw Fault.again(
            "The connection to %s failed: see whether it runs, and check the network.",
            Duration.ZERO, e);
      }
    }
  }
}
