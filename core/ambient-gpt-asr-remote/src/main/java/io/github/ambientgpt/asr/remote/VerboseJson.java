package io.github.ambientgpt.asr.remote;

import io.github.ambientgpt.asr.remote.Heard.HeardWord;
import io.github.ambientgpt.core.speech.AudioSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The JSON that OpenAI and those who imitate it answer with: {@code text}, and where they can
 * {@code language}, {@code segments} and {@code words}. OpenAI has the words beside the segments,
 * whisper.cpp in them, and as parts of words; times are in seconds.
 */
final class VerboseJson {
  private VerboseJson() {}

  static Dialect.Answer read(ServerAnswer answer, AudioSegment piece) throws Fault {
    if (answer.type().startsWith("text/plain") && !answer.isPage()) {
      return Dialect.Answer.of(Optional.empty(), whole(answer.text(), piece));
    }
    JsonNode json = answer.json();
    Optional<String> language = language(json.path("language").asString(""));
    JsonNode segments = json.path("segments");
    if (segments.isArray() && !segments.isEmpty()) {
      return Dialect.Answer.of(language, segments(segments, words(json.path("words"))));
    }
    if (!json.path("text").isString()) {
      throw Fault.lasting(
          "%s answers without a transcript: see whether the setting 'url' names the right server.");
    }
    return Dialect.Answer.of(language, whole(json.path("text").asString(), piece));
  }

  private static List<Heard> whole(String text, AudioSegment piece) {
    return List.of(Heard.of(0, piece.length(), text));
  }

  private static List<Heard> segments(JsonNode segments, List<HeardWord> beside) {
    List<Heard> heard = new ArrayList<>();
    for (JsonNode segment : segments) {
      double start = number(segment.path("start"));
      double end = number(segment.path("end"));
      List<HeardWord> inside = words(segment.path("words"));
      heard.add(
          new Heard(
              Double.isNaN(start) ? 0 : start,
              end,
              segment.path("text").asString(""),
              segment.path("speaker").asString(""),
              inside.isEmpty() ? between(beside, start, end) : inside));
    }
    return heard;
  }

  /** Those whose middle lies in a segment. */
  private static List<HeardWord> between(List<HeardWord> words, double start, double end) {
    return words.stream()
        .filter(
            word -> {
              double middle = (word.start() + word.end()) / 2;
              return start <= middle && middle < end;
            })
        .toList();
  }

  /** The words; parts of words, which only whisper.cpp gives, become whole ones. */
  private static List<HeardWord> words(JsonNode nodes) {
    List<HeardWord> words = new ArrayList<>();
    boolean parts =
        stream(nodes).skip(1).anyMatch(node -> node.path("word").asString("").startsWith(" "));
    for (JsonNode node : nodes) {
      HeardWord word =
          new HeardWord(
              number(node.path("start")),
              number(node.path("end")),
              node.path("word").asString(""),
              confidence(node.path("probability")));
      boolean continues = parts && !words.isEmpty() && !word.text().startsWith(" ");
      if (continues) {
        words.set(words.size() - 1, joined(words.get(words.size() - 1), word));
      } else if (!word.text().isBlank()) {
        words.add(word);
      }
    }
    return words;
  }

  private static Stream<JsonNode> stream(JsonNode nodes) {
    return nodes.isArray() ? nodes.valueStream() : Stream.empty();
  }

  /** As sure as the least sure part. */
  private static HeardWord joined(HeardWord word, HeardWord part) {
    OptionalDouble confidence =
        word.confidence().isPresent() && part.confidence().isPresent()
            ? OptionalDouble.of(
                Math.min(word.confidence().getAsDouble(), part.confidence().getAsDouble()))
            : OptionalDouble.empty();
    return new HeardWord(word.start(), part.end(), word.text() + part.text(), confidence);
  }

  private static OptionalDouble confidence(JsonNode node) {
    return node.isNumber() ? OptionalDouble.of(node.doubleValue()) : OptionalDouble.empty();
  }

  /** NaN when it is none. */
  static double number(JsonNode node) {
    return node.isNumber() ? node.doubleValue() : Double.NaN;
  }

  /** OpenAI says {@code english}, others {@code en}. */
  private static Optional<String> language(String said) {
    String name = said.strip().toLowerCase(Locale.ROOT);
    if (name.matches("[a-z]{2,3}(-[a-z0-9]+)*")) {
      return Optional.of(Locale.forLanguageTag(name).toLanguageTag());
    }
    return Stream.of(Locale.getISOLanguages())
        .filter(
            code ->
                Locale.forLanguageTag(code)
                    .getDisplayLanguage(Locale.ENGLISH)
                    .equalsIgnoreCase(name))
        .findFirst();
  }
}
