package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.text.StopWords;
import io.github.ambientgpt.core.text.Token;
import io.github.ambientgpt.core.text.Tokenizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes once what was said twice. */
final class Repeats {
  /** However often something was said, a reader looks at no more places. */
  private static final int MOST_PLACES = 6;

  private Repeats() {}

  /**
   * Of two facts of a kind where one says all that the other does, the fuller one, resting on both.
   */
  static List<Fact> merged(List<Fact> facts) {
    List<Fact> kept = new ArrayList<>();
    List<Set<String>> said = new ArrayList<>();
    for (Fact fact : facts) {
      Set<String> words = words(fact);
      int twin = twin(kept, said, fact, words);
      if (twin < 0) {
        kept.add(fact);
        said.add(words);
      } else {
        boolean fuller = words.size() > said.get(twin).size();
        kept.set(twin, both(fuller ? fact : kept.get(twin), fuller ? kept.get(twin) : fact));
        said.set(twin, fuller ? words : said.get(twin));
      }
    }
    return List.copyOf(kept);
  }

  private static int twin(List<Fact> kept, List<Set<String>> said, Fact fact, Set<String> words) {
    for (int i = 0; i < kept.size(); i++) {
      Fact other = kept.get(i);
      if (other.content() == fact.content()
          && (other.topic().equals(fact.topic())
              || other.topic().isEmpty()
              || fact.topic().isEmpty())
          && (said.get(i).containsAll(words) || words.containsAll(said.get(i)))) {
        return i;
      }
    }
    return -1;
  }

  private static Fact both(Fact fuller, Fact other) {
    Set<Evidence> evidence = new java.util.LinkedHashSet<>(fuller.evidence());
    evidence.addAll(other.evidence());
    List<Evidence> places = evidence.stream().limit(MOST_PLACES).toList();
    String topic = fuller.topic().isEmpty() ? other.topic() : fuller.topic();
    return new Fact(
        fuller.content(), topic, fuller.text(), Math.max(fuller.weight(), other.weight()), places);
  }

  /** Negations count: "fever" and "no fever" are two things. */
  private static Set<String> words(Fact fact) {
    Set<String> words =
        Tokenizer.tokens(fact.text()).stream()
            .filter(Token::isWord)
            .map(Token::text)
            .filter(word -> !StopWords.has(word))
            .map(
                word ->
                    word.length() > 3 && word.endsWith("s")
                        ? word.substring(0, word.length() - 1)
                        : word)
            .collect(Collectors.toCollection(HashSet::new));
    return words.isEmpty() ? Set.of(fact.text()) : words;
  }
}
