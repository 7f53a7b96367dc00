package io.github.ambientgpt.api.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import io.github.ambientgpt.api.SpeechSample;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Readiness;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Names that are told with a visit reach the recognizer. */
@ApiTest
@Import(VocabularyTest.Suggestible.class)
class VocabularyTest {
  private static final int LONGEST = 40;

  private final Service service;

  VocabularyTest(@LocalServerPort int port) {
    service = Service.at(port);
  }

  /** A recognizer that hears what it is told it will hear. */
  @TestConfiguration
  static class Suggestible {
    @Bean
    SpeechRecognizerProvider suggestible() {
      return new SpeechRecognizerProvider() {
        @Override
        public String id() {
          return "suggestible";
        }

        @Override
        public String summary() {
          return "Hears its prompt; for tests";
        }

        @Override
        public int longestPrompt() {
          return LONGEST;
        }

        @Override
        public Readiness check(Settings settings) {
          return Readiness.of();
        }

        @Override
        public SpeechRecognizer create(Settings settings) {
          return new Suggested();
        }
      };
    }
  }

  private static final class Suggested implements SpeechRecognizer {
    @Override
    public Transcript transcribe(AudioStream audio, RecognitionOptions options, Monitor monitor) {
      String text = "I hear " + options.prompt();
      return new Transcript(
          "en",
          new Recognition("suggestible", "", false),
          List.of(new Utterance("u1", Speaker.UNKNOWN, Optional.empty(), text, List.of())));
    }

    @Override
    public void close() {}
  }

  private Answer visit(String vocabulary) {
    return service.post(
        "/api/v1/encounters", "{\"label\": \"Names\", \"vocabulary\": %s}".formatted(vocabulary));
  }

  private String heard(Answer visit, String how) {
    String recording =
        service
            .post(visit.header("Location") + "/recordings")
            .file("a.wav", SpeechSample.wav(1))
            .send()
            .is(201)
            .header("Location");
    return service
        .result(
            service.post(
                recording + ":transcribe", "{\"recognizer\": \"suggestible\"%s}".formatted(how)))
        .json()
        .at("/utterances/0/text")
        .asString();
  }

  @Test
  void aVisitsNamesAreTold() {
    Answer visit = visit("[\"Eliquis\", \"Dr. Okonkwo\"]").is(201);

    assertThat(heard(visit, "")).isEqualTo("I hear Eliquis, Dr. Okonkwo");
    assertThat(service.get(visit.header("Location")).json().get("vocabulary"))
        .extracting(name -> name.asString())
        .containsExactly("Eliquis", "Dr. Okonkwo");
  }

  @Test
  void thePromptOfARecordingComesFirstAndAsManyNamesAsThereIsRoomFor() {
    Answer visit = visit("[\"Eliquis\", \"Dr. Okonkwo\", \"sacubitril\"]").is(201);

    assertThat(heard(visit, ", \"prompt\": \"A check of\"")) // 40 characters at most
        .isEqualTo("I hear A check of, Eliquis, Dr. Okonkwo");
  }

  @Test
  void theyMayBeChangedAndAreNotWithTheRest() {
    Answer visit = visit("[\"Eliquis\"]").is(201);
    Answer renamed =
        service
            .ask("PATCH", visit.header("Location"))
            .json("{\"label\": \"Other\"}")
            .ifMatch(visit)
            .send()
            .is(200);

    service
        .ask("PATCH", visit.header("Location"))
        .json("{\"vocabulary\": [\"Entresto\"]}")
        .ifMatch(renamed)
        .send()
        .is(200);

    assertThat(heard(visit, "")).isEqualTo("I hear Entresto");
  }

  @Test
  void tooManyOrTooLongOnesAreRefusedByName() {
    assertThat(visit("[\"%s\"]".formatted("x".repeat(61))).isProblem(400, "invalid-request").text())
        .contains("vocabulary[0]");
    assertThat(visit("[\" \"]").isProblem(400, "invalid-request").text()).contains("vocabulary[0]");
  }
}
