package io.github.ambientgpt.core.english;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The one reader of numbers as people say them: "twenty five", "a hundred and two", "ninety eight
 * point six", "two and a half", "one fifty" (150), "one point oh five", "six . seven" (a
 * recognizer's point), "roman two".
 *
 * @since 0.1.0
 */
public final class Numbers {
  private static final Pattern DIGITS = Pattern.compile("\\d+(\\.\\d+)?");

  private static final Predicate<String> WHOLE = Pattern.compile("\\d+").asMatchPredicate();

  private static final List<String> ROMAN =
      List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii");

  /** What a number may be so many of: "four hundreds", "two dozen". */
  private static final Map<String, Integer> SCALES =
      Map.of("hundred", 100, "hundreds", 100, "thousand", 1000, "thousands", 1000);

  private static final int DOZEN = 12;

  /** Temperatures of people, in either unit, that are said with their tenths. */
  private static final Set<Integer> WARM =
      Set.of(35, 36, 37, 38, 39, 40, 41, 95, 96, 97, 98, 99, 100, 101, 102, 103, 104, 105);

  /** Words that stand between those of numbers. */
  private static final Set<String> INSIDE =
      Set.of("hundred", "thousand", "and", "a", "half", "point", "oh", "to");

  private static final Map<String, Integer> SMALL = table("small");

  private static final Map<String, Integer> TENS = table("tens");

  private static final Map<String, Integer> ORDINALS = table("ordinal");

  /**
   * A number found in a list of tokens.
   *
   * @param value without trailing zeros
   * @param from index of its first token
   * @param to index after its last token
   */
  public record Spoken(BigDecimal value, int from, int to) {
    /** As it is written in a note. */
    public String digits() {
      return value.toPlainString();
    }
  }

  private Numbers() {}

  private static Map<String, Integer> table(String kind) {
    Map<String, Integer> values = new HashMap<>();
    Table.read(
        Numbers.class,
        "numbers.tsv",
        row -> {
          if (row.get(0).equals(kind)) {
            values.put(row.get(1), Integer.valueOf(row.get(2)));
          }
        });
    return Map.copyOf(values);
  }

  /** The number that begins at this token, as long as it can be; empty when none begins there. */
  public static Optional<Spoken> at(List<Token> tokens, int from) {
    Token first = tokens.get(from);
    if (first.type() == Token.Type.NUMBER) {
      return decimal(first.text())
          .map(
              value ->
                  hundreds(tokens, value, from).orElse(pointed(tokens, value, from, from + 1)));
    }
    if (first.is("point") || first.is(".") && isPoint(tokens, from)) {
      return fraction(tokens, from);
    }
    if (first.is("roman")) {
      return roman(tokens, from);
    }
    if (isRoman(tokens, from)) {
      return Optional.of(
          new Spoken(BigDecimal.valueOf(ROMAN.indexOf(first.text()) + 1), from, from + 1));
    }
    if (!isWord(first.text()) && !isHundred(tokens, from)) {
      return Optional.empty();
    }
    return dialled(tokens, from).or(() -> Optional.of(scaled(tokens, degrees(tokens, from))));
  }

  /** "Call nine one one", "nine eight eight". */
  private static Optional<Spoken> dialled(List<Token> tokens, int from) {
    if (from == 0 || !Phrases.english().has("dials", tokens.get(from - 1).text())) {
      return Optional.empty();
    }
    StringBuilder digits = new StringBuilder();
    int to = from;
    while (to < tokens.size() && isDigit(tokens.get(to))) {
      digits.append(SMALL.getOrDefault(tokens.get(to).text(), 0));
      to++;
    }
    return digits.length() < 3
        ? Optional.empty()
        : Optional.of(new Spoken(new BigDecimal(digits.toString()), from, to));
  }

