package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.cleaning.Words;
import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Puts a spoken sentence into the words of a note: contractions are written out, "like that" and
 * its kin are left out, a statement that was wrapped in "the thing is that" stands alone, and
 * nothing hangs open at the end.
 */
final class SpokenToWritten {
  private static final Set<String> HOSTS = Phrases.english().group("contracting");

  private static final Phrases PHRASES = Phrases.english();
  private static final Conjugation VERBS = new Conjugation();

  private SpokenToWritten() {}

  /** May be empty: then nothing was said that can stand. */
  static List<Token> written(List<Token> tokens) {
    return closed(unwrapped(replaced(expanded(tokens))));
  }

  // -- contractions

  private static List<Token> expanded(List<Token> tokens) {
    List<Token> told = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      String text = token.text();
      int apostrophe = text.lastIndexOf('\'');
      if (text.endsWith("n't")) {
        told.addAll(Words.fixed(negated(text), token));
      } else if (apostrophe <= 0) {
        told.add(token);
      } else {
        String host = text.substring(0, apostrophe);
        String verb = verb(host, text.substring(apostrophe + 1), tokens, i);
        told.addAll(verb.isEmpty() ? List.of(token) : Words.fixed(host + " " + verb, token));
      }
    }
    return told;
  }

  private static String negated(String text) {
    return switch (text) {
      case "can't" -> "cannot";
      case "won't" -> "will not";
      default -> text.substring(0, text.length() - "n't".length()) + " not";
    };
  }

  /** Empty when the ending is a genitive's, or belongs to the word. */
  private static String verb(String host, String ending, List<Token> tokens, int i) {
    String after = i + 1 < tokens.size() ? tokens.get(i + 1).text() : "";
    return switch (ending) {
      case "re" -> "are";
      case "ve" -> "have";
      case "ll" -> "will";
      case "d" -> PHRASES.has("after-had", after) || VERBS.isPast(after) ? "had" : "would";
      case "s" ->
          HOSTS.contains(host)
              ? PHRASES.has("after-has", after)
                  ? "has"
                  : PHRASES.has("genitive-host", host) && !PHRASES.has("after-is", after)
                      ? ""
                      : "is"
              : after.equals("been") ? "has" : PHRASES.has("after-is", after) ? "is" : "";
      default -> "";
    };
  }

  // -- what is said for want of a better word

  private static List<Token> replaced(List<Token> tokens) {
    List<Token> told = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean last = i + 1 == tokens.size();
      if (i + 1 < tokens.size()
          && (token.is("kind") || token.is("sort"))
          && tokens.get(i + 1).is("of")
          && (i == 0 || PHRASES.has("kinds", tokens.get(i - 1).text()))) {
        i++;
      } else if (!last && (token.is("sort") || token.is("sorts")) && tokens.get(i + 1).is("of")) {
        told.add(token.as("kind"));
      } else if (token.is("like") && !last && tokens.get(i + 1).is("that") && isOpen(tokens, i)) {
        if (i > 0 && PHRASES.has("before-that-way", tokens.get(i - 1).text())) {
          told.addAll(Words.fixed("that way", token));
        }
        i++;
      } else if (token.is("like") && i + 2 < tokens.size() && tokens.get(i + 1).is("that")) {
        told.add(token);
        told.add(tokens.get(++i).as("the"));
      } else if (token.is("cause")
          && !last
          && tokens.get(i + 1).is("of")
          && (i == 0 || !PHRASES.has("not-because", tokens.get(i - 1).text()))) {
        told.add(token.as("because"));
      } else if (token.is("okay") || token.is("ok")) {
        told.add(token.as("fine"));
      } else {
        told.add(token);
      }
    }
    return told;
  }

  /** "like that" with nothing after it that it could belong to, as in "they like that option". */
  private static boolean isOpen(List<Token> tokens, int like) {
    int after = like + 2;
    return after >= tokens.size()
        || !tokens.get(after).isWord()
        || PHRASES.has("after-like-that", tokens.get(after).text());
  }

  // -- what it was wrapped in

  /** "(the thing) is that the patient tends to get pneumonia" says what follows "that". */
  private static List<Token> unwrapped(List<Token> tokens) {
    int from = 0;
    while (from < tokens.size()
        && (!tokens.get(from).isWord() || PHRASES.has("wrapping", tokens.get(from).text()))) {
      from++;
    }
    boolean inverted = from < tokens.size() && tokens.get(from).is("is");
    if (inverted) {
      from += from + 1 < tokens.size() && tokens.get(from + 1).is("that") ? 2 : 1;
    }
    return tokens.subList(Math.min(from, tokens.size()), tokens.size());
  }

  // -- its end

  /** Takes words from the end until one can end a sentence. */
  private static List<Token> closed(List<Token> tokens) {
    int to = tokens.size();
    while (to > 0 && hangs(tokens.subList(0, to))) {
      to--;
    }
    return List.copyOf(tokens.subList(0, to));
  }

  private static boolean hangs(List<Token> tokens) {
    Token last = tokens.get(tokens.size() - 1);
    if (!last.isWord() && !last.is("%")) {
      return true;
    }
    int size = tokens.size();
    if (size > 2 && PHRASES.at("how-often", tokens, size - 3) == 3) { // "now and then"
      return false;
    }
    List<Token> before = tokens.subList(0, size - 1);
    return PHRASES.has("dangling", last.text())
        || PHRASES.has("stranded", last.text())
            && before.stream().noneMatch(token -> PHRASES.has("opening", token.text()));
  }
}
