package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.reading.Tokens;
import io.github.ambientgpt.core.english.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words that exclude one another, from {@code slots.tsv}: a slot, one of its values, the words for
 * it. One and the same word may stand in several slots.
 */
final class Slots {
  private static final int LONGEST = 4;
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
    CAUSE(Reason.Kind.CAUSE, true, false),
    CONSTANCY(Reason.Kind.TIME, false, false),
    DEGREE(Reason.Kind.SEVERITY, false, false),
    HEIGHT(Reason.Kind.SITE, false, false),
    FRONT(Reason.Kind.SITE, false, false),
    MIDDLE(Reason.Kind.SITE, false, false),
    LEVEL(Reason.Kind.SITE, true, false),
    MEASURE(Reason.Kind.NUMBER, false, false),
    MEAL(Reason.Kind.TIME, false, false),
    RELATION(Reason.Kind.TIME, false, false),
    RESULT(Reason.Kind.STATUS, false, false),
    ROUTE(Reason.Kind.ROUTE, false, false),
    SPECIALTY(Reason.Kind.REFERRAL, true, true),
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

    boolean rivals(Value other) {
      return slot == other.slot && !value.equals(other.value);
    }
  }

  /** The values that a text names, of overlapping words the longest. */
  static List<Value> of(Tokens tokens) {
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
        if (!entry.value().isEmpty()) { // looks like one and is none
          values.add(new Value(entry.slot(), entry.value(), written));
        }
      }
      i = to;
    }
    return List.copyOf(values);
  }
}
