package io.github.ambientgpt.api.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.MultipartField;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.UnprocessableEntityException;
import com.openai.models.audio.AudioResponseFormat;
import com.openai.models.audio.transcriptions.TranscriptionCreateParams;
import com.openai.models.audio.transcriptions.TranscriptionCreateParams.TimestampGranularity;
import com.openai.models.audio.transcriptions.TranscriptionCreateResponse;
import com.openai.models.audio.transcriptions.TranscriptionStreamEvent;
import com.openai.models.audio.transcriptions.TranscriptionVerbose;
import com.openai.models.models.Model;
import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.SpeechSample;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** OpenAI's own client, pointed at this service; the recognizer is the one of core's tests. */
@ApiTest
@TestPropertySource(
    properties = {
      "ambient-gpt.recognizer=loudness",
      "ambient-gpt.recognizers.loudness.model=any",
      "ambient-gpt.speech.max-size=1MB"
    })
class OpenAiTest {
  private final OpenAIClient client;
  private final Service service;

  OpenAiTest(@LocalServerPort int port) {
    this.service = Service.at(port);
    this.client =
        OpenAIOkHttpClient.builder()
            .baseUrl("http://127.0.0.1:" + port + "/v1")
            .apiKey("none")
            .maxRetries(0)
            .timeout(Duration.ofSeconds(60))
            .build();
  }

  private static TranscriptionCreateParams.Builder asking(int tones) {
    return TranscriptionCreateParams.builder()
        .model("whisper-1")
        .file(
            MultipartField.<InputStream>builder()
                .value(new ByteArrayInputStream(SpeechSample.wav(tones)))
                .filename("visit.webm")
                .build());
  }

  private TranscriptionCreateResponse transcribed(TranscriptionCreateParams.Builder asked) {
    return client.audio().transcriptions().create(asked.build());
  }

  @Test
  void theWordsOfARecordingAreToldWithItsLength() {
    var transcription = transcribed(asking(2)).asTranscription();

    assertThat(transcription.text()).isEqualTo("somebody speaks somebody speaks");
    assertThat(transcription.usage().orElseThrow().asDuration().seconds()).isEqualTo(6);
  }

  @Test
  void verboseSaysWhenEachWordWasSaid() {
    TranscriptionVerbose verbose =
        transcribed(
                asking(2)
                    .responseFormat(AudioResponseFormat.VERBOSE_JSON)
                    .timestampGranularities(
                        List.of(TimestampGranularity.WORD, TimestampGranularity.SEGMENT)))
            .asVerbose();

    assertThat(verbose.duration()).isEqualTo(6);
    assertThat(verbose.segments().orElseThrow())
        .hasSize(2)
        .allSatisfy(
            segment -> {
              assertThat(segment.text()).isEqualTo("somebody speaks");
              assertThat(segment.end()).isGreaterThan(segment.start());
            });
    assertThat(verbose.segments().orElseThrow().get(1).start()).isBetween(2.5, 3.1);
    assertThat(verbose.words().orElseThrow()).hasSize(4);
  }

  @Test
  void verboseHasNoWordsWhenNobodyAsksForThem() {
    TranscriptionVerbose verbose =
        transcribed(asking(1).responseFormat(AudioResponseFormat.VERBOSE_JSON)).asVerbose();

    assertThat(verbose.segments()).isPresent();
    assertThat(verbose.words()).isEmpty();
  }

  @Test
  void textAndSubtitlesComeAsTheyAre() {
    assertThat(text(AudioResponseFormat.TEXT)).isEqualTo("somebody speaks");
    assertThat(text(AudioResponseFormat.SRT)).contains("1\n00:00:0", " --> ", "somebody speaks");
    assertThat(text(AudioResponseFormat.VTT)).startsWith("WEBVTT").contains(" --> ");
  }

  private String text(AudioResponseFormat format) {
    return transcribed(asking(1).responseFormat(format)).asTranscription().text().strip();
  }

  @Test
  void aStreamTellsTheWordsAsTheyAreHeard() {
    StringBuilder text = new StringBuilder();
    String done = null;
    int deltas = 0;
    try (StreamResponse<TranscriptionStreamEvent> events =
        client.audio().transcriptions().createStreaming(asking(3).build())) {
      for (TranscriptionStreamEvent event :
          (Iterable<TranscriptionStreamEvent>) events.stream()::iterator) {
        if (event.isTranscriptTextDelta()) {
          text.append(event.asTranscriptTextDelta().delta());
          deltas++;
        } else if (event.isTranscriptTextDone()) {
          done = event.asTranscriptTextDone().text();
        }
      }
    }
    assertThat(deltas).isEqualTo(3);
    assertThat(done).isEqualTo("somebody speaks somebody speaks somebody speaks");
    assertThat(text).hasToString(done);
  }

  @Test
  void silenceHasNoWords() {
    var silence = new ByteArrayInputStream(SpeechSample.silence(3));

    assertThat(transcribed(asking(1).file(silence)).asTranscription().text()).isEmpty();
  }

  @Test
  void theModelsAreListedUnderTheNamesThatAreAskedFor() {
    List<String> ids = client.models().list().data().stream().map(Model::id).toList();

    assertThat(ids).contains("whisper-1", "loudness");
    assertThat(client.models().retrieve("loudness").id()).isEqualTo("loudness");
    assertThat(transcribed(asking(1).model("loudness")).asTranscription().text()).isNotEmpty();
    assertThatThrownBy(() -> client.models().retrieve("gpt-9"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void aModelThatIsNotThereIsRefusedWithThoseThatAre() {
    assertThatThrownBy(() -> transcribed(asking(1).model("parrot")))
        .isInstanceOf(UnprocessableEntityException.class)
        .hasMessageContaining("loudness");
  }

  @Test
  void aModelIsNeverAPath() {
    assertThatThrownBy(() -> transcribed(asking(1).model("loudness:../../etc/passwd")))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void whatIsNoRecordingIsRefused() {
    var text =
        new ByteArrayInputStream("Dear diary, this is not sound".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> transcribed(asking(1).file(text)))
        .isInstanceOf(UnprocessableEntityException.class)
        .hasMessageContaining("recording");
  }

  @Test
  void whatIsTooLargeIsRefused() {
    assertThat(
            service
                .post("/v1/audio/transcriptions")
                .file("a.wav", new byte[2 << 20])
                .send()
                .status())
        .isEqualTo(413);
  }

  @Test
  void aFieldThatNobodyKnowsIsRefusedByName() {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"modle\"\r\n\r\nwhisper-1\r\n--b--\r\n";

    Service.Answer answer =
        service
            .post("/v1/audio/transcriptions")
            .body("multipart/form-data; boundary=b", body.getBytes(StandardCharsets.UTF_8))
            .send();

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/error/type").asString()).isEqualTo("invalid_request_error");
  }
}
