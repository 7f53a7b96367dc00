package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The problem that a clinician turns to: "for your first problem of a headache …".
 *
 * @param name the words that name it, without articles
 * @param rest what the clinician goes on to say of it; may be empty
 */
record ProblemHeading(List<Token> name, List<Token> rest) {
  /** A name of more words than this is none. */
  private static final int LONGEST = 6;

  /** A lead stands no further from the beginning. */
  private static final int LEAD = 4;

  private static final Phrases PHRASES = Phrases.english();

  /**
   * @param tokens a clause as it was cleaned
   */
  static Optional<ProblemHeading> in(List<Token> tokens) {
    int from = lead(tokens);
    if (from < 0) {
      return Optional.empty();
    }
    int begin = from;
    boolean owned = false;
    boolean counted = false;
    while (begin < tokens.size()
        && (isIntroduction(tokens.get(begin).text())
            || counted && PHRASES.has("problem-introduction-counted", tokens.get(begin).text()))) {
      String word = tokens.get(begin).text();
      counted |= PHRASES.has("problem-ordinals", word) || PHRASES.has("problem-nouns", word);
      owned |= PHRASES.has("problem-owned", word);
      begin++;
    }
    int end = begin;
    while (end < tokens.size()
        && end - begin <= LONGEST
        && !PHRASES.has("problem-ends", tokens.get(end).text())
        && PHRASES.at("sentence-leads", tokens, end) == 0) {
      end++;
    }
    if (!owned || end - begin > LONGEST) {
      return Optional.empty();
    }
    if (end == begin) {
      return diagnosed(tokens, begin);
    }
    List<Token> name = tokens.subList(begin, end);
    return isProblem(name, counted)
        ? Optional.of(new ProblemHeading(name, tokens.subList(end, tokens.size())))
        : Optional.empty();
  }

  /** "… for the second problem, the diabetes": whether one is turned to here, by its number. */
  static boolean begins(List<Token> tokens, int at) {
    return at + 4 < tokens.size()
        && PHRASES.has("problem-prepositions", tokens.get(at).text())
        && PHRASES.has("problem-owned", tokens.get(at + 1).text())
        && PHRASES.has("problem-ordinals", tokens.get(at + 2).text())
        && PHRASES.has("problem-nouns", tokens.get(at + 3).text());
  }

  /** "It is all muscular pain right now, for your back pain": what is spoken of from here on. */
  static Optional<String> last(List<Token> tokens) {
    for (int i = tokens.size() - 2; i > 1 && i >= tokens.size() - 1 - LEAD; i--) {
      if (tokens.get(i).is("your") && tokens.get(i - 1).is("for")) {
        List<Token> name = tokens.subList(i + 1, tokens.size());
        return Optional.of(Prose.text(name))
            .filter(n -> Clinical.of(name).names(ConceptKind.CONDITION, ConceptKind.SYMPTOM));
      }
    }
    return Optional.empty();
  }

  private static boolean isIntroduction(String word) {
    return PHRASES.has("problem-ordinals", word)
        || PHRASES.has("problem-nouns", word)
        || PHRASES.has("problem-owned", word)
        || PHRASES.has("problem-introduction", word);
  }

  private static boolean isProblem(List<Token> name, boolean counted) {
    boolean vague = name.size() == 1 && PHRASES.has("problem-vague", name.get(0).text());
    boolean tiny = name.stream().noneMatch(t -> t.text().length() > 2);
    return !vague
        && !tiny
        && (counted
            || Clinical.of(name)
                .names(
                    ConceptKind.CONDITION,
                    ConceptKind.SYMPTOM,
                    ConceptKind.FINDING,
                    ConceptKind.TEST,
                    ConceptKind.BODY_PART));
  }

  /** "For your first problem, I think you have an acute strain." */
  private static Optional<ProblemHeading> diagnosed(List<Token> tokens, int from) {
    for (int i = from + 1; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).is("have") && tokens.get(i - 1).is("you")) {
        List<Token> name = new ArrayList<>();
        for (Token token : tokens.subList(i + 1, tokens.size())) {
          boolean skipped = token.is(",") || PHRASES.has("problem-skipped", token.text());
          if (name.size() >= LONGEST || !skipped && PHRASES.has("problem-ends", token.text())) {
            break;
          }
          if (!skipped) {
            name.add(token);
          }
        }
        return name.isEmpty()
            ? Optional.empty()
            : Optional.of(new ProblemHeading(name, tokens.subList(from, tokens.size())));
      }
    }
    return Optional.empty();
  }

  /** Index of the first word after "for", "in terms of", "as far as"; -1 for none. */
  private static int lead(List<Token> tokens) {
    for (int i = 0; i < Math.min(LEAD, tokens.size()); i++) {
      int lead = PHRASES.at("problem-leads", tokens, i);
      if (lead > 0) {
        return i + lead;
      }
      if (PHRASES.has("problem-prepositions", tokens.get(i).text())
          && i + 1 < tokens.size()
          && (PHRASES.has("problem-skipped", tokens.get(i + 1).text())
              || PHRASES.has("problem-ordinals", tokens.get(i + 1).text()))) {
        return i + 1;
      }
    }
    boolean owned = !tokens.isEmpty() && (tokens.get(0).is("your") || tokens.get(0).is("the"));
    int ordinal = owned ? 1 : 0;
    return ordinal + 1 < tokens.size()
            && PHRASES.has("problem-ordinals", tokens.get(ordinal).text())
            && PHRASES.has("problem-nouns", tokens.get(ordinal + 1).text())
        ? 0
        : -1;
  }
}
