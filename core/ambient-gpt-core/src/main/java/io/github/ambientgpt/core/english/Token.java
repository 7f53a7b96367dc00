package io.github.ambientgpt.core.english;

/**
 * A word, a number or a mark of punctuation.
 *
 * @param text in lower case, with contractions in their usual form ({@code do n't} is {@code
 *     don't})
 * @param type what it is
 * @param begin index of its first character in the source
 * @param end index after its last character
 * @since 0.1.0
 */
public record Token(String text, Type type, int begin, int end) {
  /** What a token is. */
  public enum Type {
    WORD,
    NUMBER,
    PUNCTUATION
  }

  public boolean isWord() {
    return type != Type.PUNCTUATION;
  }

  public boolean is(String other) {
    return text.equals(other);
  }

  /** The same place with another text. */
  public Token as(String other) {
    return new Token(other, type, begin, end);
  }

  /** From this token's first character to the other's last one. */
  public Token to(Token other, String merged) {
    return new Token(merged, type, begin, other.end);
  }
}
