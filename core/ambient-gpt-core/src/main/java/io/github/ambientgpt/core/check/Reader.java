package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.conversation.Words;
import io.github.ambientgpt.core.text.Numbers;
import io.github.ambientgpt.core.text.StopWords;
import io.github.ambientgpt.core.text.Table;
import io.github.ambientgpt.core.text.Token;
import io.github.ambientgpt.core.vocabulary.Frequency;
import io.github.ambientgpt.core.vocabulary.Match;
import io.github.ambientgpt.core.vocabulary.Mention;
import io.github.ambientgpt.core.vocabulary.Unit;
import io.github.ambientgpt.core.vocabulary.Verb;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what a text says: its terms with their polarity, quantities, sides, frequencies, dates. */
final class Reader {
  /** A negation reaches no further than this many words; lists are long. */
  private static final int SCOPE = 20;

  private static final List<String> ACTIONS =
      List.of("start", "stop", "increase", "decrease", "continue");

  private static final Pattern RATIO = Pattern.compile("\\d+/\\d+");
  private static final Pattern JOINT = Pattern.compile("[-/]");
  private static final Pattern NO_DIGITS = Pattern.compile("[^0-9.]+");

  private static final Map<String, Set<String>> CUES = new HashMap<>();

  static {
    Table.read(
        Reader.class,
        "cues.tsv",
        row -> CUES.computeIfAbsent(row.get(0), group -> new HashSet<>()).add(row.get(1)));
  }

  private final Vocabulary vocabulary = Vocabulary.english();

