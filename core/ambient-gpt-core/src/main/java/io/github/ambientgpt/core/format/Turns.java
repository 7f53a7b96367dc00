package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds who speaks in lines of text. A label that could also be prose ("Kelly: …") counts only when
 * it comes back and is not alone.
 */
final class Turns {
  private static final Pattern TIME =
      Pattern.compile("\\[?\\(?(?:\\d+:)?\\d{1,2}:\\d{2}(?:[.,]\\d+)?\\)?]?");
  private static final Pattern LEADING_TIME =
      Pattern.compile("^[\\[(](?:\\d+:)?\\d{1,2}:\\d{2}(?:[.,]\\d+)?[\\])]\\s*");
  private static final Pattern BRACKETED =
      Pattern.compile("^(?:[-\u2013*]\\s+)?\\[([\\p{L}][^\\[\\]:]{0,40})]\\s*:?(?:\\s+|$)(.*)$");
  private static final Pattern COLON =
      Pattern.compile(
          "^(?:[-\u2013]\\s*)?(?:\\*\\*|__)?([\\p{L}][\\p{L}\\p{N}_.'\u2019&#/ -]{0,40}?)"
              + "\\s*(?:\\(?(?:\\d+:)?\\d{1,2}:\\d{2}\\)?)?(?:\\*\\*|__)?\\s*:(?:\\*\\*|__)?(\\s.*|)$");
  private static final Pattern TIGHT_COLON = Pattern.compile("^([\\p{L}_]{2,20}\\d?):(\\p{L}.*)$");
  private static final Pattern HEADING =
      Pattern.compile("^([\\p{L}][\\p{L}\\p{N}_.'\u2019 -]{0,40}?)\\s+(" + TIME.pattern() + ")$");

  /** A line whose label, if it has one, has been found. */
  private record Labelled(
      Line line, String label, String rest, SpeakerLabel.Kind kind, String key) {
    String unlabelled() {
      return LEADING_TIME.matcher(line.text()).replaceFirst("");
    }
  }

  private Turns() {}

  static List<Utterance> of(List<Line> lines) {
    List<Labelled> labelled = lines.stream().map(Turns::labelled).toList();
    Set<String> names = acceptedNames(labelled);
    Collector collector = new Collector();
    for (Labelled line : labelled) {
      boolean spoken =
          line.kind == SpeakerLabel.Kind.CERTAIN
              || line.kind == SpeakerLabel.Kind.POSSIBLE && names.contains(line.key);
      if (spoken) {
        collector.begin(SpeakerLabel.speaker(line.label), line.line.span(), line.rest);
      } else if (line.line.voice().isPresent()) {
        collector.begin(SpeakerLabel.speaker(line.line.voice().get()), line.line.span(), line.rest);
      } else if (line.line.begins()) {
        collector.begin(Speaker.UNKNOWN, line.line.span(), line.unlabelled());
      } else {
        collector.more(line.unlabelled());
      }
    }
    return collector.utterances();
  }

  /** True when at least one line says who speaks. */
  static boolean labelled(List<Line> lines) {
    List<Labelled> labelled = lines.stream().map(Turns::labelled).toList();
    return labelled.stream().anyMatch(line -> line.kind == SpeakerLabel.Kind.CERTAIN)
        || !acceptedNames(labelled).isEmpty();
  }

  private static Labelled labelled(Line line) {
    String text = LEADING_TIME.matcher(line.text()).replaceFirst("");
    if (line.voice().isPresent()) {
      return new Labelled(line, "", text, SpeakerLabel.Kind.NONE, "");
    }
    Matcher match = BRACKETED.matcher(text);
    if (match.matches()) {
      return labelled(line, match.group(1), match.group(2), true);
    }
    match = COLON.matcher(text);
    if (match.matches()) {
      return labelled(line, match.group(1), match.group(2), false);
    }
    match = HEADING.matcher(text);
    if (match.matches()) {
      return labelled(line, match.group(1), "", false);
    }
    match = TIGHT_COLON.matcher(text);
    if (match.matches() && SpeakerLabel.kind(match.group(1), false) == SpeakerLabel.Kind.CERTAIN) {
      return labelled(line, match.group(1), match.group(2), false);
    }
    return new Labelled(line, "", text, SpeakerLabel.Kind.NONE, "");
  }

  private static Labelled labelled(Line line, String label, String rest, boolean bracketed) {
    SpeakerLabel.Kind kind = SpeakerLabel.kind(label, bracketed);
    return new Labelled(
        line, label.strip(), rest.strip(), kind, label.strip().toLowerCase(Locale.ROOT));
  }

  private static Set<String> acceptedNames(List<Labelled> lines) {
    Map<String, Integer> counts = new HashMap<>();
    Set<String> certain = new HashSet<>();
    for (Labelled line : lines) {
      if (line.kind == SpeakerLabel.Kind.POSSIBLE) {
        counts.merge(line.key, 1, Integer::sum);
      } else if (line.kind == SpeakerLabel.Kind.CERTAIN) {
        certain.add(line.key);
      }
    }
    counts.values().removeIf(count -> count < 2);
    boolean alone = counts.size() + certain.size() < 2;
    return alone ? Set.of() : counts.keySet();
  }

  /** Gathers lines to turns. */
  private static final class Collector {
    private final List<Utterance> utterances = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Speaker speaker = Speaker.UNKNOWN;
    private Optional<Span> span = Optional.empty();

    /** Lines of one cue that name several voices share its times. */
    void begin(Speaker who, Optional<Span> when, String words) {
      finish();
      speaker = who;
      span = when;
      more(words);
    }

    void more(String words) {
      if (!words.isBlank()) {
        text.append(text.isEmpty() ? "" : " ").append(words.strip());
      }
    }

    private void finish() {
      if (!text.isEmpty()) {
        String id = "u" + (utterances.size() + 1);
        utterances.add(new Utterance(id, speaker, span, text.toString(), List.of()));
        text.setLength(0);
      }
    }

    List<Utterance> utterances() {
      finish();
      return utterances;
    }
  }
}
