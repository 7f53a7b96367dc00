package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads transcripts: text with or without speaker labels, SRT, WebVTT, this project's JSON, AWS
 * HealthScribe's and OpenAI's. What it is, its content decides; UTF-8, or UTF-16 with a byte order
 * mark. Utterances are numbered {@code u1}, {@code u2}, … in the order of the input's turns.
 *
 * <p>All methods throw {@link InvalidInputException}, which names the input and quotes nothing of
 * it, when it is empty, larger than 20 MB, not text, or broken.
 */
public final class TranscriptReader {
  private TranscriptReader() {}

  public static Transcript read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString());
    }
  }

  /**
   * @param in read to its end, not closed
   * @param name what to call the input in an error
   */
  public static Transcript read(InputStream in, String name) throws IOException {
    return parse(TextInput.read(in, name), name);
  }

  /**
   * @param text what has already been decoded
   * @param name what to call the input in an error
   */
  public static Transcript parse(String text, String name) {
    String clean = TextInput.normalized(text, name);
    if (Json.looksLike(clean)) {
      return TranscriptJson.read(clean, name);
    }
    if (Subtitles.isVtt(clean) || Subtitles.isSrt(clean)) {
      Subtitles.Result cues = Subtitles.read(clean, name);
      return transcript(cues.recognition(), Turns.of(cues.lines()), name);
    }
    return plain(clean, name);
  }

  private static Transcript plain(String text, String name) {
    List<Line> lines = new ArrayList<>();
    Recognition recognition = Recognition.TYPED;
    for (String line : text.split("\n", -1)) {
      Optional<Recognition> mark = PreviewMark.read(line);
      if (mark.isPresent()) {
        recognition = mark.get();
      } else {
        lines.add(Subtitles.stamped(line).orElseGet(() -> Line.of(line)));
      }
    }
    boolean structured = lines.stream().anyMatch(Line::begins) || Turns.labelled(lines);
    List<Utterance> utterances = structured ? Turns.of(lines) : unlabelled(lines);
    return transcript(recognition, utterances, name);
  }

  private static Transcript transcript(
      Recognition recognition, List<Utterance> utterances, String name) {
    if (utterances.isEmpty()) {
      throw new InvalidInputException(name + " holds no words: there is nothing to read.");
    }
    return new Transcript("und", recognition, utterances);
  }

  /** A line is an utterance; where blank lines part wrapped lines, a paragraph is one. */
  private static List<Utterance> unlabelled(List<Line> lines) {
    List<String> paragraphs = paragraphs(lines);
    List<String> single = lines.stream().map(Line::text).filter(text -> !text.isEmpty()).toList();
    List<String> texts;
    if (single.size() == 1) {
      texts = WrittenSentences.of(single.get(0));
    } else {
      texts = paragraphs.size() > 1 ? paragraphs : single;
    }
    List<Utterance> utterances = new ArrayList<>();
    for (String text : texts) {
      utterances.add(new Utterance("u" + (utterances.size() + 1), Speaker.UNKNOWN, text));
    }
    return utterances;
  }

  private static List<String> paragraphs(List<Line> lines) {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    for (Line line : lines) {
      if (!line.text().isEmpty()) {
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.text());
      } else if (!paragraph.isEmpty()) {
        paragraphs.add(paragraph.toString());
        paragraph.setLength(0);
      }
    }
    if (!paragraph.isEmpty()) {
      paragraphs.add(paragraph.toString());
    }
    return paragraphs;
  }
}
