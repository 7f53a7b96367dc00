package io.github.ambientgpt.api.lambient;

import io.github.ambientgpt.api.speech.LiveRecognizers;
import io.github.ambientgpt.api.speech.SpeechEngine;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.StreamingRecognizer;
import io.github.ambientgpt.core.transcript.Utterance;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import tools.jackson.databind.json.JsonMapper;

/** {@code /ws/vosk}: one answer for each frame. */
@Component
class VoskSocket extends LiveSocket {
  private static final int NOT_FOUND = 4404;

  /** A close frame holds 123 bytes, and a name that long is none. */
  private static final int LONGEST_NAME = 60;

  private final ModelNames models;
  private final LiveRecognizers recognizers;

  record Partial(String type, String text) {}

  record Final(String type, String text, List<Heard.VoskWord> result) {}

  VoskSocket(
      ModelNames models,
      LiveRecognizers recognizers,
      LambientProperties properties,
      JsonMapper json) {
    super(properties.liveSessions(), json);
    this.models = models;
    this.recognizers = recognizers;
  }

  @Override
  Speech begin(Map<String, String> parameters, Answers answers) throws Refused {
    String model = parameters.getOrDefault("model", "default");
    SpeechEngine engine;
    try {
      engine = models.liveVosk(model).orElseThrow(() -> notFound(model));
    } catch (Refusal e) {
      throw notFound(model);
    }
    Heard heard = new Heard();
    StreamingRecognizer.Session session =
        recognizers.open(engine, RecognitionOptions.DEFAULT, heard);
    return new Speech() {
      @Override
      public void hear(float[] samples) throws IOException {
        session.accept(samples, 0, samples.length);
        List<Utterance> ended = heard.take();
        answers.send(
            ended.isEmpty()
                ? new Partial("partial", heard.partial())
                : new Final("final", Heard.text(ended), Heard.words(ended)));
      }

      @Override
      public void close() {
        session.close();
      }
    };
  }

  private static Refused notFound(String model) {
    String name = model.length() <= LONGEST_NAME ? model : model.substring(0, LONGEST_NAME);
    String shown = name.replaceAll("[^\\x20-\\x7E]", "?");
    return new Refused(new CloseStatus(NOT_FOUND, "Model '%s' not found".formatted(shown)));
  }
}
