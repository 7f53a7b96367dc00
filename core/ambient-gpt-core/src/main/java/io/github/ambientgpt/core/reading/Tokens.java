package io.github.ambientgpt.core.reading;

import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.Lexicon;
import io.github.ambientgpt.core.vocabulary.Match;
import io.github.ambientgpt.core.vocabulary.Mention;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text cut once. A place in it is the index of a token, and leads back to the source. The
 * vocabulary is looked up here and nowhere else. Immutable.
 *
 * @since 0.1.0
 */
public final class Tokens {
  /**
   * Something that was found.
   *
   * @param value what it is
   * @param words where it stands
   */
  public record Found<T>(T value, Range words) {}

  private static final String JOINTS = "./-&";
  private static final Pattern SHOUTED = Pattern.compile("\\p{Lu}{5}");

  private final List<Token> tokens;
  private final String source;
  private final boolean capitalsMean;
  private final String text;
  private final int[] starts;

  private Tokens(List<Token> tokens, String source) {
    this.tokens = List.copyOf(tokens);
    this.source = source;
    this.capitalsMean =
        source.chars().anyMatch(Character::isLowerCase) || !SHOUTED.matcher(source).find();
    this.starts = new int[tokens.size()];
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      written.append(gap(i));
      starts[i] = written.length();
      written.append(isDegree(i) ? "°" : "");
      written.append(token(tokens.get(i)));
    }
    this.text = written.toString();
  }

  public static Tokens of(String source) {
    return new Tokens(Tokenizer.tokens(source), source);
  }

  /**
   * @param cleaned some tokens of a source
   * @param source what their places point into, which tells capitals and joints; empty when they
   *     are of several
   */
  public static Tokens of(List<Token> cleaned, String source) {
    return new Tokens(cleaned, source);
  }

  public int size() {
    return tokens.size();
  }

  public boolean isEmpty() {
    return tokens.isEmpty();
  }

  public Token get(int token) {
    return tokens.get(token);
  }

  /** A token's text in lower case; empty before the first and after the last. */
  public String word(int token) {
    return token < 0 || token >= tokens.size() ? "" : tokens.get(token).text();
  }

  public List<Token> list() {
    return tokens;
  }

  public String source() {
    return source;
  }

  /** Some of its words, separated by single blanks. */
  public String words(Range range) {
    return tokens.subList(range.from(), range.to()).stream()
        .map(Token::text)
        .collect(Collectors.joining(" "));
  }

  /** All clinical concepts, from left to right, without overlaps. */
  public List<Found<Concept>> concepts() {
    List<Found<Concept>> found = new ArrayList<>();
    for (Mention mention : Vocabulary.english().mentions(text)) {
      found.add(new Found<>(mention.concept(), range(mention.beginChar(), mention.endChar())));
    }
    return found;
  }

  /** The terms of a lexicon, from left to right, without overlaps. */
  public <T> List<Found<T>> find(Lexicon<T> lexicon) {
    List<Found<T>> found = new ArrayList<>();
    for (Match<T> match : lexicon.find(text)) {
      found.add(new Found<>(match.value(), range(match.beginChar(), match.endChar())));
    }
    return found;
  }

  /** As it is written there, with the capitals that mean something. */
  public String written(Range range) {
    int end =
        range.to() < tokens.size()
            ? starts[range.to()] - gap(range.to()).length() - (isDegree(range.to()) ? 1 : 0)
            : text.length();
    return text.substring(starts[range.from()], Math.max(starts[range.from()], end));
  }

  /** What stands between a token and the one before: a joint, nothing, or a blank. */
  public String gap(int token) {
    if (token == 0) {
      return "";
    }
    int from = tokens.get(token - 1).end();
    int to = tokens.get(token).begin();
    boolean joint =
        to - from == 1 && to < source.length() && JOINTS.indexOf(source.charAt(from)) >= 0;
    return joint ? source.substring(from, to) : from == to ? "" : " ";
  }

  private Range range(int beginChar, int endChar) {
    return new Range(tokenAt(beginChar), tokenAt(endChar - 1) + 1);
  }

  /** "37 °C", whose sign is no token. */
  private boolean isDegree(int token) {
    int from = token == 0 ? 0 : tokens.get(token - 1).end();
    int to = tokens.get(token).begin();
    return token > 0 && to > from && to <= source.length() && source.charAt(to - 1) == '°';
  }

  private String token(Token token) {
    if (!capitalsMean || token.end() > source.length()) {
      return token.text();
    }
    String original = source.substring(token.begin(), token.end()).replace(" ", ""); // "C O P D"
    boolean same = original.equalsIgnoreCase(token.text());
    return same && original.chars().noneMatch(Character::isLowerCase) ? original : token.text();
  }

  private int tokenAt(int character) {
    int at = Arrays.binarySearch(starts, character);
    return at >= 0 ? at : -at - 2;
  }

  /** Without the words: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "Tokens[" + tokens.size() + "]";
  }
}
