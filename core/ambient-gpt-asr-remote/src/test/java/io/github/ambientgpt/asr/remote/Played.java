package io.github.ambientgpt.asr.remote;

import io.github.ambientgpt.core.contract.ScriptedServer;
import io.github.ambientgpt.core.contract.ScriptedServer.Request;
import io.github.ambientgpt.core.contract.ScriptedServer.Script;
import io.github.ambientgpt.core.http.Backoff;
import io.github.ambientgpt.core.provider.ServerSettings;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Servers that hear one sentence in everything, each in its own dialect. */
final class Played {
  static final String KEY = "s3cret-key";
  static final String SENTENCE = "I have had a cough.";

  private Played() {}

  /** What OpenAI answers. */
  static Script openAi() {
    return (request, out) -> {
      double seconds = Form.seconds(Form.of(request).get("file"));
      json(
              """
              {"task":"transcribe","language":"english","duration":%1$.3f,"text":"%2$s",
               "segments":[{"id":0,"start":0.0,"end":%1$.3f,"text":" %2$s","avg_logprob":-0.2}],
               "words":[{"word":"I","start":0.0,"end":%3$.3f},{"word":"have","start":%3$.3f,"end":%1$.3f}]}
              """,
              seconds, SENTENCE, seconds / 2)
          .play(request, out);
    };
  }

  /** What whisper.cpp's server answers: words are tokens. */
  static Script whisperServer() {
    return (request, out) -> {
      double seconds = Form.seconds(Form.of(request).get("file"));
      json(
              """
              {"task":"transcribe","language":"english","duration":%1$.3f,"text":" %2$s\\n",
               "segments":[{"id":0,"text":" %2$s","start":0.0,"end":%1$.3f,"words":[
                 {"word":" I","start":0.0,"end":%3$.3f,"probability":0.9},
                 {"word":" cou","start":%3$.3f,"end":%3$.3f,"probability":0.8},
                 {"word":"gh","start":%3$.3f,"end":%1$.3f,"probability":0.7},
                 {"word":".","start":%1$.3f,"end":%1$.3f,"probability":0.95}],
                 "tokens":[1,2,3,4],"temperature":0.0,"avg_logprob":-0.1,"no_speech_prob":0.01}]}
              """,
              seconds, SENTENCE, seconds / 2)
          .play(request, out);
    };
  }

  /** What Azure's fast transcription answers. */
  static Script azureFast() {
    return (request, out) -> {
      long millis = Math.round(1000 * Form.seconds(Form.of(request).get("audio")));
      json(
              """
              {"durationMilliseconds":%1$d,"combinedPhrases":[{"text":"%2$s"}],
               "phrases":[{"speaker":1,"offsetMilliseconds":0,"durationMilliseconds":%1$d,
                 "text":"%2$s","words":[
                   {"text":"I","offsetMilliseconds":0,"durationMilliseconds":%3$d},
                   {"text":"have","offsetMilliseconds":%3$d,"durationMilliseconds":%3$d}],
                 "locale":"en-US","confidence":0.93}]}
              """,
              millis, SENTENCE, millis / 2)
          .play(request, out);
    };
  }

  /** What Azure's REST API for short audio answers. */
  static Script azureShort() {
    return (request, out) -> {
      long ticks = Math.round(1e7 * (request.body().length - 44) / 32_000.0);
      json(
              """
              {"RecognitionStatus":"Success","Offset":0,"Duration":%d,"DisplayText":"%s",
               "NBest":[{"Confidence":0.87,"Lexical":"i have","Display":"%2$s"}]}
              """,
              ticks, SENTENCE)
          .play(request, out);
    };
  }

  static Script json(String format, Object... values) {
    return ScriptedServer.json(200, String.format(Locale.ROOT, format, values));
  }

  /** A body of any sort, with its status. */
  static Script says(int status, String type, String body, String... headers) {
    return ScriptedServer.answer(status, type, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  static Settings settings(ScriptedServer server) {
    String url = server.url().toString();
    return Settings.of(Settings.URL, url).with(Settings.KEY, KEY).with(ServerSettings.RETRIES, "0");
  }

  /** Impatient, so that a test does not wait. */
  static SpeechRecognizer impatient(
      ScriptedServer server, int attempts, Duration timeout, Function<Service, Dialect> dialects) {
    Service service =
        new Service(
            "openai",
            java.net.URI.create("http://127.0.0.1:" + server.port()),
            "whisper-1",
            Optional.of(KEY),
            30,
            timeout,
            new Backoff(attempts, Duration.ofMillis(1)),
            java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .build());
    return new RemoteRecognizer(service, dialects);
  }

  static Form form(ScriptedServer server, int request) {
    Request asked = server.requests().get(request);
    return Form.of(asked);
  }
}
