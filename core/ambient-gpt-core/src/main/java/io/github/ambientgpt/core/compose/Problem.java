package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.text.Phrases;
import io.github.ambientgpt.core.conversation.Words;
import io.github.ambientgpt.core.text.Token;
import io.github.ambientgpt.core.vocabulary.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the problem that a clinician turns to: "for your first problem of a headache …". */
final class Problem {
  private static final Set<String> PREPOSITIONS = Phrases.english().group("problem-prepositions");
  private static final List<String[]> LEADS =
      List.of(
          new String[] {"in", "terms", "of"},
          new String[] {"as", "far", "as"},
          new String[] {"as", "for"},
          new String[] {"with", "regards", "to"},
          new String[] {"with", "regard", "to"},
          new String[] {"with", "respect", "to"},
          new String[] {"when", "it", "comes", "to"});
  private static final Set<String> ENDS = Phrases.english().group("problem-ends");
  private static final Set<String> ORDINALS = Phrases.english().group("problem-ordinals");
  private static final Set<String> NOUNS = Phrases.english().group("problem-nouns");
  private static final Set<String> SKIPPED = Phrases.english().group("problem-skipped");

  private Problem() {}

  /**
   * The words that name it, without articles.
   *
   * @param tokens a clause as it was cleaned
   */
  static Optional<List<Token>> named(List<Token> tokens) {
    int from = lead(tokens);
    if (from < 0) {
      return Optional.empty();
    }
    int i = from;
    boolean yours = false;
    boolean counted = false;
    while (i < tokens.size()
        && (Set.of("your", "the", "her", "his", "that", "this").contains(tokens.get(i).text())
            || ORDINALS.contains(tokens.get(i).text())
            || NOUNS.contains(tokens.get(i).text())
            || Set.of("of", "is", ",", "being", "which", "a", "an", "number", "one", "two", "three")
                .contains(tokens.get(i).text()))) {
      counted |= ORDINALS.contains(tokens.get(i).text()) || NOUNS.contains(tokens.get(i).text());
      yours |= Set.of("your", "the", "her", "his", "problem").contains(tokens.get(i).text());
      i++;
    }
    int end = i;
    while (end < tokens.size() && end - i < 7 && !ENDS.contains(tokens.get(end).text())) {
      end++;
    }
    if (yours && end == i) {
      return diagnosed(tokens, i);
    }
    if (!yours || end - i == 7) {
      return Optional.empty();
    }
    List<Token> name = tokens.subList(i, end);
    boolean body = name.stream().noneMatch(t -> t.text().length() > 2);
    boolean vague =
        name.stream()
            .anyMatch(
                t ->
                    Set.of(
                                "pain", "time", "next", "week", "weeks", "day", "days", "month",
                                "months", "visit", "moment", "rest", "most", "part", "future",
                                "year", "years", "past", "last")
                            .contains(t.text())
                        && name.size() == 1
                        && !t.is("pain"));
    boolean clinical =
        counted
            || Clinical.of(name)
                .names(Kind.CONDITION, Kind.SYMPTOM, Kind.FINDING, Kind.TEST, Kind.BODY_PART);
    return body || vague || !clinical ? Optional.empty() : Optional.of(name);
  }

  /** "For your first problem, I think you have an acute strain." */
  private static Optional<List<Token>> diagnosed(List<Token> tokens, int from) {
    for (int i = from; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).is("have") && i > 0 && tokens.get(i - 1).is("you")) {
        List<Token> name = new ArrayList<>();
        for (Token token : tokens.subList(i + 1, tokens.size())) {
          boolean comma = token.is(",");
          if (name.size() > 5
              || !comma && !SKIPPED.contains(token.text()) && ENDS.contains(token.text())) {
            break;
          }
          if (!comma && !SKIPPED.contains(token.text())) {
            name.add(token);
          }
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private static int lead(List<Token> tokens) {
    for (int i = 0; i < Math.min(4, tokens.size()); i++) {
      for (String[] lead : LEADS) {
        if (Words.startsWith(tokens, i, lead)) {
          return i + lead.length;
        }
      }
      if (PREPOSITIONS.contains(tokens.get(i).text())
          && i + 1 < tokens.size()
          && (SKIPPED.contains(tokens.get(i + 1).text())
              || ORDINALS.contains(tokens.get(i + 1).text()))) {
        return i + 1;
      }
      if (i == 0
          && (Words.startsWith(tokens, 0, "your") || Words.startsWith(tokens, 0, "the"))
          && tokens.size() > 2
          && ORDINALS.contains(tokens.get(1).text())
          && NOUNS.contains(tokens.get(2).text())) {
        return 0;
      }
      if (i == 0
          && ORDINALS.contains(tokens.get(0).text())
          && tokens.size() > 1
          && NOUNS.contains(tokens.get(1).text())) {
        return 0;
      }
    }
    return -1;
  }
}
