package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.english.Numbers;
import io.github.ambientgpt.core.english.StopWords;
import io.github.ambientgpt.core.english.Table;
import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.reading.Clause;
import io.github.ambientgpt.core.reading.Polarity;
import io.github.ambientgpt.core.reading.Tokens;
import io.github.ambientgpt.core.reading.WordForms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that exclude one another, from {@code slots.tsv}: a slot, one of its values, whether that
 * must be said, the words for it. One and the same word may stand in several slots. The levels of
 * the spine ("L4") are values of a slot, too.
 */
final class Slots {
  private static final String NORMAL = "normal";
  private static final int LONGEST = 6;
  private static final int ANCHOR = 4;
  private static final Pattern VERTEBRAE =
      Pattern.compile("[ctls]\\d{1,2}(?:[-/][ctls]?\\d{1,2})?");
  private static final Set<String> REGIONS = Set.of("c", "t", "l", "s");
  private static final BigDecimal MOST_VERTEBRAE = BigDecimal.valueOf(12);

  private static final Map<String, List<Entry>> BY_WORDS = new HashMap<>();

  static {
    Table.read(
        Slots.class,
        "slots.tsv",
        row -> {
          Slot slot = Slot.valueOf(row.get(0));
          boolean mustBeSaid = row.get(2).equals("said");
          for (String words : Table.alternatives(row.get(3))) {
            BY_WORDS
                .computeIfAbsent(words, w -> new ArrayList<>(1))
                .add(new Entry(slot, row.get(1), mustBeSaid));
          }
        });
  }

  private Slots() {}

  private record Entry(Slot slot, String value, boolean mustBeSaid) {}

  /** What sort of word it is. */
  enum Slot {
    ACUTENESS(Reason.Kind.TIME),
    CERTAINTY(Reason.Kind.CERTAINTY),
    COMPARISON(Reason.Kind.TREND),
    CONSTANCY(Reason.Kind.TIME),
    CONTROL(Reason.Kind.TREND),
    DEGREE(Reason.Kind.SEVERITY),
    DIRECTION(Reason.Kind.TREND),
    FACTOR(Reason.Kind.CAUSE),
    FRONT(Reason.Kind.SITE),
    HEIGHT(Reason.Kind.SITE),
    MEAL(Reason.Kind.TIME),
    MEASURE(Reason.Kind.NUMBER),
    MIDDLE(Reason.Kind.SITE),
    NODES(Reason.Kind.SITE),
    PAIRED(Reason.Kind.LATERALITY),
    PLACE(Reason.Kind.SITE),
    PRESENCE(Reason.Kind.STATUS),
    RELATION(Reason.Kind.TIME),
    RESULT(Reason.Kind.STATUS),
    ROUTE(Reason.Kind.ROUTE),
    SIGN(Reason.Kind.STATUS),
    SINUS(Reason.Kind.SITE),
    SPECIALTY(Reason.Kind.REFERRAL),
    SPINE(Reason.Kind.SITE),
    STRAIN(Reason.Kind.CAUSE),
    SURFACE(Reason.Kind.SITE),
    TIME_OF_DAY(Reason.Kind.TIME),
    URGENCY(Reason.Kind.TIME),
    VERTEBRA(Reason.Kind.SITE),
    WEIGHT(Reason.Kind.TREND);

    private final Reason.Kind kind;

    Slot(Reason.Kind kind) {
      this.kind = kind;
    }

    Reason.Kind kind() {
      return kind;
    }

    /** Wherever it was said, it is the same. */
    boolean isGlobal() {
      return this == SPECIALTY || this == VERTEBRA;
    }

    /** It tells one part of the body from another, so that it may belong to such a part. */
    boolean isPlace() {
      return kind == Reason.Kind.SITE || kind == Reason.Kind.LATERALITY;
    }
  }

  /**
   * A word of a slot in a text.
   *
   * @param position index of its first token
   * @param mustBeSaid nobody takes it so, or knows it so, unless it was said
   * @param denied whether what stands there is denied: "none over the medial one"
   */
  record Value(
      Slot slot, String value, String written, int position, boolean mustBeSaid, boolean denied) {
    boolean agrees(Value other) {
      return slot == other.slot
          && value.equals(other.value)
          && (!slot.isPlace() || denied == other.denied);
    }

    Value movedBy(int tokens) {
      return new Value(slot, value, written, position + tokens, mustBeSaid, denied);
    }

    boolean rivals(Value other) {
      return slot == other.slot
          && !value.equals(other.value)
          && switch (slot) {
            case CONSTANCY -> value.equals("constant") || other.value.equals("constant");
            case RESULT -> value.equals(NORMAL) || other.value.equals(NORMAL);
            case RELATION -> anchor().equals(other.anchor());
            default -> true;
          };
    }

    /** What something is before or after. */
    private String anchor() {
      return value.substring(value.indexOf(' ') + 1);
    }

    /** Without the words: clinical text has no place in a log. */
    @Override
    public String toString() {
      return "Value[" + slot + "]";
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
        Polarity polarity = clause.assertions().get(i).polarity();
        boolean open = polarity == Polarity.OPEN && entry.slot() != Slot.SPECIALTY;
        boolean denied = polarity == Polarity.NEGATED && entry.slot() != Slot.CONTROL;
        if (tokens.word(i - 1).equals("than")) {
          continue; // "higher than normal"
        }
        if (!open && !denied || entry.slot().isPlace() || entry.slot() == Slot.WEIGHT) {
          String anchor = entry.slot() == Slot.RELATION ? anchor(tokens, to) : "";
          if (entry.slot() != Slot.RELATION || !anchor.isEmpty()) {
            boolean said = entry.mustBeSaid() || entry.value().equals("before");
            values.add(
                new Value(
                    entry.slot(), (entry.value() + anchor).strip(), written, i, said, denied));
          }
        }
      }
      vertebrae(tokens, i, values);
      i = to;
    }
    return List.copyOf(values);
  }

  /** "L4-L5", "l4/5", "L four": each is a value. */
  private static void vertebrae(Tokens tokens, int position, List<Value> values) {
    String word = tokens.word(position);
    if (VERTEBRAE.matcher(word).matches()) {
      String region = word.substring(0, 1);
      for (String part : word.split("[-/]")) {
        vertebra(Character.isDigit(part.charAt(0)) ? region + part : part, position, values);
      }
    } else if (REGIONS.contains(word) && position + 1 < tokens.size()) {
      Numbers.at(tokens.list(), position + 1)
          .filter(number -> number.value().compareTo(MOST_VERTEBRAE) <= 0)
          .ifPresent(number -> vertebra(word + number.digits(), position, values));
    }
  }

  private static void vertebra(String level, int position, List<Value> values) {
    values.add(
        new Value(Slot.VERTEBRA, level, level.toUpperCase(Locale.ROOT), position, true, false));
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
