package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.vocabulary.Verb;
import io.github.ambientgpt.core.vocabulary.VerbForms;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts verbs into the third person and the past. Immutable. */
final class Conjugation {
  private static final Map<String, String> AUXILIARY = Persons.written("verb");

  private static final Set<String> INVARIABLE = Phrases.english().group("verb-invariable");

  private final Phrases phrases = Phrases.english();
  private final VerbForms known = Vocabulary.english().verbs();

  boolean isBase(String word) {
    return known.byBase(word).isPresent();
  }

  /** The base form of a verb's form. */
  Optional<String> base(String word) {
    return known.byForm(word).map(Verb::base);
  }

  boolean isPast(String word) {
    if (isBase(word)) {
      return false;
    }
    Optional<Verb> verb = known.byForm(word);
    return verb.map(v -> v.past().equals(word) || v.participle().equals(word))
        .orElse(word.length() > 4 && word.endsWith("ed"));
  }

  boolean isAuxiliary(String word) {
    return AUXILIARY.containsKey(word) || INVARIABLE.contains(word);
  }

  /** Whether a clause with these words can stand as a sentence; an order begins with its verb. */
  boolean isSentence(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      boolean leads = i == 0 || phrases.has("before-verb", tokens.get(i - 1).text());
      if (isFinite(tokens.get(i).text(), leads)) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param leads whether it opens the sentence or stands after its subject, where a word that is as
   *     often a noun is a verb
   */
  private boolean isFinite(String word, boolean leads) {
    int apostrophe = word.indexOf('\'');
    if (apostrophe > 0 || isAuxiliary(word) || phrases.has("plain-verb", word)) {
      return apostrophe < 0
          || word.endsWith("n't")
          || phrases.has("contracting", word.substring(0, apostrophe));
    }
    Optional<Verb> known = this.known.byForm(word);
    if (known.isEmpty() || known.get().progressive().equals(word)) {
      return false;
    }
    Verb verb = known.get();
    boolean past = verb.past().equals(word) || verb.participle().equals(word);
    return leads || (past ? !verb.base().equals(word) : !verb.oftenNoun());
  }

  /** "feel" becomes "feels", "have" "has"; a form that does not change with the person stays. */
  String thirdPerson(String word) {
    if (AUXILIARY.containsKey(word)) {
      return AUXILIARY.get(word);
    }
    if (INVARIABLE.contains(word)) {
      return word;
    }
    // "I put ice on it" is nearly always told of the past
    return known
        .byBase(word)
        .filter(v -> !v.past().equals(word))
        .map(Verb::thirdPerson)
        .orElse(word);
  }

  /** "gave" becomes "given". */
  String participle(String form) {
    return known.byForm(form).map(Verb::participle).orElse(form);
  }

  /** "feel" becomes "felt". */
  String past(String base) {
    return known.byBase(base).map(Verb::past).orElse(base);
  }
}
