package io.github.ambientgpt.api.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.transcript.Word;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** A transcript in the shapes that OpenAI's clients read. */
final class Answers {
  private Answers() {}

  record Usage(String type, long seconds) {
    static Usage of(double seconds) {
      return new Usage("duration", (long) Math.ceil(seconds));
    }
  }

  record Plain(String text, Usage usage) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Verbose(
      String task,
      String language,
      double duration,
      String text,
      @Nullable List<Segment> segments,
      @Nullable List<TimedWord> words,
      Usage usage) {}

  /**
   * What the recognizer does not tell is absent.
   *
   * @param averageLogProbability of the words, where the recognizer says how sure it is
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Segment(
      int id,
      int seek,
      double start,
      double end,
      String text,
      List<Integer> tokens,
      double temperature,
      @JsonProperty("avg_logprob") @Nullable Double averageLogProbability,
      @JsonProperty("compression_ratio") double compressionRatio) {}

  record TimedWord(String word, double start, double end) {}

  static String text(Transcript transcript) {
    return text(transcript.utterances());
  }

  static String text(List<Utterance> utterances) {
    return utterances.stream()
        .map(utterance -> utterance.text().strip())
        .collect(Collectors.joining(" "));
  }

  static Verbose verbose(Transcript transcript, double seconds, Set<String> granularities) {
    return new Verbose(
        "transcribe",
        language(transcript.language()),
        seconds,
        text(transcript),
        granularities.contains("segment") ? segments(transcript) : null,
        granularities.contains("word") ? words(transcript) : null,
        Usage.of(seconds));
  }

  /** In English words, as OpenAI has it. */
  private static String language(String tag) {
    String name = Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
    return tag.equals("und") || name.isEmpty() ? "unknown" : name.toLowerCase(Locale.ROOT);
  }

  private static List<Segment> segments(Transcript transcript) {
    List<Segment> segments = new ArrayList<>();
    for (Utterance utterance : transcript.utterances()) {
      Span span = utterance.span().orElse(new Span(0, 0));
      OptionalDouble sure =
          utterance.words().stream()
              .flatMapToDouble(word -> word.confidence().stream())
              .map(confidence -> Math.log(Math.max(confidence, 1e-6)))
              .average();
      segments.add(
          new Segment(
              segments.size(),
              0,
              span.start(),
              span.end(),
              utterance.text(),
              List.of(),
              0,
              sure.isPresent() ? sure.getAsDouble() : null,
              compressionRatio(utterance.text())));
    }
    return segments;
  }

  private static List<TimedWord> words(Transcript transcript) {
    List<TimedWord> words = new ArrayList<>();
    for (Utterance utterance : transcript.utterances()) {
      for (Word word : utterance.words()) {
        words.add(new TimedWord(word.text(), word.span().start(), word.span().end()));
      }
    }
    return words;
  }

  /** As Whisper has it: text that repeats itself packs well. */
  private static double compressionRatio(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Deflater deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    int packed = deflater.deflate(new byte[bytes.length + 64]);
    deflater.end();
    return packed == 0 ? 1 : (double) bytes.length / packed;
  }
}
