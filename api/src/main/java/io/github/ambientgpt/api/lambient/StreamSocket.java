package io.github.ambientgpt.api.lambient;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.ambientgpt.api.speech.LiveRecognizers;
import io.github.ambientgpt.api.speech.RecognizerPool;
import io.github.ambientgpt.api.speech.SpeechEngine;
import io.github.ambientgpt.core.error.AmbientGptException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.StreamingRecognizer;
import io.github.ambientgpt.core.transcript.Utterance;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import tools.jackson.databind.json.JsonMapper;

/** {@code /ws/stream}: each engine in the shapes of its own that clients know. */
@Component
class StreamSocket extends LiveSocket {
  private static final int NOT_FOUND = 4404;
  private static final String PROCESSING = "Processing audio...";
  private static final int LONGEST_ERROR = 50;

  /** From so much sound on, Azure is asked; in seconds. */
  private static final double AZURE_SECONDS = 3;

  private final ModelNames models;
  private final LiveRecognizers live;
  private final RecognizerPool recognizers;

  record Whole(String type, String text) {}

  StreamSocket(
      ModelNames models,
      LiveRecognizers live,
      RecognizerPool recognizers,
      LambientProperties properties,
      JsonMapper json) {
    super(properties.liveSessions(), json);
    this.models = models;
    this.live = live;
    this.recognizers = recognizers;
  }

  @Override
  Speech begin(Map<String, String> parameters, Answers answers) throws Refused {
    String engine = parameters.getOrDefault("engine", "vosk");
    try {
      return switch (engine) {
        case "vosk" -> new Vosk(models.liveVosk("default").orElseThrow(), answers);
        case "whisper" -> new Whisper(answers);
        case "azure_speech" -> new Azure(answers);
        default ->
            throw new Refused(
                new CloseStatus(NOT_FOUND, "An engine is vosk, whisper or azure_speech"));
      };
    } catch (Refusal e) {
      throw new Refused(
          CloseStatus.SERVER_ERROR.withReason("The recognizer is not ready: see its model"));
    }
  }

  /** Minutes and seconds of sound. */
  private static final class Elapsed {
    private long samples;

    void add(int count) {
      samples += count;
    }

    @Override
    public String toString() {
      long seconds = samples / AudioStream.SAMPLE_RATE;
      return String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60);
    }
  }

  private static String shortened(String message) {
    return message.substring(0, Math.min(LONGEST_ERROR, message.length())) + "...";
  }

  /** Says nothing when there is nothing new. */
  private final class Vosk implements Speech {
    record Update(
        String text,
        @JsonProperty("words_info") List<Heard.VoskWord> words,
        @JsonProperty("is_final") boolean last,
        String elapsed,
        String partial) {}

    private final Answers answers;
    private final Elapsed elapsed = new Elapsed();
    private final Heard heard = new Heard();
    private final StreamingRecognizer.Session session;
    private String lastPartial = "";

    Vosk(SpeechEngine engine, Answers answers) {
      this.answers = answers;
      this.session = live.open(engine, RecognitionOptions.DEFAULT, heard);
    }

    @Override
    public void hear(float[] samples) throws IOException {
      session.accept(samples, 0, samples.length);
      elapsed.add(samples.length);
      List<Utterance> ended = heard.take();
      if (!ended.isEmpty()) {
        lastPartial = "";
        answers.send(new Update(heard.said(), Heard.words(ended), true, elapsed.toString(), ""));
      }
      String partial = heard.partial();
      if (!partial.isEmpty() && !partial.equals(lastPartial)) {
        lastPartial = partial;
        answers.send(new Update(heard.said(), List.of(), false, elapsed.toString(), partial));
      }
    }

    @Override
    public void close() {
      session.close();
    }
  }

  /** What was said so far, each time in whole. */
  private final class Whisper implements Speech {
    private final Answers answers;
    private final Elapsed elapsed = new Elapsed();
    private final Heard heard = new Heard();
    private final StreamingRecognizer.Session session;
    private String sent = "";
    private long waiting;

    record Update(
        String type,
        String text,
        @JsonProperty("words_info") List<Heard.VoskWord> words,
        @JsonProperty("is_final") boolean last,
        String elapsed,
        String partial,
        @JsonProperty("processing") @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable Boolean processing) {}

    Whisper(Answers answers) {
      this.answers = answers;
      this.session = live.open(models.liveWhisper(), RecognitionOptions.DEFAULT, heard);
    }

    @Override
    public void hear(float[] samples) throws IOException {
      elapsed.add(samples.length);
      waiting += samples.length;
      try {
        session.accept(samples, 0, samples.length);
      } catch (AmbientGptException e) {
        answers.send(update("Whisper Error: " + shortened(e.getMessage()), null));
        return;
      }
      heard.take();
      String all = heard.all();
      if (all.equals(sent)) {
        answers.send(update(meanwhile(), false));
      } else {
        answers.send(update(PROCESSING, true));
        answers.send(new Whole("final", all));
        sent = all;
        waiting = 0;
      }
    }

    private String meanwhile() {
      double seconds = (double) waiting / AudioStream.SAMPLE_RATE;
      if (seconds > 1) {
        return String.format(Locale.ROOT, "[Processing %.1fs of audio...]", seconds);
      }
      return sent.isEmpty() ? "" : "...";
    }

    private Update update(String partial, @Nullable Boolean processing) {
      return new Update("partial", sent, List.of(), false, elapsed.toString(), partial, processing);
    }

    @Override
    public void close() {
      session.close();
    }
  }

  /** Sent away every few seconds. */
  private final class Azure implements Speech {
    record Update(
        String text,
        @JsonProperty("words_info") List<Heard.VoskWord> words,
        @JsonProperty("is_final") boolean last,
        String elapsed,
        String partial,
        boolean processing) {}

    private final Answers answers;
    private final Elapsed elapsed = new Elapsed();
    private final StringBuilder text = new StringBuilder();
    private float[] waiting = new float[0];

    Azure(Answers answers) {
      this.answers = answers;
    }

    @Override
    public void hear(float[] samples) throws IOException {
      elapsed.add(samples.length);
      int before = waiting.length;
      waiting = Arrays.copyOf(waiting, before + samples.length);
      System.arraycopy(samples, 0, waiting, before, samples.length);
      if (waiting.length < AZURE_SECONDS * AudioStream.SAMPLE_RATE) {
        return;
      }
      float[] piece = waiting;
      waiting = new float[0];
      answers.send(update(false, PROCESSING, true));
      try {
        String heard =
            Heard.text(
                recognizers
                    .soon(
                        models.azure(),
                        recognizer ->
                            recognizer.transcribe(
                                AudioStream.of(piece), RecognitionOptions.DEFAULT, Monitor.NONE))
                    .utterances());
        text.append(text.isEmpty() || heard.isEmpty() ? "" : " ").append(heard);
        answers.send(update(true, "", false));
      } catch (AmbientGptException | Refusal e) {
        answers.send(update(false, "Azure Error: " + shortened(e.getMessage()), false));
      }
    }

    private Update update(boolean last, String partial, boolean processing) {
      return new Update(text.toString(), List.of(), last, elapsed.toString(), partial, processing);
    }

    @Override
    public void close() {}
  }
}
