package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.vocabulary.BodySystem;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Divides what was found by the system it was found of: "lungs are clear | heart regular". */
final class ExaminedSystems {
  /** So near to its beginning a part names what it is of. */
  private static final int FIRST = 3;

  private static final Phrases PHRASES = Phrases.english();
  private static final Conjugation VERBS = new Conjugation();

  private ExaminedSystems() {}

  /** The parts, each of another system than the one before it; all of it where nothing divides. */
  static List<List<Token>> of(List<Token> tokens) {
    List<List<Token>> parts = new ArrayList<>();
    int from = 0;
    for (int i = 1; i + 1 < tokens.size(); i++) {
      boolean divides = tokens.get(i).is(",") || tokens.get(i).is("and");
      if (divides && begins(tokens.subList(i + 1, tokens.size()), tokens.subList(from, i))) {
        parts.add(withoutEnd(tokens.subList(from, i)));
        from = i + 1;
      }
    }
    parts.add(tokens.subList(from, tokens.size()));
    return parts;
  }

  /**
   * Whether what follows says something of its own, of another system. In "no swelling of the arm,
   * leg or neck" nothing does.
   */
  private static boolean begins(List<Token> rest, List<Token> before) {
    int to = 0;
    while (to < rest.size() && !rest.get(to).is(",") && !rest.get(to).is("and")) {
      to++;
    }
    List<Token> part = rest.subList(0, to);
    List<Token> first = part.subList(0, Math.min(FIRST, part.size()));
    Optional<BodySystem> system = Clinical.of(part).system();
    Optional<BodySystem> last = Clinical.of(before).system();
    return system.isPresent()
        && last.isPresent()
        && !system.equals(last)
        && names(first)
        && isWhole(part)
        && isWhole(before);
  }

  private static boolean names(List<Token> first) {
    return Clinical.of(first).names(ConceptKind.BODY_PART)
        || PHRASES.within("examined-part", first);
  }

  /** "Heart sounds regular", "the belly is soft", "no edema": it needs nothing before it. */
  private static boolean isWhole(List<Token> part) {
    return part.size() > 1
        && (PHRASES.within("unremarkable", part)
            || PHRASES.within("examined-as", part)
            || VERBS.isSentence(part));
  }

  private static List<Token> withoutEnd(List<Token> part) {
    int last = part.size() - 1;
    return part.get(last).isWord() ? part : part.subList(0, last);
  }
}
