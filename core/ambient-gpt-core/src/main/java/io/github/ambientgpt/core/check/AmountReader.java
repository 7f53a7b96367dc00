package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.check.Reading.Counted;
import io.github.ambientgpt.core.cleaning.Words;
import io.github.ambientgpt.core.english.Numbers;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.vocabulary.Match;
import io.github.ambientgpt.core.vocabulary.Unit;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the numbers of a text: what they count, and which of them belong together. */
final class AmountReader {
  private static final Pattern PAIR = Pattern.compile("\\d+/\\d+");
  private static final Pattern NO_DIGITS = Pattern.compile("[^0-9.]+");

  private static final double HOUR = 3600;

  private final List<Token> tokens;
  private final Written written;
  private final boolean[] taken;
  private final Map<Integer, Match<Unit>> units = new HashMap<>();

  /**
   * @param taken tokens that have been read as something else, to which those read here are added
   */
  AmountReader(List<Token> tokens, Written written, boolean[] taken) {
    this.tokens = tokens;
    this.written = written;
    this.taken = taken;
    for (Match<Unit> match : Vocabulary.english().units().find(written.text())) {
      units.putIfAbsent(written.tokenAt(match.beginChar()), match);
    }
  }

  List<Counted> quantities() {
    List<Counted> quantities = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.type() == Token.Type.NUMBER && Numbers.decimal(token.text()).isEmpty()) {
        compound(i, quantities);
        continue;
      }
      Optional<Numbers.Spoken> number = pronoun(i) ? Optional.empty() : Numbers.at(tokens, i);
      if (number.isPresent()) {
        int to = number.get().to();
        quantities.add(counted(number.get().value(), i, to, unitAfter(to)));
        i = to - 1;
      } else {
        int at = i;
        few(token)
            .or(() -> span(at))
            .ifPresent(value -> quantities.add(counted(value, at, at + 1, unitOfFew(at))));
      }
    }
    return quantities;
  }

  private Counted counted(BigDecimal value, int from, int to, Match<Unit> unit) {
    boolean rhythmic = taken[from];
    boolean paired =
        to < tokens.size() && tokens.get(to).is("over")
            || from > 0 && tokens.get(from - 1).is("over");
    Arrays.fill(taken, from, to, true);
    if (unit != null) {
      written.take(unit.beginChar(), unit.endChar(), taken);
    }
    String said =
        tokens.subList(from, to).stream().map(Token::text).collect(Collectors.joining(" "));
    return new Counted(
        new Quantity(value, said, Optional.ofNullable(unit).map(Match::value)),
        from,
        paired,
        rhythmic);
  }

  /** The unit after a number; of a range, "4 to 6 hours", after its second. */
  private Match<Unit> unitAfter(int to) {
    Match<Unit> unit = units.get(to);
    Optional<Integer> second = unit == null ? rangeTo(to) : Optional.empty();
    return second.isPresent()
        ? Numbers.at(tokens, second.get()).map(n -> units.get(n.to())).orElse(null)
        : unit;
  }

  private Match<Unit> unitOfFew(int i) {
    return units.get(Words.startsWith(tokens, i, "couple", "of") ? i + 2 : i + 1);
  }

  /** "120/80", "57-year-old", "3rd": the numbers in it. */
  private void compound(int i, List<Counted> quantities) {
    boolean rhythmic = taken[i];
    taken[i] = true;
    if (tokens.get(i).is("1st")) {
      return;
    }
    String text = Dates.withoutMonth(tokens.get(i).text());
    for (String part : NO_DIGITS.split(text)) {
      Numbers.decimal(part)
          .ifPresent(
              value ->
                  quantities.add(
                      new Counted(
                          new Quantity(value, part, Optional.empty()),
                          i,
                          text.contains("/"),
                          rhythmic)));
    }
  }

  private static Optional<BigDecimal> few(Token token) {
    if (token.is("couple") || token.is("twice")) {
      return Optional.of(BigDecimal.valueOf(2));
    }
    return Numbers.ordinal(token.text()).filter(n -> n > 1).map(BigDecimal::valueOf);
  }

  /** "For a week" is one week. */
  private Optional<BigDecimal> span(int i) {
    Match<Unit> unit = units.get(i + 1);
    return Cues.is("article", tokens.get(i).text())
            && !taken[i]
            && unit != null
            && tokens.get(i + 1).type() == Token.Type.WORD
            && unit.value().dimension().equals("time")
            && unit.value().factor() >= HOUR
        ? Optional.of(BigDecimal.ONE)
        : Optional.empty();
  }

  /** "this one", "one of them": no number. */
  private boolean pronoun(int i) {
    if (!tokens.get(i).is("one")) {
      return false;
    }
    String before = i > 0 ? tokens.get(i - 1).text() : "";
    String after = i + 1 < tokens.size() ? tokens.get(i + 1).text() : "";
    return Cues.is("pronoun-before", before) || Cues.is("pronoun-after", after);
  }

  /**
   * Numbers that belong together: "130 over 80" and "130/80", "4 out of 5", and as "4-6" a range.
   */
  Set<String> pairs() {
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (PAIR.matcher(tokens.get(i).text()).matches()) {
        pairs.add(tokens.get(i).text());
      }
      Optional<Numbers.Spoken> first = Numbers.at(tokens, i);
      if (first.isPresent()) {
        pair(first.get()).ifPresent(pairs::add);
        i = first.get().to() - 1;
      }
    }
    return pairs;
  }

  private Optional<String> pair(Numbers.Spoken first) {
    int to = first.to();
    Optional<Integer> range = rangeTo(to);
    if (range.isPresent()) {
      return Numbers.at(tokens, range.get())
          .filter(second -> first.value().compareTo(second.value()) < 0)
          .map(second -> first.digits() + "-" + second.digits());
    }
    int second =
        Words.startsWith(tokens, to, "over")
            ? to + 1
            : Words.startsWith(tokens, to, "out", "of") ? to + 2 : tokens.size();
    return second < tokens.size()
        ? Numbers.at(tokens, second).map(below -> first.digits() + "/" + below.digits())
        : Optional.empty();
  }

  /** Where the second number of a range stands whose first ends here. */
  private Optional<Integer> rangeTo(int to) {
    if (to >= tokens.size()) {
      return Optional.empty();
    }
    if (written.gap(to).equals("-")) {
      return Optional.of(to);
    }
    boolean joined = tokens.get(to).is("to") || tokens.get(to).is("-") || tokens.get(to).is("–");
    return joined && to + 1 < tokens.size() ? Optional.of(to + 1) : Optional.empty();
  }
}
