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
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds who speaks in the lines of one text. A label that could also be prose ("Kelly: …") counts
 * only when the other lines bear it out: it comes back and is not alone, or nearly every line has
 * one, or programs put times beside them.
 */
final class Turns {
  /** Of a text whose lines begin with labels. */
  private static final double REGULAR = 0.9;

  /** ">> hello": captions mark another voice so. */
  private static final Pattern CHANGE = Pattern.compile("^>{2,3}\\s*");

  private final List<Labelled> lines;
  private final Set<String> names = new HashSet<>();
  private final boolean stamps;

  /** A line and the label that it may begin with. */
  private record Labelled(
      Line line, Optional<TurnLabel> label, SpeakerLabel.Kind kind, String key) {
    static Labelled of(Line line) {
      if (line.voice().isPresent()) {
        return new Labelled(line, Optional.empty(), SpeakerLabel.Kind.NONE, "");
      }
      Optional<TurnLabel> label = TurnLabel.of(line.text());
      SpeakerLabel.Kind kind =
          label
              .map(found -> SpeakerLabel.kind(found.name(), found.bracketed()))
              .orElse(SpeakerLabel.Kind.NONE);
      String key =
          label.map(found -> SpeakerLabel.clean(found.name()).toLowerCase(Locale.ROOT)).orElse("");
      return new Labelled(line, label, kind, key);
    }

    TurnLabel.Shape shape() {
      return label.map(TurnLabel::shape).orElse(TurnLabel.Shape.ALONE);
    }

    boolean isCandidate() {
      return label.isPresent() && kind != SpeakerLabel.Kind.NONE;
    }
  }

  Turns(List<Line> lines) {
    this.lines = lines.stream().map(Labelled::of).toList();
    this.stamps = candidates(TurnLabel.Shape.STAMPED).size() > 1;
    acceptNames();
  }

  /** True when at least one line says who speaks. */
  boolean labelled() {
    return lines.stream().anyMatch(this::speaks);
  }

  /** Which lines begin with a label that counts. */
  boolean isLabelled(int line) {
    return speaks(lines.get(line));
  }

  List<Utterance> utterances() {
    Collector collector = new Collector();
    for (Labelled line : lines) {
      String text = line.line.text();
      if (speaks(line)) {
        TurnLabel label = line.label.orElseThrow();
        collector.begin(SpeakerLabel.speaker(label.name()), line.line.span(), label.rest());
      } else if (line.line.voice().isPresent()) {
        collector.begin(SpeakerLabel.voice(line.line.voice().get()), line.line.span(), text);
      } else if (line.line.begins() || CHANGE.matcher(text).find()) {
        collector.begin(Speaker.UNKNOWN, line.line.span(), spoken(text));
      } else {
        collector.more(spoken(text));
      }
    }
    return collector.utterances();
  }

  private static String spoken(String text) {
    return ClockTime.withoutStamp(CHANGE.matcher(text).replaceFirst(""));
  }

  private boolean speaks(Labelled line) {
    if (!line.isCandidate()) {
      return false;
    }
    return switch (line.shape()) {
      case STAMPED -> stamps || line.kind == SpeakerLabel.Kind.CERTAIN;
      case BRACKETED, COLON -> line.kind == SpeakerLabel.Kind.CERTAIN || names.contains(line.key);
      case DASH, ALONE -> names.contains(shaped(line));
    };
  }

  private static String shaped(Labelled line) {
    return line.shape() + " " + line.key;
  }

  private List<Labelled> candidates(TurnLabel.Shape shape) {
    return lines.stream().filter(Labelled::isCandidate).filter(l -> l.shape() == shape).toList();
  }

  private void acceptNames() {
    List<Labelled> found = new ArrayList<>(candidates(TurnLabel.Shape.COLON));
    found.addAll(candidates(TurnLabel.Shape.BRACKETED));
    long spoken = lines.stream().filter(line -> !line.line.text().isEmpty()).count();
    boolean regular = found.size() >= REGULAR * spoken;
    Map<String, Integer> counts = counts(found, Labelled::key);
    Set<String> certain = new HashSet<>();
    Set<String> named = new HashSet<>();
    for (Labelled line : found) {
      boolean again = counts.get(line.key) > 1;
      switch (line.kind) {
        case CERTAIN -> certain.add(line.key);
        case POSSIBLE -> {
          if (again || regular) {
            named.add(line.key);
          }
        }
        case WEAK -> {
          if (again && regular) {
            named.add(line.key);
          }
        }
        default -> {}
      }
    }
    if (named.size() + certain.size() > 1) {
      names.addAll(named);
    }
    if (names.isEmpty() && certain.isEmpty() && !stamps) {
      acceptShaped(TurnLabel.Shape.DASH);
      acceptShaped(TurnLabel.Shape.ALONE);
    }
  }

  /** These shapes are rare for labels and common in prose: roles, or first and last names. */
  private void acceptShaped(TurnLabel.Shape shape) {
    List<Labelled> found =
        candidates(shape).stream()
            .filter(
                line ->
                    line.kind == SpeakerLabel.Kind.CERTAIN
                        || line.kind == SpeakerLabel.Kind.POSSIBLE
                            && shape == TurnLabel.Shape.ALONE
                            && line.key.contains(" "))
            .toList();
    Map<String, Integer> counts = counts(found, Turns::shaped);
    counts.values().removeIf(count -> count < 2);
    if (counts.size() > 1) {
      names.addAll(counts.keySet());
    }
  }

  private static Map<String, Integer> counts(List<Labelled> lines, Function<Labelled, String> key) {
    Map<String, Integer> counts = new HashMap<>();
    lines.forEach(line -> counts.merge(key.apply(line), 1, Integer::sum));
    return counts;
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
