package io.github.ambientgpt.core.reading;

import io.github.ambientgpt.core.cleaning.Words;
import io.github.ambientgpt.core.english.Numbers;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import io.github.ambientgpt.core.vocabulary.Frequency;
import io.github.ambientgpt.core.vocabulary.Route;
import io.github.ambientgpt.core.vocabulary.Unit;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the amounts of a clause: what numbers count, which belong together, and what is theirs. */
final class AmountReader {
  private static final Pattern PAIR = Pattern.compile("\\d+/\\d+");
  private static final Pattern NO_DIGITS = Pattern.compile("[^0-9.]+");
  private static final double HOUR = 3600;
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal QUARTER = new BigDecimal("0.25");

  /** "2+", "one plus". */
  private static final BigDecimal HIGHEST_GRADE = BigDecimal.valueOf(5);

  private static final Unit GRADE = new Unit("+", Quantity.GRADE, 1);

  private final Tokens words;
  private final List<Token> tokens;
  private final BitSet taken;
  private final Map<Integer, Tokens.Found<Unit>> units = new HashMap<>();
  private final List<Amount> amounts = new ArrayList<>();

  /**
   * @param taken takes the tokens that are read here
   */
  private AmountReader(Tokens words, BitSet taken) {
    this.words = words;
    this.tokens = words.list();
    this.taken = taken;
    for (Tokens.Found<Unit> unit : words.find(Vocabulary.english().units())) {
      units.putIfAbsent(unit.words().from(), unit);
    }
    for (int i = 1; i < tokens.size(); i++) {
      if (Cues.is(WordClass.GRADE, words.word(i)) && isGrade(i - 1) && !isNumber(i + 1)) {
        units.put(i, new Tokens.Found<>(GRADE, new Range(i, i + 1)));
      }
    }
  }

  private boolean isGrade(int i) {
    return Numbers.at(tokens, i).filter(n -> n.value().compareTo(HIGHEST_GRADE) <= 0).isPresent();
  }

  private boolean isNumber(int i) {
    return i < tokens.size() && Numbers.at(tokens, i).isPresent();
  }

  /** The amounts from left to right. */
  static List<Amount> of(Tokens words, BitSet taken) {
    AmountReader reader = new AmountReader(words, taken);
    reader.frequencies();
    reader.routes();
    reader.quantities();
    reader.pairs();
    reader.amounts.addAll(Dates.of(words));
    reader.amounts.sort(Comparator.comparingInt(amount -> amount.words().from()));
    return List.copyOf(reader.amounts);
  }

  /** A dose and a frequency belong to the drug before them, else after; a value to its test. */
  static Amount owned(Amount amount, List<Mention> mentions, Tokens words) {
    Optional<ConceptKind> kind =
        switch (amount.kind()) {
          case FREQUENCY, TIME_OF_DAY, ROUTE -> Optional.of(ConceptKind.DRUG);
          case DATE -> Optional.empty();
          case PAIR, RANGE -> Optional.of(ConceptKind.TEST);
          case AGE -> Optional.empty();
          case QUANTITY, HALF, INTERVAL -> {
            Quantity quantity = amount.quantity().orElseThrow();
            yield quantity.isTime()
                ? Optional.empty()
                : Optional.of(quantity.isDose() ? ConceptKind.DRUG : ConceptKind.TEST);
          }
        };
    List<Mention> owners =
        kind.map(k -> mentions.stream().filter(m -> m.is(k)).toList()).orElse(List.of());
    int after = amount.unitWords().map(Range::to).orElse(amount.words().to());
    Optional<Mention> following = // "two puffs of albuterol"
        owners.stream()
            .filter(o -> o.words().from() == after + 1 && words.word(after).equals("of"))
            .findFirst();
    return amount.of(
        following
            .or(
                () ->
                    owners.stream()
                        .filter(owner -> owner.words().from() <= amount.words().from())
                        .reduce((a, b) -> b))
            .or(() -> owners.stream().findFirst()));
  }

  private void frequencies() {
    for (Tokens.Found<Frequency> found : words.find(Vocabulary.english().frequencies())) {
      Frequency frequency = found.value();
      String name =
          frequency.perDay().isPresent()
              ? "per day " + Math.round(frequency.perDay().getAsDouble() * 100) / 100.0
              : frequency.name();
      add(
          Cues.is(WordClass.TIME_OF_DAY, frequency.name())
              ? Amount.Kind.TIME_OF_DAY
              : Amount.Kind.FREQUENCY,
          name,
          found.words());
    }
  }

  private void routes() {
    for (Tokens.Found<Route> found : words.find(Vocabulary.english().routes())) {
      add(Amount.Kind.ROUTE, found.value().name(), found.words());
    }
  }

