package io.github.ambientgpt.asr.vosk;

import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.speech.AudioSegment;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was said from pause to pause.
 *
 * @param words in order; empty when nothing was recognized
 */
record VoskResult(List<Heard> words) {
  /** How Vosk writes what it knows no word for. */
  private static final Set<String> UNKNOWN = Set.of("[unk]", "<unk>", "<UNK>");

  VoskResult {
    words = List.copyOf(words);
  }

  /**
   * A word, with times in seconds from where the stream began.
   *
   * @param confidence 0 to 1
   */
  record Heard(String text, double start, double end, OptionalDouble confidence) {
    Span span() {
      return new Span(start, end);
    }
  }

  /**
   * @param json as Vosk writes a result
   */
  static VoskResult parse(String json) {
    List<Heard> words = new ArrayList<>();
    double before = 0;
    for (JsonNode word : read(json).path("result")) {
      String text = word.path("word").asString("").strip();
      if (text.isEmpty() || UNKNOWN.contains(text)) {
        continue;
      }
      double start = Math.max(before, word.path("start").asDouble(before));
      double end = Math.max(start, word.path("end").asDouble(start));
      words.add(new Heard(text, start, end, confidence(word.path("conf"))));
      before = start;
    }
    return new VoskResult(words);
  }

  /** Some models give a little more than 1. */
  private static OptionalDouble confidence(JsonNode number) {
    double value = number.asDouble(Double.NaN);
    return Double.isNaN(value)
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.max(0, Math.min(1, value)));
  }

  /**
   * @param json as Vosk writes a partial result
   */
  static String partial(String json) {
    return read(json).path("partial").asString("").strip();
  }

  private static JsonNode read(String json) {
    try {
      return JsonMapper.shared().readTree(json);
    } catch (JacksonException e) { // its message quotes what was said: not kept as a cause
      throw EngineException.lasting("Vosk's answer is not JSON: take another model.", null);
    }
  }

  /**
   * An utterance in the time of the recording.
   *
   * @param piece the stretch of the recording that the stream was
   * @return empty when nothing was recognized, or only where nobody can have spoken
   */
  Optional<Utterance> utterance(int number, AudioSegment piece) {
    List<Word> placed = new ArrayList<>();
    for (Heard word : words) {
      if (word.start < piece.length() && !piece.isSilent(word.start, word.end)) {
        placed.add(new Word(word.text, piece.span(word.start, word.end), word.confidence, false));
      }
    }
    return utterance(number, placed);
  }

  /** An utterance of a stream that is the whole of what is heard. */
  Optional<Utterance> utterance(int number) {
    return utterance(
        number,
        words.stream()
            .map(word -> new Word(word.text, word.span(), word.confidence, false))
            .toList());
  }

  private static Optional<Utterance> utterance(int number, List<Word> words) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Span span = new Span(words.get(0).span().start(), words.get(words.size() - 1).span().end());
    String text = words.stream().map(Word::text).collect(Collectors.joining(" "));
    return Optional.of(
        new Utterance("u" + number, Speaker.UNKNOWN, Optional.of(span), text, words));
  }
}
