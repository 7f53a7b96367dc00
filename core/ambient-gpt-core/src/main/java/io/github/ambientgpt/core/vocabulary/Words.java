package io.github.ambientgpt.core.vocabulary;

import java.util.Arrays;

/**
 * A text as normalised words, so that one spelling in a table stands for many in a text. Letters
 * become lower case; a run of letters and a run of digits are words of their own ({@code 5mg} is
 * {@code 5 mg}, {@code A1c} is {@code a 1 c}); the apostrophe of a possessive goes ({@code Crohn's}
 * is {@code crohns}), that of a contraction stays ({@code I'll} is not {@code ill}).
 *
 * <p>Words are <i>joined</i> when a term may run over both: nothing, blanks, or one hyphen, slash,
 * full stop or ampersand without blanks stands between ({@code b.i.d.}, {@code x-ray}), but no
 * comma and no end of a sentence.
 */
final class Words {
  private final String text;
  private final StringBuilder normal;
  private int[] begin = new int[16];
  private int[] end = new int[16];
  private int[] normalBegin = new int[16];
  private boolean[] joined = new boolean[16];
  private int[] normalEnd = new int[16];
  private int size;

  private Words(String text) {
    this.text = text;
    this.normal = new StringBuilder(text.length() + 8);
  }

  static Words of(String text) {
    Words words = new Words(text);
    words.split();
    return words;
  }

  /** The form under which a term is kept. */
  static String normal(String term) {
    return isNormal(term) ? term : of(term).normal.toString();
  }

  int size() {
    return size;
  }

  int begin(int word) {
    return begin[word];
  }

  int end(int word) {
    return end[word];
  }

  /** Whether a term may run over this word and the one before. */
  boolean joined(int word) {
    return joined[word];
  }

  /** The normal form of some words in a row, separated by blanks. */
  String normal(int first, int last) {
    return normal.substring(normalBegin[first], normalEnd[last]);
  }

  /** Whether these words have letters and all of them are capitals. */
  boolean isCapitals(int first, int last) {
    boolean letters = false;
    for (int i = begin[first]; i < end[last]; i++) {
      char c = text.charAt(i);
      if (Character.isLowerCase(c)) {
        return false;
      }
      letters |= Character.isUpperCase(c);
    }
    return letters;
  }

  /** Whether these are two or more words of one letter each. */
  boolean isSpelled(int first, int last) {
    for (int word = first; word <= last; word++) {
      if (end[word] - begin[word] > 1) {
        return false;
      }
    }
    return last > first;
  }

  /** Most terms in tables are normal already: one blank between runs of one sort. */
  private static boolean isNormal(String term) {
    int before = 0;
    for (int i = 0; i < term.length(); i++) {
      char c = term.charAt(i);
      int sort = c == ' ' ? 1 : c >= 'a' && c <= 'z' ? 2 : c >= '0' && c <= '9' ? 3 : 0;
      if (sort == 0 || (sort == 1 && before <= 1) || (sort > 1 && before > 1 && sort != before)) {
        return false;
      }
      before = sort;
    }
    return before > 1;
  }

  private void split() {
    int i = 0;
    int length = text.length();
    while (i < length) {
      int sort = sort(text.charAt(i));
      if (sort == 0) {
        i++;
        continue;
      }
      int from = i++;
      if (sort < 3) {
        while (i < length && (sort(text.charAt(i)) == sort || isApostrophe(i, sort))) {
          i++;
        }
      }
      add(from, i);
    }
  }

  private void add(int from, int to) {
    if (size == begin.length) {
      grow();
    }
    if (size > 0) {
      normal.append(' ');
    }
    begin[size] = from;
    end[size] = to;
    joined[size] = size > 0 && isJoint(end[size - 1], from);
    normalBegin[size] = normal.length();
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean possessive = i == to - 2 && Character.toLowerCase(text.charAt(i + 1)) == 's';
      if (Character.isLetterOrDigit(c) || sort(c) == 3) {
        normal.append(Character.toLowerCase(c));
      } else if (!possessive) {
        normal.append('\'');
      }
    }
    normalEnd[size] = normal.length();
    size++;
  }

  private boolean isApostrophe(int i, int sort) {
    char c = text.charAt(i);
    return (c == '\'' || c == '\u2019')
        && sort == 1
        && i + 1 < text.length()
        && sort(text.charAt(i + 1)) == 1;
  }

  private boolean isJoint(int from, int to) {
    if (to - from == 1 && "-/.&\u2010\u2011\u2013".indexOf(text.charAt(from)) >= 0) {
      return true;
    }
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != ' ' && text.charAt(i) != '\u00a0') {
        return false;
      }
    }
    return true;
  }

  private static int sort(char c) {
    if (Character.isLetter(c)) {
      return 1;
    }
    if (Character.isDigit(c)) {
      return 2;
    }
    return c == '%' || c == '\u00b0' ? 3 : 0;
  }

  private void grow() {
    int capacity = size * 2;
    begin = Arrays.copyOf(begin, capacity);
    end = Arrays.copyOf(end, capacity);
    normalBegin = Arrays.copyOf(normalBegin, capacity);
    normalEnd = Arrays.copyOf(normalEnd, capacity);
    joined = Arrays.copyOf(joined, capacity);
  }
}
