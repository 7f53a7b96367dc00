package io.github.ambientgpt.asr.remote;

import io.github.ambientgpt.asr.remote.Heard.HeardWord;
import io.github.ambientgpt.core.speech.AudioSegment;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/**
 * Azure Speech's REST API for short audio, up to 60 s: {@code POST
 * /speech/recognition/conversation/cognitiveservices/v1?language=…}, the audio as body. It may stop
 * at a pause: then it is sent the rest. Times are in 100 ns.
 *
 * <p>Source: learn.microsoft.com, "Speech to text REST API for short audio".
 */
final class AzureShortDialect implements Dialect {
  private static final double TICKS = 1e7;
  private static final String DEFAULT_LANGUAGE = "en-US";
  private static final String PATH = "/speech/recognition/conversation/cognitiveservices/v1";

  private final Service service;

  AzureShortDialect(Service service) {
    this.service = service;
  }

  @Override
  public HttpRequest request(AudioSegment piece, RecognitionOptions options) {
    String language = options.language().map(AzureLocales::of).orElse(DEFAULT_LANGUAGE);
    String query =
        "?format=detailed&profanity=raw&language="
            + URLEncoder.encode(language, StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(service.url() + PATH + query))
            .header("Accept", "application/json")
            .header("Content-Type", "audio/wav; codecs=audio/pcm; samplerate=16000")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Wav.of(piece.samples())));
    service.key().ifPresent(key -> request.header("Ocp-Apim-Subscription-Key", key));
    return request.build();
  }

  @Override
  public Answer read(ServerAnswer answer, AudioSegment piece) throws Fault {
    JsonNode json = answer.json();
    String status = json.path("RecognitionStatus").asString("");
    return switch (status) {
      case "Success" -> success(json, piece);
      case "NoMatch", "InitialSilenceTimeout", "BabbleTimeout", "EndOfDictation" ->
          Answer.of(Optional.empty(), List.of());
      case "Error" -> throw Fault.later("%s failed at this recording: try later.");
      default ->
          throw Fault.lasting(
              "%s answers without a transcript: see whether the setting 'url' names the right"
                  + " server.");
    };
  }

  private static Answer success(JsonNode json, AudioSegment piece) {
    JsonNode best = json.path("NBest").path(0);
    double start = VerboseJson.number(json.path("Offset")) / TICKS;
    double end = start + VerboseJson.number(json.path("Duration")) / TICKS;
    OptionalDouble confidence =
        best.path("Confidence").isNumber()
            ? OptionalDouble.of(best.path("Confidence").doubleValue())
            : OptionalDouble.empty();
    List<HeardWord> words = new ArrayList<>();
    for (JsonNode word : best.path("Words")) {
      double from = VerboseJson.number(word.path("Offset")) / TICKS;
      double to = from + VerboseJson.number(word.path("Duration")) / TICKS;
      words.add(new HeardWord(from, to, word.path("Word").asString(""), confidence));
    }
    String text = best.path("Display").asString(json.path("DisplayText").asString(""));
    Heard heard = new Heard(Double.isNaN(start) ? 0 : start, end, text, "", words);
    return new Answer(
        Optional.empty(),
        List.of(heard),
        Double.isNaN(end) || end >= piece.length() ? Optional.empty() : Optional.of(end));
  }
}
