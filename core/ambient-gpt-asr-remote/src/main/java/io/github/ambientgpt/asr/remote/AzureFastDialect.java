package io.github.ambientgpt.asr.remote;

import io.github.ambientgpt.asr.remote.Heard.HeardWord;
import io.github.ambientgpt.core.speech.AudioSegment;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Azure Speech's fast transcription: {@code POST
 * /speechtotext/transcriptions:transcribe?api-version=…}, a form with the audio and a JSON
 * definition. It finds the language out, times words, and can tell speakers apart.
 *
 * <p>Source: learn.microsoft.com, "Use the fast transcription API", version 2025-10-15.
 */
final class AzureFastDialect implements Dialect {
  private static final double MILLIS = 1000;

  private final Service service;
  private final URI url;
  private final OptionalInt speakers;
  private int pieces;

  /**
   * @param version of the API
   * @param speakers how many to tell apart at most; empty for not at all
   */
  AzureFastDialect(Service service, String version, OptionalInt speakers) {
    this.service = service;
    this.url =
        URI.create(
            "%s/speechtotext/transcriptions:transcribe?api-version=%s"
                .formatted(service.url(), version));
    this.speakers = speakers;
  }

  @Override
  public HttpRequest request(AudioSegment piece, RecognitionOptions options) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url).header("Accept", "application/json");
    service.key().ifPresent(key -> request.header("Ocp-Apim-Subscription-Key", key));
    return new Multipart()
        .wav("audio", Wav.of(piece.samples()))
        .json("definition", definition(options).toString())
        .post(request)
        .build();
  }

  private ObjectNode definition(RecognitionOptions options) {
    ObjectNode definition = JsonNodeFactory.instance.objectNode();
    definition.put(
        "profanityFilterMode", "None"); // a patient's words are written as they were said
    options.language().ifPresent(tag -> definition.putArray("locales").add(AzureLocales.of(tag)));
    speakers.ifPresent(
        most -> definition.putObject("diarization").put("enabled", true).put("maxSpeakers", most));
    List<String> phrases =
        Stream.of(options.prompt().split("[,;\\n]"))
            .map(String::strip)
            .filter(phrase -> !phrase.isEmpty())
            .toList();
    if (!phrases.isEmpty()) {
      var list = definition.putObject("phraseList").putArray("phrases");
      phrases.forEach(list::add);
    }
    return definition;
  }

  @Override
  public Answer read(ServerAnswer answer, AudioSegment piece) throws Fault {
    JsonNode json = answer.json();
    JsonNode phrases = json.path("phrases");
    if (!phrases.isArray()) {
      throw Fault.lasting(
          "%s answers without a transcript: see whether the setting 'url' names the right server.");
    }
    pieces++;
    List<Heard> heard = new ArrayList<>();
    Optional<String> language = Optional.empty();
    for (JsonNode phrase : phrases) {
      language = language.or(() -> Optional.of(phrase.path("locale").asString("")));
      heard.add(heard(phrase));
    }
    return Answer.of(language.filter(tag -> !tag.isEmpty()), heard);
  }

  private Heard heard(JsonNode phrase) {
    OptionalDouble confidence =
        phrase.path("confidence").isNumber()
            ? OptionalDouble.of(phrase.path("confidence").doubleValue())
            : OptionalDouble.empty();
    List<HeardWord> words = new ArrayList<>();
    for (JsonNode word : phrase.path("words")) {
      double start = VerboseJson.number(word.path("offsetMilliseconds")) / MILLIS;
      double length = VerboseJson.number(word.path("durationMilliseconds")) / MILLIS;
      words.add(new HeardWord(start, start + length, word.path("text").asString(""), confidence));
    }
    double start = VerboseJson.number(phrase.path("offsetMilliseconds")) / MILLIS;
    double length = VerboseJson.number(phrase.path("durationMilliseconds")) / MILLIS;
    return new Heard(
        Double.isNaN(start) ? 0 : start,
        start + length,
        phrase.path("text").asString(""),
        speaker(phrase.path("speaker")),
        words);
  }

  /** Azure numbers voices anew in each piece: only within one are they the same. */
  private String speaker(JsonNode node) {
    if (speakers.isEmpty() || !node.isNumber()) {
      return "";
    }
    String label = "SPEAKER " + node.intValue();
    return pieces == 1 ? label : label + " OF PART " + pieces;
  }
}
