package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.english.StopWords;
import io.github.ambientgpt.core.english.Table;
import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.reading.Clause;
import io.github.ambientgpt.core.reading.Polarity;
import io.github.ambientgpt.core.reading.Tokens;
import io.github.ambientgpt.core.reading.WordForms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words that exclude one another, from {@code slots.tsv}: a slot, one of its values, the words for
 * it. One and the same word may stand in several slots.
 */
final class Slots {
  private static final int LONGEST = 4;
  private static final int ANCHOR = 4;
  private static final Set<String> MUST_BE_SAID =
      Set.of(
          "ROUTE by injection",
          "ROUTE intravenous",
          "ROUTE rectal",
          "ROUTE nasal",
          "ROUTE inhaled",
          "ROUTE topical",
          "RESULT abnormal",
          "CONTROL uncontrolled",
          "CONSTANCY constant",
          "CONSTANCY rare",
          "DEGREE severe",
          "PAIRED one",
          "FACTOR better",
          "FACTOR worse",
          "STRAIN rest",
          "TIME_OF_DAY evening",
          "TIME_OF_DAY morning");
  private static final Map<String, List<Entry>> BY_WORDS = new HashMap<>();

  static {
    Table.read(
        Slots.class,
        "slots.tsv",
        row -> {
          Slot slot = Slot.valueOf(row.get(0));
          for (String words : Table.alternatives(row.get(2))) {
            BY_WORDS
                .computeIfAbsent(words, w -> new ArrayList<>(1))
                .add(new Entry(slot, row.get(1)));
          }
        });
  }

  private Slots() {}

  private record Entry(Slot slot, String value) {}

  /** What sort of word it is. */
  enum Slot {
    ACUTENESS(Reason.Kind.TIME, false, false),
    CERTAINTY(Reason.Kind.CERTAINTY, true, false),
    COMPARISON(Reason.Kind.TREND, false, false),
    CONSTANCY(Reason.Kind.TIME, false, false),
    CONTROL(Reason.Kind.TREND, false, false),
    DEGREE(Reason.Kind.SEVERITY, false, false),
    FRONT(Reason.Kind.SITE, false, false),
    FACTOR(Reason.Kind.CAUSE, false, false),
    HEIGHT(Reason.Kind.SITE, false, false),
    MEAL(Reason.Kind.TIME, false, false),
    MEASURE(Reason.Kind.NUMBER, false, false),
    MIDDLE(Reason.Kind.SITE, false, false),
    RELATION(Reason.Kind.TIME, false, false),
    RESULT(Reason.Kind.STATUS, false, false),
    ROUTE(Reason.Kind.ROUTE, false, false),
    PAIRED(Reason.Kind.LATERALITY, false, false),
    SIGN(Reason.Kind.STATUS, false, false),
    SPECIALTY(Reason.Kind.REFERRAL, true, true),
    STRAIN(Reason.Kind.CAUSE, false, false),
    TIME_OF_DAY(Reason.Kind.TIME, false, false);

    private final Reason.Kind kind;
    private final boolean mustBeSaid;
    private final boolean global;

    Slot(Reason.Kind kind, boolean mustBeSaid, boolean global) {
      this.kind = kind;
      this.mustBeSaid = mustBeSaid;
      this.global = global;
    }

    Reason.Kind kind() {
      return kind;
    }

    /** Nobody knows it unless it was said. */
    boolean mustBeSaid() {
      return mustBeSaid;
    }

    /** Wherever it was said, it is the same. */
    boolean isGlobal() {
      return global;
    }
  }

  /** A word of a slot in a text. */
  record Value(Slot slot, String value, String written) {
    boolean agrees(Value other) {
      return slot == other.slot && value.equals(other.value);
    }

    /** Nobody takes it so, or knows it so, unless it was said. */
    boolean mustBeSaid() {
      return slot.mustBeSaid()
          || slot == Slot.RELATION && value.startsWith("before")
          || MUST_BE_SAID.contains(slot + " " + value);
    }

    boolean rivals(Value other) {
      return slot == other.slot
          && !value.equals(other.value)
          && switch (slot) {
            case CONSTANCY -> value.equals("constant") || other.value.equals("constant");
            case RELATION -> anchor().equals(other.anchor());
            default -> true;
          };
    }

    /** What something is before or after. */
    private String anchor() {
      return value.substring(value.indexOf(' ') + 1);
    }
  }

  /** The values that a text names, of overlapping words the longest. */
  static List<Value> of(Clause clause) {
    Tokens tokens = clause.words();
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < tokens.size(); ) {
      StringBuilder words = new StringBuilder();
      List<Entry> longest = List.of();
      String written = "";
      int to = i + 1;
      for (int j = i; j < Math.min(tokens.size(), i + LONGEST); j++) {
        words.append(j == i ? "" : " ").append(tokens.word(j));
        List<Entry> entries = BY_WORDS.get(words.toString());
        if (entries != null) {
          longest = entries;
          written = words.toString();
          to = j + 1;
        }
      }
      for (Entry entry : longest) {
        if (clause.assertions().get(i).polarity() != Polarity.NEGATED
            || entry.slot() == Slot.CONTROL) {
          String anchor = entry.slot() == Slot.RELATION ? anchor(tokens, to) : "";
          if (entry.slot() != Slot.RELATION || !anchor.isEmpty()) {
            values.add(new Value(entry.slot(), (entry.value() + anchor).strip(), written));
          }
        }
      }
      i = to;
    }
    return List.copyOf(values);
  }

  /** The first telling word behind a place, with a blank before; empty for none near. */
  private static String anchor(Tokens tokens, int from) {
    for (int i = from; i < Math.min(tokens.size(), from + ANCHOR); i++) {
      if (tokens.get(i).isWord() && !StopWords.has(tokens.word(i))) {
        return " " + WordForms.stem(tokens.word(i));
      }
    }
    return "";
  }
}
