package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.check.Reading.Counted;
import io.github.ambientgpt.core.check.Reading.Rhythm;
import io.github.ambientgpt.core.english.StopWords;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.vocabulary.Abbreviation;
import io.github.ambientgpt.core.vocabulary.Frequency;
import io.github.ambientgpt.core.vocabulary.Match;
import io.github.ambientgpt.core.vocabulary.Mention;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what a text says: its terms and how it speaks of them, amounts, sides, dates. */
final class Reader {
  private static final List<String> ACTIONS =
      List.of("start", "stop", "increase", "decrease", "continue");

  private static final Pattern JOINT = Pattern.compile("[-/]");

  private final Vocabulary vocabulary = Vocabulary.english();
  private final Predicate<Abbreviation> meant;
  private final boolean asks;

  private Reader(Predicate<Abbreviation> meant, boolean asks) {
    this.meant = meant;
    this.asks = asks;
  }

  /**
   * Speech that was written down has its abbreviations from whoever wrote it.
   *
   * @param asks whether the speaker asks questions of the other: a patient's "any" is none
   */
  static Reader ofSpeech(boolean asks) {
    return new Reader(abbreviation -> true, asks);
  }

  /**
   * @param meant whether an ambiguous abbreviation has its usual meaning here
   */
  static Reader ofNotes(Predicate<Abbreviation> meant) {
    return new Reader(meant, false);
  }

  Reading read(String text) {
    return read(Tokenizer.tokens(text), text);
  }

  /**
   * @param source what the tokens' places point into; it tells capitals
   */
  Reading read(List<Token> cleaned, String source) {
    List<Token> tokens = Abbreviations.expanded(cleaned, source, meant);
    Written written = new Written(tokens, source);
    boolean[] taken = new boolean[tokens.size()];
    AmountReader amounts = new AmountReader(tokens, written, taken);
    List<Rhythm> rhythms = rhythms(written, taken);
    List<Counted> quantities = amounts.quantities();
    List<Side> sides = new SideReader(tokens).sides(taken);
    return new Reading(
        terms(tokens, written, taken),
        quantities,
        sides,
        rhythms,
        Dates.of(tokens),
        amounts.pairs(),
        persons(tokens),
        tokens.stream().anyMatch(token -> Cues.is("patient", token.text())),
        ACTIONS.stream().filter(action -> Cues.within(action, tokens)).collect(Collectors.toSet()),
        Cues.within("condition", tokens));
  }

  private static Set<String> persons(List<Token> tokens) {
    return tokens.stream()
        .map(token -> ContextReader.kin(token.text()))
        .filter(kin -> !kin.isEmpty())
        .collect(Collectors.toSet());
  }

  private List<Rhythm> rhythms(Written written, boolean[] taken) {
    List<Rhythm> rhythms = new ArrayList<>();
    for (Match<Frequency> match : vocabulary.frequencies().find(written.text())) {
      Frequency frequency = match.value();
      String name =
          frequency.perDay().isPresent()
              ? "per day " + frequency.perDay().getAsDouble()
              : frequency.name();
      rhythms.add(
          new Rhythm(
              name, Cues.is("time-of-day", frequency.name()), written.tokenAt(match.beginChar())));
      written.take(match.beginChar(), match.endChar(), taken);
    }
    return rhythms;
  }

  private List<Term> terms(List<Token> tokens, Written written, boolean[] taken) {
    Context[] contexts = ContextReader.of(tokens, asks);
    Map<Integer, Mention> mentions = mentions(written);
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Mention mention = mentions.get(i);
      if (mention != null && !taken[i]) {
        int to = written.tokenAt(mention.endChar() - 1) + 1;
        clinical(tokens.subList(i, to), mention, i, contexts[i], written).ifPresent(terms::add);
        i = to - 1;
      } else if (!taken[i] && tokens.get(i).type() == Token.Type.WORD) {
        everyday(tokens.get(i).text(), i, contexts[i], terms);
      }
    }
    return terms;
  }

  private Map<Integer, Mention> mentions(Written written) {
    Map<Integer, Mention> mentions = new HashMap<>();
    for (Mention mention : vocabulary.mentions(written.text())) {
      if (!StopWords.has(written.text().substring(mention.beginChar(), mention.endChar()))) {
        mentions.put(written.tokenAt(mention.beginChar()), mention);
      }
    }
    return mentions;
  }

  private static Optional<Term> clinical(
      List<Token> tokens, Mention mention, int position, Context context, Written written) {
    List<String> words =
        tokens.stream().filter(Token::isWord).map(t -> WordForms.base(t.text())).toList();
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Term(
                words,
                Optional.of(mention.concept()),
                position,
                context,
                written.text().substring(mention.beginChar(), mention.endChar())));
  }

  private static void everyday(String word, int position, Context context, List<Term> terms) {
    for (String part : JOINT.split(word)) {
      boolean empty = StopWords.has(part) && !WordForms.isNormal(part);
      if (part.length() > 1 && !empty && !ContextReader.isNegator(part)) {
        String base = WordForms.base(part);
        if (!Cues.is("says-nothing", base) && !Cues.is("says-nothing", part)) {
          terms.add(new Term(List.of(base), Optional.empty(), position, context, part));
        }
      }
    }
  }
}