  private void add(Amount.Kind kind, String name, Range range) {
    amounts.add(
        new Amount(kind, name, Optional.empty(), Optional.empty(), range, Optional.empty()));
    if (kind != Amount.Kind.ROUTE) {
      taken.set(range.from(), range.to());
    }
  }

  private void quantities() {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.type() == Token.Type.NUMBER && Numbers.decimal(token.text()).isEmpty()) {
        compound(i);
        continue;
      }
      int begin = i;
      Optional<Numbers.Spoken> number = pronoun(i) ? Optional.empty() : Numbers.at(tokens, i);
      Optional<Parted> part = part(i, number);
      if (part.isPresent()) {
        counted(part.get().value(), i, part.get().to(), Optional.of(part.get().unit()));
        i = part.get().to() - 1;
      } else if (number.isPresent()) {
        int to = number.get().to();
        counted(number.get().value(), i, to, unitAfter(to).or(() -> staged(begin)));
        i = to - 1;
      } else {
        few(token)
            .or(() -> span(begin))
            .ifPresent(value -> counted(value, begin, begin + 1, unitOfFew(begin)));
      }
    }
  }

  /**
   * @param to index after its last token; its unit may stand within
   */
  private record Parted(BigDecimal value, int to, Tokens.Found<Unit> unit) {}

  /** "Half a tablet", "a quarter of a tablet", "a pack and a half", "year and a half". */
  private Optional<Parted> part(int from, Optional<Numbers.Spoken> number) {
    Optional<Parted> fraction =
        fraction(from, "half", HALF).or(() -> fraction(from, "quarter", QUARTER));
    if (fraction.isPresent()) {
      return fraction;
    }
    boolean article = Cues.is(WordClass.ARTICLE, words.word(from));
    int at = number.map(Numbers.Spoken::to).orElse(article ? from + 1 : from);
    Tokens.Found<Unit> unit = units.get(at);
    boolean counts =
        number.isPresent() || article || !Cues.is(WordClass.ARTICLE, words.word(from - 1));
    if (unit == null
        || !counts
        || !Words.startsWith(tokens, unit.words().to(), "and", "a", "half")) {
      return Optional.empty();
    }
    BigDecimal whole = number.map(Numbers.Spoken::value).orElse(BigDecimal.ONE);
    return Optional.of(new Parted(whole.add(HALF), unit.words().to() + 3, unit));
  }

  private Optional<Parted> fraction(int from, String name, BigDecimal value) {
    int at = Cues.is(WordClass.ARTICLE, words.word(from)) ? from + 1 : from;
    if (!words.word(at).equals(name)) {
      return Optional.empty();
    }
    int unit = words.word(at + 1).equals("of") ? at + 2 : at + 1;
    unit = Cues.is(WordClass.ARTICLE, words.word(unit)) ? unit + 1 : unit;
    return Optional.ofNullable(units.get(unit))
        .filter(found -> found.words().from() > at + 1 || name.equals("half"))
        .map(found -> new Parted(value, found.words().from(), found));
  }

  private void counted(BigDecimal value, int from, int to, Optional<Tokens.Found<Unit>> unit) {
    boolean rhythmic = taken.get(from);
    boolean half = words.word(to).equals("over") || words.word(from - 1).equals("over");
    taken.set(from, to);
    unit.ifPresent(u -> taken.set(u.words().from(), u.words().to()));
    quantity(
        new Quantity(value, words.words(new Range(from, to)), unit.map(Tokens.Found::value)),
        rhythmic
            ? Amount.Kind.INTERVAL
            : half ? Amount.Kind.HALF : isAge(unit) ? Amount.Kind.AGE : Amount.Kind.QUANTITY,
        new Range(from, to),
        unit.map(Tokens.Found::words));
  }

  /** "57 years old". */
  private boolean isAge(Optional<Tokens.Found<Unit>> unit) {
    return unit.isPresent()
        && (words.word(unit.get().words().to()).equals("old")
            || words.words(unit.get().words()).contains("old"));
  }

  private void quantity(Quantity quantity, Amount.Kind kind, Range range, Optional<Range> unit) {
    amounts.add(
        new Amount(
            kind,
            quantity.value().toPlainString(),
            Optional.of(quantity),
            Optional.empty(),
            range,
            unit));
  }

  /** The unit after a number; of a range, "4 to 6 hours", after its second. */
  private Optional<Tokens.Found<Unit>> unitAfter(int to) {
    Tokens.Found<Unit> unit = units.get(to);
    if (unit != null) {
      return Optional.of(unit);
    }
    return rangeTo(to).flatMap(second -> Numbers.at(tokens, second)).map(n -> units.get(n.to()));
  }

  /** "Stage 3", "class II": no 3 of anything else. */
  private Optional<Tokens.Found<Unit>> staged(int number) {
    String before = words.word(number - 1);
    return Cues.is(WordClass.STAGE, before)
        ? Optional.of(
            new Tokens.Found<>(new Unit(before, Quantity.STAGE, 1), new Range(number - 1, number)))
        : Optional.empty();
  }

  private Optional<Tokens.Found<Unit>> unitOfFew(int i) {
    return Optional.ofNullable(
        units.get(Words.startsWith(tokens, i, "couple", "of") ? i + 2 : i + 1));
  }

  /** "120/80", "57-year-old", "3rd": the numbers in it. */
  private void compound(int i) {
    boolean rhythmic = taken.get(i);
    taken.set(i);
    if (tokens.get(i).is("1st")) {
      return;
    }
    String text = Dates.withoutMonth(tokens.get(i).text());
    for (String part : NO_DIGITS.split(text)) {
      Numbers.decimal(part)
          .ifPresent(
              value ->
                  quantity(
                      new Quantity(value, part, Optional.empty()),
                      rhythmic
                          ? Amount.Kind.INTERVAL
                          : text.contains("/")
                              ? Amount.Kind.HALF
                              : text.endsWith("-old") ? Amount.Kind.AGE : Amount.Kind.QUANTITY,
                      new Range(i, i + 1),
                      Optional.empty()));
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
    Tokens.Found<Unit> unit = units.get(i + 1);
    return Cues.is(WordClass.ARTICLE, words.word(i))
            && !taken.get(i)
            && unit != null
            && tokens.get(i + 1).type() == Token.Type.WORD
            && unit.value().dimension().equals("time")
            && unit.value().factor() >= HOUR
        ? Optional.of(BigDecimal.ONE)
        : Optional.empty();
  }

  /** "this one", "one of them": no number. */
  private boolean pronoun(int i) {
    return tokens.get(i).is("one")
        && !Cues.is(WordClass.GRADE, words.word(i + 1))
        && (Cues.is(WordClass.ONE_AFTER, words.word(i - 1))
            || Cues.is(WordClass.ONE_BEFORE, words.word(i + 1)));
  }

  /** "130 over 80" and "130/80", "4 out of 5", and as "4-6" a range. */
  private void pairs() {
    for (int i = 0; i < tokens.size(); i++) {
      if (PAIR.matcher(words.word(i)).matches()) {
        pair(Amount.Kind.PAIR, words.word(i), i, i + 1);
      }
      Optional<Numbers.Spoken> first = Numbers.at(tokens, i);
      if (first.isPresent()) {
        pair(first.get(), i);
        i = first.get().to() - 1;
      }
    }
  }

  private void pair(Numbers.Spoken first, int from) {
    int to = first.to();
    Optional<Integer> range = rangeTo(to);
    if (range.isPresent()) {
      boolean change = words.word(from - 1).equals("from"); // "down from 8.2 to 7.1"
      Numbers.at(tokens, range.get())
          .filter(second -> change || first.value().compareTo(second.value()) < 0)
          .ifPresent(
              second ->
                  pair(
                      Amount.Kind.RANGE,
                      first.digits() + "-" + second.digits(),
                      from,
                      second.to()));
      return;
    }
    int second =
        Words.startsWith(tokens, to, "over")
            ? to + 1
            : Words.startsWith(tokens, to, "out", "of") ? to + 2 : tokens.size();
    if (second < tokens.size()) {
      Numbers.at(tokens, second)
          .ifPresent(
              below ->
                  pair(Amount.Kind.PAIR, first.digits() + "/" + below.digits(), from, below.to()));
    }
  }

  private void pair(Amount.Kind kind, String name, int from, int to) {
    amounts.add(
        new Amount(
            kind, name, Optional.empty(), Optional.empty(), new Range(from, to), Optional.empty()));
  }

  /** Where the second number of a range stands whose first ends here. */
  private Optional<Integer> rangeTo(int to) {
    if (to >= tokens.size()) {
      return Optional.empty();
    }
    if (words.gap(to).equals("-")) {
      return Optional.of(to);
    }
    Token joint = tokens.get(to);
    boolean joined = joint.is("to") || joint.is("-") || joint.is("–") || joint.is("or");
    if (joined && to + 1 < tokens.size()) {
      return Optional.of(to + 1);
    }
    int second = joint.is(",") ? to + 1 : to; // "six, eight weeks"
    return second < tokens.size()
            && Numbers.at(tokens, second).filter(n -> units.containsKey(n.to())).isPresent()
        ? Optional.of(second)
        : Optional.empty();
  }
}
