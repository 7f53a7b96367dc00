package io.github.ambientgpt.core.cleaning;

import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Obeys a speaker's own corrections. */
final class Corrections {
  private Corrections() {}

  /** "a couple weeks , or , i'm sorry , a couple months": what was corrected is left out. */
  static List<Token> obeyed(List<Token> words) {
    for (int i = 1; i + 1 < words.size(); i++) {
      int length = correction(words, i);
      if (length == 0) {
        continue;
      }
      int after = i + length;
      while (after < words.size() && !words.get(after).isWord()) {
        after++;
      }
      int before = i;
      while (before > 0
          && (!words.get(before - 1).isWord()
              || Set.of("or", "no", "oh").contains(words.get(before - 1).text()))) {
        before--;
      }
      if (after >= words.size() || before == 0) {
        return words;
      }
      int from = Math.max(0, before - 6);
      for (int j = before - 1; j >= from; j--) {
        if (alike(words.get(j), words.get(after))) {
          List<Token> kept = new ArrayList<>(words.subList(0, j));
          kept.addAll(words.subList(after, words.size()));
          return obeyed(kept);
        }
      }
    }
    return words;
  }

  private static int correction(List<Token> words, int i) {
    String word = words.get(i).text();
    String after = words.get(i + 1).text();
    if (word.equals("i'm") && after.equals("sorry")
        || word.equals("excuse") && after.equals("me")
        || word.equals("scratch") && after.equals("that")
        || word.equals("no") && after.equals("wait")) {
      return 2;
    }
    return word.equals("sorry") || word.equals("rather") && words.get(i - 1).is("or") ? 1 : 0;
  }

  /** One drug corrects another, one part of the body another. */
  private static boolean ofOneKind(Token corrected, Token correction) {
    Optional<Concept> first = Vocabulary.english().concept(corrected.text());
    Optional<Concept> second = Vocabulary.english().concept(correction.text());
    return first.isPresent() && second.isPresent() && first.get().kind() == second.get().kind();
  }

  private static boolean alike(Token corrected, Token correction) {
    if (corrected.is(correction.text()) || ofOneKind(corrected, correction)) {
      return true;
    }
    Set<String> sides = Set.of("left", "right", "both");
    if (sides.contains(corrected.text()) && sides.contains(correction.text())) {
      return true;
    }
    return corrected.type() == Token.Type.NUMBER && correction.type() == Token.Type.NUMBER;
  }
}