  /** "A temperature of thirty-eight one" is 38.1. */
  private static Spoken degrees(List<Token> tokens, int from) {
    Spoken whole = spoken(tokens, from);
    int tenth = whole.to();
    boolean warm =
        tokens.subList(Math.max(0, from - 4), from).stream()
            .anyMatch(token -> Phrases.english().has("warmth", token.text()));
    boolean degrees = whole.value().scale() == 0 && WARM.contains(whole.value().intValue());
    if (!warm
        || !degrees
        || tenth >= tokens.size()
        || SMALL.getOrDefault(tokens.get(tenth).text(), 10) > 9) {
      return whole;
    }
    return new Spoken(
        whole.value().add(BigDecimal.valueOf(SMALL.get(tokens.get(tenth).text()), 1)),
        from,
        tenth + 1);
  }

  /** "Five or six hundred" is 500 or 600: what the second of two counts, the first does. */
  private static Spoken scaled(List<Token> tokens, Spoken first) {
    int joint = first.to();
    boolean two =
        joint + 2 < tokens.size()
            && (tokens.get(joint).is("to") || tokens.get(joint).is("or"))
            && SMALL.containsKey(tokens.get(joint + 1).text())
            && first.value().compareTo(BigDecimal.TEN) < 0;
    String scale = two ? tokens.get(joint + 2).text() : "";
    return SCALES.containsKey(scale)
        ? new Spoken(
            first.value().multiply(BigDecimal.valueOf(SCALES.get(scale))), first.from(), joint)
        : first;
  }

  /** Whether a word alone is a number: "two", "twenty"; not "second". */
  static boolean isWord(String word) {
    return SMALL.containsKey(word) || TENS.containsKey(word);
  }

  /** Whether words that a hyphen joins are those of numbers: "twenty-four", "four-to-six". */
  static boolean isHyphenated(String word) {
    String[] parts = word.split("-", -1);
    return parts.length > 1
        && isWord(parts[0])
        && Arrays.stream(parts).allMatch(part -> isWord(part) || INSIDE.contains(part));
  }

