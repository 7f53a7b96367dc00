package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * An order as it would be given straight on: "I'm going to have the nurse come in and swab you"
 * swabs the patient, "why don't we have you, if that doesn't work, …" begins with its condition.
 */
final class StraightOrder {
  private static final Phrases PHRASES = Phrases.english();

  /** A condition has no fewer words: "if that's positive". */
  private static final int SHORTEST_CONDITION = 3;

  private StraightOrder() {}

  static List<Token> of(List<Token> tokens) {
    return withComma(fromCondition(withoutDelegate(tokens)));
  }

  /** Whether "okay?" at its end only asks for consent: "I'm going to order an A1c, okay?". */
  static boolean isAnnounced(List<Token> tokens) {
    return PHRASES.has("announces", tokens.get(0).text())
        && Orders.intends(tokens)
        && PHRASES.within("order", tokens);
  }

  /** Who carries it out is no part of it. */
  private static List<Token> withoutDelegate(List<Token> tokens) {
    for (int i = 1; i + 2 < tokens.size(); i++) {
      int who =
          tokens.get(i).text().matches("have|get") ? PHRASES.at("delegate", tokens, i + 1) : 0;
      int comes = who > 0 ? PHRASES.at("delegate-comes", tokens, i + 1 + who) : 0;
      int to = i + 1 + who + comes;
      if (comes > 0 && to < tokens.size()) {
        List<Token> told = new ArrayList<>(tokens.subList(0, i));
        told.addAll(tokens.subList(to, tokens.size()));
        return told;
      }
    }
    return tokens;
  }

  /** "Why don't we have you | if that doesn't work, …". */
  private static List<Token> fromCondition(List<Token> tokens) {
    for (int i = 2; i + SHORTEST_CONDITION < tokens.size(); i++) {
      if (tokens.get(i).is("if") && PHRASES.has("broken-off-before-if", said(tokens, i))) {
        return tokens.subList(i, tokens.size());
      }
    }
    return tokens;
  }

  private static String said(List<Token> tokens, int to) {
    return Prose.text(tokens.subList(0, to));
  }

  /** "If that's positive (,) I want to prescribe amoxicillin". */
  private static List<Token> withComma(List<Token> tokens) {
    if (!Orders.isCondition(tokens) || tokens.stream().anyMatch(token -> token.is(","))) {
      return tokens;
    }
    for (int i = SHORTEST_CONDITION - 1; i + 2 < tokens.size(); i++) {
      boolean begins =
          PHRASES.has("intention-first-persons", tokens.get(i).text())
              && !PHRASES.has("order-not-after", tokens.get(i - 1).text());
      if (begins && PHRASES.within("order", tokens.subList(i, tokens.size()))) {
        List<Token> told = new ArrayList<>(tokens.subList(0, i));
        told.add(tokens.get(i).as(","));
        told.addAll(tokens.subList(i, tokens.size()));
        return told;
      }
    }
    return tokens;
  }
}
