package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Text with or without labels: what people type, and what Zoom, Teams, Meet, Otter and Rev save.
 */
final class PlainTranscript implements TranscriptLayout {
  /** So many lines with a time stamp that nothing here understood are a layout of their own. */
  private static final int MANY_STAMPS = 3;

  private static final double STAMPED = 0.3;

  private static final Pattern DASH = Pattern.compile("^[-\u2013\u2014\u2022*]\\s*(?=\\S)");

  @Override
  public boolean holds(String text) {
    return true;
  }

  @Override
  public Transcript read(String text, String name) {
    Recognition recognition = Recognition.TYPED;
    List<String> source = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      Optional<Recognition> mark = PreviewMark.read(line);
      if (mark.isPresent()) {
        recognition = mark.get();
      } else {
        source.add(MisheardMark.removed(line));
      }
    }
    List<Utterance> utterances = utterances(ExportFrame.withoutNotices(source));
    refuseUnknownStamps(utterances, name);
    return new Transcript("und", recognition, utterances);
  }

  private static List<Utterance> utterances(List<String> source) {
    List<Line> lines =
        source.stream().map(l -> Subtitles.stamped(l).orElseGet(() -> Line.of(l))).toList();
    Turns turns = new Turns(lines);
    if (turns.labelled()) {
      int first =
          IntStream.range(0, lines.size()).filter(turns::isLabelled).findFirst().orElseThrow();
      int head = ExportFrame.head(source, first);
      return head == 0
          ? turns.utterances()
          : new Turns(lines.subList(head, lines.size())).utterances();
    }
    return lines.stream().anyMatch(Line::begins)
        ? turns.utterances()
        : unlabelled(withoutDashes(lines));
  }

  /** Where each line has one, a dash marks a turn. */
  private static List<String> withoutDashes(List<Line> lines) {
    List<String> texts =
        lines.stream().map(line -> ClockTime.withoutStamp(line.text()).strip()).toList();
    boolean dashed = texts.stream().filter(t -> !t.isEmpty()).allMatch(t -> DASH.matcher(t).find());
    return dashed ? texts.stream().map(t -> DASH.matcher(t).replaceFirst("")).toList() : texts;
  }

  private static void refuseUnknownStamps(List<Utterance> utterances, String name) {
    long stamped =
        utterances.stream().filter(utterance -> ClockTime.stamps(utterance.text())).count();
    if (stamped >= MANY_STAMPS && stamped >= STAMPED * utterances.size()) {
      throw new InvalidInputException(
          name
              + " has time stamps in a layout that is not read here: save it as WebVTT, SRT or text"
              + " with a name and a colon before each turn.");
    }
  }

  /** A line is an utterance; where blank lines part wrapped lines, a paragraph is one. */
  private static List<Utterance> unlabelled(List<String> lines) {
    List<String> paragraphs = paragraphs(lines);
    List<String> single = lines.stream().filter(text -> !text.isEmpty()).toList();
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

  private static List<String> paragraphs(List<String> lines) {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    for (String line : lines) {
      if (!line.isEmpty()) {
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(line);
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
