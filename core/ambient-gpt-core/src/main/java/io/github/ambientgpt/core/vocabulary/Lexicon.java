package io.github.ambientgpt.core.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Terms of one or more words, each with a value. Immutable, for any thread.
 *
 * <p>Terms are compared without regard to case, hyphens and possessives, and a plural is found by
 * its singular. A term that its table has in capitals, because in small letters it is another word
 * ({@code SOB}), is found only where the text has capitals too; spelled capitals ({@code M R I})
 * are one term.
 *
 * @param <T> what is known of a term
 * @since 0.1.0
 */
public final class Lexicon<T> {
  /** What takes "es" in the plural. */
  private static final Pattern HISSING = Pattern.compile("(s|x|z|ch|sh|o)es$");

  private final Map<String, T> terms;
  private final Map<String, T> capitals;
  private final int longest;

  private Lexicon(Builder<T> builder) {
    this.terms = builder.terms;
    this.capitals = builder.capitals;
    this.longest = builder.longest;
  }

  /** The terms in a text from left to right; of those that overlap the first, and the longest. */
  public List<Match<T>> find(String text) {
    Words words = Words.of(text);
    List<Match<T>> matches = new ArrayList<>();
    int first = 0;
    while (first < words.size()) {
      int last = first;
      while (last + 1 < words.size() && last - first + 1 < longest && words.joined(last + 1)) {
        last++;
      }
      T value = null;
      while (last >= first && (value = value(words, first, last)) == null) {
        last--;
      }
      if (value != null) {
        matches.add(new Match<>(value, words.begin(first), words.end(last)));
      }
      first = Math.max(first, last) + 1;
    }
    return List.copyOf(matches);
  }

  /** What is known of a term that is the whole of a text; capitals are not needed. */
  public Optional<T> get(String term) {
    String key = Words.normal(term);
    T value = value(key);
    return Optional.ofNullable(value == null ? capitals.get(key) : value);
  }

  /** How many terms there are. */
  public int size() {
    return terms.size() + capitals.size();
  }

  private T value(Words words, int first, int last) {
    String key = words.normal(first, last);
    if (words.isCapitals(first, last)) {
      String letters = words.isSpelled(first, last) ? key.replace(" ", "") : key;
      T value = capitals.get(letters);
      if (value == null) {
        value = terms.get(letters);
      }
      if (value != null) {
        return value;
      }
    }
    return value(key);
  }

  private T value(String key) {
    T value = terms.get(key);
    int length = key.length();
    if (value != null || length < 4 || !key.endsWith("s") || key.endsWith("ss")) {
      return value;
    }
    value = terms.get(key.substring(0, length - 1));
    if (value == null && key.endsWith("ies")) {
      value = terms.get(key.substring(0, length - 3) + "y");
    }
    if (value == null && length > 5 && HISSING.matcher(key).find()) {
      value = terms.get(key.substring(0, length - 2));
    }
    return value;
  }

  /** Collects terms; the first to claim a term keeps it. */
  static final class Builder<T> {
    private final Map<String, T> terms;
    private final Map<String, T> capitals = new HashMap<>();
    private int longest;

    Builder(int expected) {
      this.terms = new HashMap<>(expected * 4 / 3 + 1);
    }

    Builder<T> add(String term, T value) {
      String key = Words.normal(term);
      (isCapitals(term) ? capitals : terms).putIfAbsent(key, value);
      longest = Math.max(longest, count(key));
      return this;
    }

    /** The value of a term so far, or null. */
    T get(String term) {
      return terms.get(Words.normal(term));
    }

    Lexicon<T> build() {
      return new Lexicon<>(this);
    }

    private static int count(String key) {
      int words = 1;
      for (int i = key.indexOf(' '); i >= 0; i = key.indexOf(' ', i + 1)) {
        words++;
      }
      return words;
    }

    private static boolean isCapitals(String term) {
      boolean letters = false;
      for (int i = 0; i < term.length(); i++) {
        char c = term.charAt(i);
        if (c >= 'a' && c <= 'z') {
          return false;
        }
        letters |= c >= 'A' && c <= 'Z';
      }
      return letters;
    }
  }
}
