package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.conversation.Words;
import io.github.ambientgpt.core.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Turns what a clinician says they will do into an order: "I'd like to go ahead and prescribe …"
 * becomes "Prescribe …", "I want you to ice it" "The patient is to ice it".
 */
final class Orders {
  private static final Set<String> FIRST_PERSONS =
      Set.of("i", "i'm", "i'll", "i'd", "we", "we're", "we'll", "we'd", "let's", "i've", "we've");

  private static final Set<String> BETWEEN =
      Set.of("am", "are", "will", "would", "can", "could", "should", "might", "may", "just", "also", "still", "probably", "definitely", "actually", "going", "want", "like", "love", "need", "have", "to", "then", "really", "certainly", "do", "be", "first", "plan", "on", "try", "able", "so", "prefer", "hopefully", "initially", "simply", "maybe", "suggest", "that", "you", "think", "feel", "believe", "guess", "wish");

  private static final Set<String> OPINIONS = Set.of("think", "believe", "feel", "guess", "suspect", "suppose");

  private static final Set<String> PERCEPTIONS =
      Set.of("see", "hear", "appreciate", "feel", "notice", "note", "find", "detect");

  private Orders() {}

  /** Whether the clause begins as an intention does. */
  static boolean intends(List<Token> tokens) {
    for (int i = 0; i < Math.min(tokens.size(), 8); i++) {
      if (FIRST_PERSONS.contains(tokens.get(i).text()) && (i == 0 || Set.of(",", "and", "is", "do", "so", "then", "what", "think").contains(tokens.get(i - 1).text()))) {
        return true;
      }
    }
    return false;
  }

  /** The same with "I think", "I'm going to", "I want you to" made impersonal, wherever they stand. */
  static List<Token> impersonal(List<Token> tokens) {
    List<Token> told = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean first = FIRST_PERSONS.contains(token.text());
      boolean begins = told.isEmpty() || Set.of(",", "and", "but", "so", "then", "that", "is", "or", "because", "as", "if", "what", "when", "which").contains(tokens.get(i - 1).text());
      if (first && begins) {
        int end = i + 1;
        boolean negated = false;
        boolean toYou = false;
        boolean opinion = false;
        while (end < tokens.size()) {
          String word = tokens.get(end).text();
          if (Set.of("don't", "not", "won't", "can't", "didn't").contains(word)) {
            negated = true;
          } else if (OPINIONS.contains(word) && !(word.equals("feel") && negated)) {
            opinion = true;
            end++;
            if (end < tokens.size() && tokens.get(end).is("that")) {
              end++;
            }
            break;
          } else if (word.equals("you") && end > i + 1 && end + 1 < tokens.size()) {
            toYou = tokens.get(end + 1).is("to") || tokens.get(end - 1).is("have");
            if (toYou) {
              end += tokens.get(end + 1).is("to") ? 2 : 1;
            }
            break;
          } else if (!BETWEEN.contains(word) && !tokens.get(end).is(",")) {
            break;
          }
          end++;
        }
        if (end >= tokens.size()) {
          told.add(token);
          continue;
        }
        String next = tokens.get(end).text();
        if (opinion) {
          // "I don't think you need …" keeps its not
          if (negated) {
            told.addAll(Words.fixed("it is not thought that", token));
          }
          i = end - 1;
        } else if (PERCEPTIONS.contains(next)) {
          if (negated) {
            told.addAll(Words.fixed("no", token));
          }
          i = end;
          while (i + 1 < tokens.size() && Set.of("any", "that", "some", "a", "you", "like").contains(tokens.get(i + 1).text()) && (negated && tokens.get(i + 1).is("any") || tokens.get(i + 1).is("that"))) {
            i++;
          }
        } else if (toYou) {
          told.addAll(Words.fixed(negated ? "the patient is not to" : "the patient is to", token));
          i = end - 1;
        } else if (negated) {
          told.addAll(Words.fixed("do not", token));
          i = end - 1;
        } else if (end > i + 1 || token.is("let's") || token.text().endsWith("'ll")) {
          i = end - 1;
        } else {
          told.add(token);
        }
      } else {
        told.add(token);
      }
    }
    return told;
  }
}