  /**
   * The same tokens, with each number in one whose parts would be lost on the way or mistaken for
   * the end of a sentence: "six . seven" is {@code 6.7}, "one point oh five" is {@code 1.05}.
   */
  public static List<Token> joined(List<Token> tokens) {
    List<Token> joined = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Optional<Spoken> number = at(tokens, i);
      int to = number.map(Spoken::to).orElse(i + 1);
      boolean fragile =
          number.isPresent()
              && (tokens.subList(i, to).stream().anyMatch(t -> t.is(".") || isNought(t))
                  || dialled(tokens, i).isPresent());
      if (fragile) {
        Token whole = tokens.get(i).to(tokens.get(to - 1), number.get().digits());
        joined.add(new Token(whole.text(), Token.Type.NUMBER, whole.begin(), whole.end()));
      } else {
        joined.addAll(tokens.subList(i, to));
      }
      i = to - 1;
    }
    return joined;
  }

  /**
   * Whether a full stop is a decimal point: "8 . 1", "six . seven", "is . two"; not in "was an
   * eight . two days ago".
   */
  static boolean isPoint(List<Token> tokens, int i) {
    if (i == 0 || i + 1 >= tokens.size() || !tokens.get(i).is(".")) {
      return false;
    }
    Token before = tokens.get(i - 1);
    boolean whole =
        isWord(before.text()) || before.type() == Token.Type.NUMBER && WHOLE.test(before.text());
    if (!whole && !Phrases.english().has("before-point", before.text())) {
      return false;
    }
    int to = i + 1;
    while (to < tokens.size() && isDigit(tokens.get(to))) {
      to++;
    }
    return to > i + 1
        && (to == tokens.size()
            || !Phrases.english().has("not-after-point", tokens.get(to).text()));
  }

  /** "Two", "2", "25": what may follow a point. */
  private static boolean isDigit(Token token) {
    return SMALL.getOrDefault(token.text(), 10) < 10
        || token.type() == Token.Type.NUMBER && WHOLE.test(token.text());
  }

  private static boolean isNought(Token token) {
    return token.is("oh") || token.is("o");
  }

  /** "3 hundred and sixty", as some recognizers write. */
  private static Optional<Spoken> hundreds(List<Token> tokens, BigDecimal value, int from) {
    int at = from + 1;
    Integer scale = at < tokens.size() ? SCALES.get(tokens.get(at).text()) : null;
    if (scale == null) {
      return Optional.empty();
    }
    BigDecimal whole = value.multiply(BigDecimal.valueOf(scale));
    int rest = at + 1 < tokens.size() && tokens.get(at + 1).is("and") ? at + 2 : at + 1;
    return rest < tokens.size() && isWord(tokens.get(rest).text())
        ? at(tokens, rest)
            .filter(more -> more.value().intValue() < scale)
            .map(more -> new Spoken(whole.add(more.value()), from, more.to()))
            .or(() -> Optional.of(new Spoken(whole, from, at + 1)))
        : Optional.of(new Spoken(whole, from, at + 1));
  }

  /** "Stage IV"; not "an IV", nor "what type I have". */
  private static boolean isRoman(List<Token> tokens, int from) {
    String digits = tokens.get(from).text();
    return from > 0
        && ROMAN.contains(digits)
        && (digits.length() > 1
            ? Phrases.english().has("before-roman", tokens.get(from - 1).text())
            : tokens.get(from - 1).is("stage"));
  }

  /** "A hundred", "a dozen", "hundred and two"; not "a few hundred". */
  private static boolean isHundred(List<Token> tokens, int from) {
    if (tokens.get(from).is("a")) {
      return from + 1 < tokens.size()
          && (tokens.get(from + 1).is("hundred")
              || tokens.get(from + 1).is("thousand")
              || tokens.get(from + 1).is("dozen"));
    }
    boolean vague =
        from > 0 && Phrases.english().has("before-hundred", tokens.get(from - 1).text());
    return tokens.get(from).is("hundred") && !vague;
  }

  /** "Roman two", "roman numeral two". */
  private static Optional<Spoken> roman(List<Token> tokens, int from) {
    int at = from + 1;
    if (at < tokens.size() && tokens.get(at).is("numeral")) {
      at++;
    }
    return at < tokens.size() && !tokens.get(at).is("roman")
        ? at(tokens, at).map(number -> new Spoken(number.value(), from, number.to()))
        : Optional.empty();
  }

  /** The value of digits, such as "1,000" or "98.6"; empty for "4/5" or "57-year-old". */
  public static Optional<BigDecimal> decimal(String digits) {
    String plain = digits.replace(",", "");
    return DIGITS.matcher(plain).matches()
        ? Optional.of(trim(new BigDecimal(plain)))
        : Optional.empty();
  }

  /** 3 for "third". */
  public static Optional<Integer> ordinal(String word) {
    return Optional.ofNullable(ORDINALS.get(word));
  }

  private static Spoken spoken(List<Token> tokens, int from) {
    long total = 0;
    long group = 0;
    int i = from;
    int last = -1; // the scale of the last word read: 1, 10, 100 or 1000
    while (i < tokens.size()) {
      String word = tokens.get(i).text();
      if (word.equals("a") && i == from) {
        group = 1;
        last = 1;
      } else if (word.equals("hundred") && i == from) {
        group = 100;
        last = 100;
      } else if (SMALL.containsKey(word) && (last == -1 || last == 10 || last >= 100)) {
        int unit = SMALL.get(word);
        if (last == 10 && group == 20 && total == 0 && unit > 9) { // "twenty nineteen"
          group = 2000 + unit;
          last = 11;
          i++;
          continue;
        }
        if (last == 10 && (unit > 9 || unit == 0)) {
          break;
        }
        group += unit;
        last = unit > 9 ? 11 : 1;
      } else if (TENS.containsKey(word) && (last == -1 || last >= 100)) {
        group += TENS.get(word);
        last = 10;
      } else if (total == 0 && last == 1 && group < 10 && teen(word)) { // "one eighteen"
        group = group * 100 + SMALL.get(word);
        last = 11;
      } else if (total == 0 && last == 1 && group < 10 && isOh(tokens, i)) { // "one oh four"
        group = group * 100 + SMALL.get(tokens.get(++i).text());
        last = 11;
      } else if (total == 0 && last == 11 && group == 19 && TENS.containsKey(word)
          || total == 0 && last == 10 && group == 20 && word.equals("twenty")) { // a year
        group = group * 100 + TENS.get(word);
        last = 10;
      } else if (TENS.containsKey(word) && last == 1 && total == 0 && group < 10 && group > 0) {
        group = group * 100 + TENS.get(word); // "one fifty"
        last = 10;
      } else if (word.equals("dozen") && group > 0 && group < DOZEN && total == 0) {
        group *= DOZEN;
        last = 1000;
      } else if (SCALES.getOrDefault(word, 0) == 100 && group > 0 && group < 100) {
        group *= 100;
        last = 100;
      } else if (SCALES.getOrDefault(word, 0) == 1000 && group > 0) {
        total += group * 1000;
        group = 0;
        last = 1000;
      } else if (word.equals("and")
          && last >= 100
          && i + 1 < tokens.size()
          && (SMALL.containsKey(tokens.get(i + 1).text())
              || TENS.containsKey(tokens.get(i + 1).text()))) {
        i++;
        continue;
      } else {
        break;
      }
      i++;
    }
    return pointed(tokens, BigDecimal.valueOf(total + group), from, i);
  }

  /** "ninety eight point six". */
  private static Spoken pointed(List<Token> tokens, BigDecimal value, int from, int i) {
    boolean point = i < tokens.size() && (tokens.get(i).is("point") || isPoint(tokens, i));
    if (i + 1 < tokens.size() && point && value.scale() == 0) {
      StringBuilder fraction = new StringBuilder();
      int j = i + 1;
      while (j < tokens.size()) {
        String word = tokens.get(j).text();
        if (SMALL.containsKey(word)) {
          fraction.append(SMALL.get(word));
        } else if (isNought(tokens.get(j))) {
          fraction.append(0);
        } else if (TENS.containsKey(word)) {
          fraction.append(TENS.get(word) / 10);
        } else if (tokens.get(j).type() == Token.Type.NUMBER && word.matches("\\d+")) {
          fraction.append(word);
        } else {
          break;
        }
        j++;
      }
      if (fraction.length() > 0) {
        return new Spoken(trim(new BigDecimal(value.toPlainString() + "." + fraction)), from, j);
      }
    }
    return half(tokens, value, from, i);
  }

  private static boolean teen(String word) {
    return SMALL.getOrDefault(word, 0) > 9;
  }

  private static boolean isOh(List<Token> tokens, int i) {
    return isNought(tokens.get(i))
        && i + 1 < tokens.size()
        && SMALL.getOrDefault(tokens.get(i + 1).text(), 10) < 10;
  }

  /** "point five", "point oh five", but not "at this point two". */
  private static Optional<Spoken> fraction(List<Token> tokens, int from) {
    boolean noun =
        from > 0
            && tokens.get(from).is("point")
            && Phrases.english().group("one-alone").contains(tokens.get(from - 1).text());
    if (noun) {
      return Optional.empty();
    }
    StringBuilder digits = new StringBuilder();
    int to = from + 1;
    while (to < tokens.size() && (isDigit(tokens.get(to)) || isNought(tokens.get(to)))) {
      Token digit = tokens.get(to++);
      digits.append(
          isNought(digit)
              ? "0"
              : digit.type() == Token.Type.NUMBER ? digit.text() : SMALL.get(digit.text()));
    }
    return digits.isEmpty()
        ? Optional.empty()
        : Optional.of(new Spoken(trim(new BigDecimal("0." + digits)), from, to));
  }

  /** "two and a half". */
  private static Spoken half(List<Token> tokens, BigDecimal value, int from, int to) {
    if (to + 2 < tokens.size()
        && tokens.get(to).is("and")
        && tokens.get(to + 1).is("a")
        && tokens.get(to + 2).is("half")) {
      return new Spoken(value.add(new BigDecimal("0.5")), from, to + 3);
    }
    return new Spoken(value, from, to);
  }

  private static BigDecimal trim(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
