package io.github.ambientgpt.asr.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.ambientgpt.core.contract.Samples;
import io.github.ambientgpt.core.contract.ScriptedServer;
import io.github.ambientgpt.core.contract.ScriptedServer.Request;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.transcript.Word;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What goes over the wire, and what is made of what comes back. */
class DialectsTest {
  private static final RecognitionOptions OPTIONS =
      new RecognitionOptions(Optional.of("en-GB"), "Zanubrutinib, Dr. Ōe");

  private static Transcript transcribe(
      SpeechRecognizerProvider provider, Settings settings, RecognitionOptions options) {
    try (SpeechRecognizer recognizer = provider.create(settings)) {
      return recognizer.transcribe(AudioStream.of(Samples.jfk()), options, Monitor.NONE);
    }
  }

  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  @Test
  void openAiIsAskedForTimesAndGivesWords() {
    try (ScriptedServer server = ScriptedServer.playing(Played.openAi())) {
      Transcript transcript = transcribe(new OpenAiProvider(), Played.settings(server), OPTIONS);

      Request request = server.requests().get(0);
      Form form = Form.of(request);
      assertThat(request.method() + " " + request.target()).isEqualTo("POST /audio/transcriptions");
      assertThat(request.header("Authorization")).contains("Bearer " + Played.KEY);
      assertThat(form.get("model")).isEqualTo("whisper-1");
      assertThat(form.get("language")).isEqualTo("en");
      assertThat(form.get("prompt")).isEqualTo(latin("Zanubrutinib, Dr. Ōe"));
      assertThat(form.get("response_format")).isEqualTo("verbose_json");
      assertThat(form.get("timestamp_granularities[]")).isEqualTo("segment,word");
      assertThat(form.get("file")).startsWith("RIFF").contains("WAVEfmt ");
      assertThat(Form.seconds(form.get("file"))).isCloseTo(11, within(0.1));

      assertThat(transcript.language()).isEqualTo("en-GB");
      assertThat(transcript.recognition().model()).isEqualTo("whisper-1");
      Utterance utterance = transcript.utterances().get(0);
      assertThat(utterance.text()).isEqualTo(Played.SENTENCE);
      assertThat(utterance.words()).extracting(Word::text).containsExactly("I", "have");
      assertThat(utterance.words()).noneMatch(Word::estimated);
      assertThat(utterance.words())
          .extracting(Word::confidence)
          .containsOnly(OptionalDouble.empty());
    }
  }

  @Test
  void theLanguageThatTheServerFoundIsKept() {
    try (ScriptedServer server = ScriptedServer.playing(Played.openAi())) {
      Transcript transcript =
          transcribe(new OpenAiProvider(), Played.settings(server), RecognitionOptions.DEFAULT);

      assertThat(transcript.language()).isEqualTo("en");
      assertThat(Played.form(server, 0).fields()).doesNotContainKeys("language", "prompt");
    }
  }

  @Test
  void aServerThatKnowsNoTimesIsAskedForPlainJson() {
    try (ScriptedServer server =
        ScriptedServer.playing(
            ScriptedServer.json(
                400, "{\"error\":{\"message\":\"response_format 'verbose_json' is not ok\"}}"),
            ScriptedServer.json(200, "{\"text\":\"I have had a cough.\"}"))) {
      Transcript transcript =
          transcribe(new OpenAiProvider(), Played.settings(server), RecognitionOptions.DEFAULT);

      assertThat(Played.form(server, 1).get("response_format")).isEqualTo("json");
      assertThat(Played.form(server, 1).fields()).doesNotContainKey("timestamp_granularities[]");
      assertThat(transcript.utterances()).hasSize(1);
      assertThat(transcript.utterances().get(0).words()).hasSize(5).allMatch(Word::estimated);
      assertThat(transcript.language()).isEqualTo("und");
    }
  }

