package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.StopWords;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.note.Content;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.vocabulary.Mention;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes what was denied answer by answer as a list: "Denies fever, chills or headaches." rests on
 * every answer.
 */
final class Denials {
  private static final String DENIES = "Denies ";

  /** A reader, and the checker, look at no more places for one sentence. */
  private static final int MOST_ANSWERS = 4;

  private static final int MOST_ITEMS = 8;
  private static final int LONGEST_ITEM = 6;
  private static final Phrases PHRASES = Phrases.english();

  private Denials() {}

  /** The same facts with neighbouring denials of symptoms put together. */
  static List<Fact> listed(List<Fact> facts) {
    List<Fact> told = new ArrayList<>();
    List<Fact> open = new ArrayList<>();
    List<List<Token>> items = new ArrayList<>();
    int place = -1;
    for (Fact fact : facts) {
      List<List<Token>> named = items(fact);
      if (named.isEmpty()) {
        told.add(fact);
        continue;
      }
      if (open.size() == MOST_ANSWERS || items.size() + named.size() > MOST_ITEMS) {
        told.set(place, list(open, items));
        open.clear();
        items.clear();
      }
      if (open.isEmpty()) {
        place = told.size();
        told.add(fact);
      }
      open.add(fact);
      named.forEach(item -> addNew(items, item));
    }
    if (!open.isEmpty()) {
      told.set(place, list(open, items));
    }
    return told;
  }

  private static Fact list(List<Fact> facts, List<List<Token>> items) {
    StringBuilder text = new StringBuilder(DENIES);
    for (int i = 0; i < items.size(); i++) {
      text.append(i == 0 ? "" : i == items.size() - 1 ? " or " : ", ");
      text.append(Prose.text(items.get(i)));
    }
    Set<Evidence> evidence = new LinkedHashSet<>();
    facts.forEach(fact -> evidence.addAll(fact.evidence()));
    double weight = facts.stream().mapToDouble(Fact::weight).max().orElse(0);
    return facts.get(0).with("", text.append('.').toString(), List.copyOf(evidence)).with(weight);
  }

  /** Leaves out what another item says already. */
  private static void addNew(List<List<Token>> items, List<Token> item) {
    Set<String> words = words(item);
    if (items.stream().anyMatch(other -> words(other).containsAll(words))) {
      return;
    }
    items.removeIf(other -> words.containsAll(words(other)));
    items.add(item);
  }

  private static Set<String> words(List<Token> item) {
    return item.stream()
        .map(Token::text)
        .filter(word -> !StopWords.has(word))
        .map(
            word ->
                word.length() > 3 && word.endsWith("s")
                    ? word.substring(0, word.length() - 1)
                    : word)
        .collect(Collectors.toSet());
  }

  /** What it denies, thing by thing; none if it is no plain list of things. */
  private static List<List<Token>> items(Fact fact) {
    if (fact.content() != Content.REVIEW_OF_SYSTEMS || !fact.text().startsWith(DENIES)) {
      return List.of();
    }
    String text = fact.text().substring(DENIES.length(), fact.text().length() - 1);
    List<Token> tokens = Tokenizer.tokens(text);
    int from = Math.max(PHRASES.at("denied-kind", tokens, 0), 0);
    List<List<Token>> items = new ArrayList<>();
    List<Token> item = new ArrayList<>();
    Set<Integer> begins = begins(text);
    for (Token token : tokens.subList(from, tokens.size())) {
      boolean separates = token.is(",") || token.is("or") || token.is("and");
      if (PHRASES.has("denied-clause", token.text())) {
        return List.of();
      }
      boolean ends = separates || begins.contains(token.begin());
      if (ends
          && !item.isEmpty()
          && !PHRASES.has("denied-modifier", item.get(item.size() - 1).text())) {
        items.add(List.copyOf(item));
        item.clear();
      }
      if (!separates) {
        item.add(token);
      }
    }
    if (!item.isEmpty()) {
      items.add(item);
    }
    boolean plain =
        items.stream()
            .allMatch(
                i -> i.size() <= LONGEST_ITEM && !PHRASES.has("denied-tail", i.get(0).text()));
    return plain ? items : List.of();
  }

  /** Where a thing is named right after another: "nausea vomiting fever chills". */
  private static Set<Integer> begins(String text) {
    List<Mention> mentions = Vocabulary.english().mentions(text);
    Set<Integer> begins = new LinkedHashSet<>();
    for (int i = 1; i < mentions.size(); i++) {
      Mention before = mentions.get(i - 1);
      Mention next = mentions.get(i);
      boolean symptoms = isSymptom(before) && isSymptom(next);
      if (symptoms && text.substring(before.endChar(), next.beginChar()).isBlank()) {
        begins.add(next.beginChar());
      }
    }
    return begins;
  }

  private static boolean isSymptom(Mention mention) {
    return switch (mention.concept().kind()) {
      case SYMPTOM, CONDITION, FINDING -> true;
      default -> false;
    };
  }
}