  Reading read(List<Token> tokens) {
    Text text = new Text(tokens);
    boolean[] taken = new boolean[tokens.size()];
    List<Reading.Counted> quantities = quantities(tokens, text, taken);
    Set<String> frequencies = new HashSet<>();
    for (Match<Frequency> match : vocabulary.frequencies().find(text.joined())) {
      frequencies.add(
          match.value().perDay().isPresent()
              ? "per day " + match.value().perDay().getAsDouble()
              : match.value().name());
      text.take(match.beginChar(), match.endChar(), taken);
    }
    List<Side> sides = new ArrayList<>();
    Set<String> dates = new HashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.get(i).text();
      if (is("side", word) && isSide(tokens, i)) {
        sides.add(
            new Side(
                side(word),
                i + 1 < tokens.size() && tokens.get(i + 1).isWord()
                    ? base(tokens.get(i + 1).text())
                    : "",
                i));
        taken[i] = true;
      } else if (is("date", word)) {
        dates.add(word);
      }
    }
    return new Reading(
        terms(tokens, text, taken),
        quantities,
        sides,
        frequencies,
        dates,
        ratios(tokens),
        groups(tokens, "person"),
        actions(tokens));
  }

  /** The words of a group that stand in the text. */
  private static Set<String> groups(List<Token> tokens, String group) {
    return tokens.stream()
        .map(
            token ->
                token.text().endsWith("'s")
                    ? token.text().substring(0, token.text().length() - 2)
                    : token.text())
        .filter(word -> is(group, word))
        .collect(Collectors.toSet());
  }

  private static Set<String> actions(List<Token> tokens) {
    return ACTIONS.stream()
        .filter(action -> !groups(tokens, action).isEmpty())
        .collect(Collectors.toSet());
  }

  /** "130 over 80", "130/80", "2 out of 6". */
  private static Set<String> ratios(List<Token> tokens) {
    Set<String> ratios = new HashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (RATIO.matcher(tokens.get(i).text()).matches()) {
        ratios.add(tokens.get(i).text());
      }
      Optional<Numbers.Spoken> first = Numbers.at(tokens, i);
      if (first.isEmpty()) {
        continue;
      }
      int over = first.get().to();
      int second = Words.startsWith(tokens, over, "over") ? over + 1 : over + 2;
      boolean stands = second == over + 1 || Words.startsWith(tokens, over, "out", "of");
      if (stands && second < tokens.size()) {
        Numbers.at(tokens, second)
            .ifPresent(below -> ratios.add(first.get().digits() + "/" + below.digits()));
      }
    }
    return ratios;
  }

  // -- terms

  private List<Term> terms(List<Token> tokens, Text text, boolean[] taken) {
    Polarity[] polarity = polarities(tokens);
    List<Term> terms = new ArrayList<>();
    Map<Integer, Mention> mentions = new HashMap<>();
    for (Mention mention : vocabulary.mentions(text.joined())) {
      if (!StopWords.has(text.joined().substring(mention.beginChar(), mention.endChar()))) {
        mentions.put(text.token(mention.beginChar()), mention);
      }
    }
    for (int i = 0; i < tokens.size(); i++) {
      Mention mention = mentions.get(i);
      if (mention != null && !taken[i]) {
        int to = text.token(mention.endChar() - 1) + 1;
        List<String> words =
            tokens.subList(i, to).stream().filter(Token::isWord).map(t -> base(t.text())).toList();
        if (!words.isEmpty()) {
          terms.add(
              new Term(
                  words,
                  Optional.of(mention.concept()),
                  i,
                  polarity[i],
                  text.joined().substring(mention.beginChar(), mention.endChar())));
        }
        i = to - 1;
      } else if (!taken[i] && tokens.get(i).isWord() && tokens.get(i).type() == Token.Type.WORD) {
        for (String part : JOINT.split(tokens.get(i).text())) {
          if (part.length() > 1 && !StopWords.has(part) && !is("negator", part)) {
            terms.add(new Term(List.of(base(part)), Optional.empty(), i, polarity[i], part));
          }
        }
      }
    }
    return terms;
  }

  /** ConText's idea: a negator holds until a word that ends its scope. */
  private Polarity[] polarities(List<Token> tokens) {
    Polarity[] polarity = new Polarity[tokens.size()];
    int until = -1;
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.get(i).text();
      if (is("negator", word) || word.endsWith("n't")) {
        until = i + SCOPE;
      } else if (is("ends-negation", word)
          || word.equals(";")
          || word.equals(".")
          || word.equals("and")
              && i + 1 < tokens.size()
              && is("subject", tokens.get(i + 1).text())) {
        until = -1;
      }
      polarity[i] = i <= until ? Polarity.NEGATED : Polarity.AFFIRMED;
    }
    return polarity;
  }

  private String base(String word) {
    String plain = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    Optional<Verb> verb = vocabulary.verbs().byForm(plain);
    if (verb.isPresent()) {
      return verb.get().base();
    }
    if (plain.length() > 4 && plain.endsWith("ies")) {
      return plain.substring(0, plain.length() - 3) + "y";
    }
    if (plain.length() > 3
        && plain.endsWith("s")
        && !plain.endsWith("ss")
        && !plain.endsWith("us")
        && !plain.endsWith("is")) {
      return plain.substring(0, plain.length() - 1);
    }
    if (plain.length() > 5 && plain.endsWith("ly")) {
      return plain.substring(0, plain.length() - 2);
    }
    return plain;
  }

  // -- numbers

  private List<Reading.Counted> quantities(List<Token> tokens, Text text, boolean[] taken) {
    Map<Integer, Match<Unit>> units =
        vocabulary.units().find(text.joined()).stream()
            .collect(
                Collectors.toMap(m -> text.token(m.beginChar()), Function.identity(), (a, b) -> a));
    List<Reading.Counted> quantities = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.type() == Token.Type.NUMBER && Numbers.decimal(token.text()).isEmpty()) {
        compound(token, i, quantities);
        taken[i] = true;
        continue;
      }
      Optional<Numbers.Spoken> number =
          pronoun(tokens, i) ? Optional.empty() : Numbers.at(tokens, i);
      if (number.isEmpty()) {
        Optional<BigDecimal> other = other(tokens, i);
        if (other.isPresent()) {
          Match<Unit> unit =
              units.get(
                  token.is("couple") && i + 1 < tokens.size() && tokens.get(i + 1).is("of")
                      ? i + 2
                      : i + 1);
          quantities.add(
              new Reading.Counted(
                  new Quantity(
                      other.get(), token.text(), Optional.ofNullable(unit).map(Match::value)),
                  i));
          taken[i] = true;
        }
        continue;
      }
      int to = number.get().to();
      Match<Unit> unit = to < tokens.size() ? units.get(to) : null;
      quantities.add(
          new Reading.Counted(
              new Quantity(
                  number.get().value(),
                  written(tokens, i, to),
                  Optional.ofNullable(unit).map(Match::value)),
              i));
      for (int k = i; k < to; k++) {
        taken[k] = true;
      }
      if (unit != null) {
        text.take(unit.beginChar(), unit.endChar(), taken);
      }
      i = to - 1;
    }
    return quantities;
  }

  /** "120/80", "57-year-old", "3rd": the numbers in it. */
  private static void compound(Token token, int position, List<Reading.Counted> quantities) {
    for (String part : NO_DIGITS.split(token.text())) {
      Numbers.decimal(part)
          .ifPresent(
              value ->
                  quantities.add(
                      new Reading.Counted(new Quantity(value, part, Optional.empty()), position)));
    }
  }

  private static Optional<BigDecimal> other(List<Token> tokens, int i) {
    String word = tokens.get(i).text();
    if (word.equals("couple")) {
      return Optional.of(BigDecimal.valueOf(2));
    }
    if (word.equals("twice")) {
      return Optional.of(BigDecimal.valueOf(2));
    }
    return Numbers.ordinal(word).filter(n -> n > 1).map(BigDecimal::valueOf);
  }

  /** "this one", "one of them": no number. */
  private static boolean pronoun(List<Token> tokens, int i) {
    if (!tokens.get(i).is("one")) {
      return false;
    }
    String before = i > 0 ? tokens.get(i - 1).text() : "";
    String after = i + 1 < tokens.size() ? tokens.get(i + 1).text() : "";
    return Set.of(
                "this", "that", "the", "which", "other", "any", "no", "good", "another", "left",
                "right", "first", "an", "a")
            .contains(before)
        || Set.of("of", "", "thing", "who", "that").contains(after);
  }

  private static String written(List<Token> tokens, int from, int to) {
    return tokens.subList(from, to).stream().map(Token::text).collect(Collectors.joining(" "));
  }

  // -- sides

  private static String side(String word) {
    return switch (word) {
      case "bilateral", "bilaterally", "both" -> "both";
      case "left", "lefts", "left-sided" -> "left";
      default -> "right";
    };
  }

  /** "right" is a side only where it is not "all right", "right now", "that's right". */
  private boolean isSide(List<Token> tokens, int i) {
    String word = tokens.get(i).text();
    String before = i > 0 ? tokens.get(i - 1).text() : "";
    String after = i + 1 < tokens.size() ? tokens.get(i + 1).text() : "";
    return switch (word) {
      case "right" ->
          !is("right-before", before) && !is("right-after", after) && (i > 0 || !after.isEmpty());
      case "left" -> !is("left-before", before) && !is("left-after", after);
      case "both" -> vocabulary.concept(after).isPresent();
      default -> true;
    };
  }

  private static boolean is(String group, String word) {
    return CUES.get(group).contains(word);
  }

  /** Tokens joined by blanks, and the way back from a character to its token. */
  private static final class Text {
    private final String joined;
    private final int[] starts;

    Text(List<Token> tokens) {
      StringBuilder text = new StringBuilder();
      starts = new int[tokens.size()];
      for (int i = 0; i < tokens.size(); i++) {
        if (i > 0) {
          text.append(' ');
        }
        starts[i] = text.length();
        text.append(tokens.get(i).text());
      }
      joined = text.toString();
    }

    String joined() {
      return joined;
    }

    int token(int character) {
      int at = java.util.Arrays.binarySearch(starts, character);
      return at >= 0 ? at : -at - 2;
    }

    void take(int beginChar, int endChar, boolean[] taken) {
      for (int i = token(beginChar); i <= token(endChar - 1); i++) {
        taken[i] = true;
      }
    }
  }
}