  @Test
  void aModelThatKnowsNoTimesIsNotAskedForThem() {
    try (ScriptedServer server =
        ScriptedServer.playing(ScriptedServer.json(200, "{\"text\":\"Hello.\"}"))) {
      transcribe(
          new OpenAiProvider(),
          Played.settings(server).with(Settings.MODEL, "gpt-4o-transcribe"),
          RecognitionOptions.DEFAULT);

      assertThat(Played.form(server, 0).get("response_format")).isEqualTo("json");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void plainTextIsATranscriptToo() {
    try (ScriptedServer server =
        ScriptedServer.playing(Played.says(200, "text/plain", " Hello there.\n"))) {
      assertThat(
              transcribe(new OpenAiProvider(), Played.settings(server), RecognitionOptions.DEFAULT)
                  .utterances())
          .extracting(Utterance::text)
          .containsExactly("Hello there.");
    }
  }

  @Test
  void whisperServerGivesPartsOfWordsThatBecomeWords() {
    try (ScriptedServer server = ScriptedServer.playing(Played.whisperServer())) {
      Transcript transcript =
          transcribe(
              new WhisperServerProvider(), Played.settings(server), RecognitionOptions.DEFAULT);

      assertThat(server.requests().get(0).target()).isEqualTo("/inference");
      assertThat(Played.form(server, 0).get("language")).isEqualTo("auto");
      assertThat(Played.form(server, 0).get("response_format")).isEqualTo("verbose_json");
      List<Word> words = transcript.utterances().get(0).words();
      assertThat(words).extracting(Word::text).containsExactly("I", "cough.");
      assertThat(words.get(1).confidence()).hasValue(0.7);
      assertThat(words.get(1).span().end()).isCloseTo(11, within(0.1));
      assertThat(transcript.language()).isEqualTo("en");
    }
  }

  @Test
  void whisperServersOwnErrorIsNotTakenForWords() {
    try (ScriptedServer server =
        ScriptedServer.playing(
            ScriptedServer.json(200, "{\"error\":\"failed to read WAV file\"}"))) {
      assertThatThrownBy(
              () ->
                  transcribe(
                      new WhisperServerProvider(),
                      Played.settings(server),
                      RecognitionOptions.DEFAULT))
          .hasMessageContaining("could not read the recording");
    }
  }

  @Test
  void azureOpenAiHasItsOwnAddressAndKey() {
    try (ScriptedServer server = ScriptedServer.playing(Played.openAi())) {
      transcribe(
          new AzureOpenAiProvider(),
          Played.settings(server).with(RemoteSettings.DEPLOYMENT, "clinic-whisper"),
          OPTIONS);

      Request request = server.requests().get(0);
      assertThat(request.target())
          .isEqualTo(
              "/openai/deployments/clinic-whisper/audio/transcriptions?api-version=2024-10-21");
      assertThat(request.header("api-key")).contains(Played.KEY);
      assertThat(request.header("Authorization")).isEmpty();
    }
  }

  @Test
  void azureFastIsToldLanguagePhrasesAndSpeakers() {
    try (ScriptedServer server = ScriptedServer.playing(Played.azureFast())) {
      Transcript transcript =
          transcribe(
              new AzureSpeechProvider(),
              Played.settings(server).with(RemoteSettings.SPEAKERS, "2"),
              OPTIONS);

      Request request = server.requests().get(0);
      assertThat(request.target())
          .isEqualTo("/speechtotext/transcriptions:transcribe?api-version=2025-10-15");
      assertThat(request.header("Ocp-Apim-Subscription-Key")).contains(Played.KEY);
      assertThat(Form.of(request).get("definition"))
          .contains("\"locales\":[\"en-GB\"]")
          .contains("\"profanityFilterMode\":\"None\"")
          .contains("\"diarization\":{\"enabled\":true,\"maxSpeakers\":2}")
          .contains("\"phrases\":[\"Zanubrutinib\",");
      Utterance utterance = transcript.utterances().get(0);
      assertThat(utterance.speaker().label()).isEqualTo("SPEAKER 1");
      assertThat(utterance.words()).extracting(Word::text).containsExactly("I", "have");
      assertThat(utterance.words().get(0).confidence()).hasValue(0.93);
    }
  }

  @Test
  void azureFastFindsTheLanguageOut() {
    try (ScriptedServer server = ScriptedServer.playing(Played.azureFast())) {
      Transcript transcript =
          transcribe(
              new AzureSpeechProvider(), Played.settings(server), RecognitionOptions.DEFAULT);

      assertThat(Played.form(server, 0).get("definition"))
          .doesNotContain("locales", "diarization", "phraseList");
      assertThat(transcript.language()).isEqualTo("en-US");
      assertThat(transcript.utterances().get(0).speaker().label()).isEmpty();
    }
  }

  @Test
  void azureShortIsSentTheAudioAlone() {
    try (ScriptedServer server = ScriptedServer.playing(Played.azureShort())) {
      transcribe(
          new AzureSpeechProvider(),
          Played.settings(server).with(RemoteSettings.MODE, "short"),
          new RecognitionOptions(Optional.of("de"), ""));

      Request request = server.requests().get(0);
      assertThat(request.target())
          .startsWith("/speech/recognition/conversation/cognitiveservices/v1?format=detailed")
          .endsWith("&language=de-DE");
      assertThat(request.header("Content-Type"))
          .contains("audio/wav; codecs=audio/pcm; samplerate=16000");
      assertThat(new String(request.body(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
    }
  }

  @Test
  void azureShortIsSentTheRestWhenItStoppedAtAPause() {
    try (ScriptedServer server =
        ScriptedServer.playing(
            Played.json(
                """
                {"RecognitionStatus":"Success","Offset":1000000,"Duration":39000000,
                 "DisplayText":"First."}
                """),
            Played.azureShort())) {
      Transcript transcript =
          transcribe(
              new AzureSpeechProvider(),
              Played.settings(server).with(RemoteSettings.MODE, "short"),
              RecognitionOptions.DEFAULT);

      assertThat(server.requests()).hasSize(2);
      assertThat((server.requests().get(1).body().length - 44) / 32_000.0)
          .isCloseTo(7, within(0.2));
      assertThat(transcript.utterances()).extracting(Utterance::text).startsWith("First.");
      assertThat(transcript.utterances().get(1).span().orElseThrow().start())
          .isCloseTo(4, within(0.2));
    }
  }

  @Test
  void azureShortThatHearsNothingGivesNothing() {
    for (String status : new String[] {"NoMatch", "InitialSilenceTimeout", "BabbleTimeout"}) {
      try (ScriptedServer server =
          ScriptedServer.playing(Played.json("{\"RecognitionStatus\":\"%s\"}", status))) {
        assertThat(
                transcribe(
                        new AzureSpeechProvider(),
                        Played.settings(server).with(RemoteSettings.MODE, "short"),
                        RecognitionOptions.DEFAULT)
                    .isEmpty())
            .isTrue();
      }
    }
  }

  @Test
  void azureWantsACountryWithALanguageThatWeKnowNoneFor() {
    try (ScriptedServer server = ScriptedServer.playing(Played.azureFast())) {
      assertThatThrownBy(
              () ->
                  transcribe(
                      new AzureSpeechProvider(),
                      Played.settings(server),
                      new RecognitionOptions(Optional.of("qu"), "")))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("'qu'");
    }
  }

  @Test
  void theRegionMakesAzuresAddress() {
    Settings settings =
        Settings.of(RemoteSettings.REGION, "westeurope").with(Settings.KEY, Played.KEY);
    assertThat(new AzureSpeechProvider().check(settings).needs().get(0).detail())
        .isEqualTo("westeurope.api.cognitive.microsoft.com");
    assertThat(
            new AzureSpeechProvider()
                .check(settings.with(RemoteSettings.MODE, "short"))
                .needs()
                .get(0)
                .detail())
        .isEqualTo("westeurope.stt.speech.microsoft.com");
  }

  @Test
  void whatNobodyCanHaveSaidIsLeftOut() {
    try (ScriptedServer server =
        ScriptedServer.playing(
            Played.json(
                """
                {"language":"en","text":"x","segments":[
                  {"start":0,"end":1,"text":" [BLANK_AUDIO]"},
                  {"start":1,"end":2,"text":" (music)"},
                  {"start":2,"end":3,"text":" ..."},
                  {"start":3,"end":4,"text":""},
                  {"start":4,"end":9000,"text":"Yes (really)."},
                  {"start":9000,"end":9001,"text":"After the end."},
                  {"text":"Without times."},
                  {"start":"a","end":-3,"text":"With wrong times."}]}
                """))) {
      List<Utterance> utterances =
          transcribe(new OpenAiProvider(), Played.settings(server), RecognitionOptions.DEFAULT)
              .utterances();

      assertThat(utterances)
          .extracting(Utterance::text)
          .containsExactly("Yes (really).", "Without times.", "With wrong times.");
      assertThat(utterances)
          .allSatisfy(
              utterance ->
                  assertThat(utterance.span().orElseThrow().end()).isLessThanOrEqualTo(11.01));
    }
  }

  @Test
  void aLongRecordingGoesInPiecesAndItsTimesGoOn() {
    float[] samples = Samples.joined(Samples.jfk(), Samples.jfk(), Samples.jfk(), Samples.jfk());
    try (ScriptedServer server = ScriptedServer.playing(Played.openAi());
        SpeechRecognizer recognizer =
            new OpenAiProvider()
                .create(Played.settings(server).with(RemoteSettings.SECONDS, "20"))) {
      Transcript transcript =
          recognizer.transcribe(AudioStream.of(samples), RecognitionOptions.DEFAULT, Monitor.NONE);

      assertThat(server.requests()).hasSizeBetween(3, 5);
      assertThat(server.requests())
          .allMatch(request -> Form.seconds(Form.of(request).get("file")) <= 20);
      assertThat(transcript.utterances().stream().map(u -> u.span().orElseThrow().start()))
          .isSorted();
      assertThat(
              transcript
                  .utterances()
                  .get(transcript.utterances().size() - 1)
                  .span()
                  .orElseThrow()
                  .end())
          .isCloseTo(44, within(0.5));
    }
  }
}
