package io.github.ambientgpt.core.cleaning;

import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.transcript.Role;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing that was said: a sentence, or a clause of one that runs on.
 *
 * @param role who said it
 * @param tokens cleaned of fillers, repetitions and openers; may be empty when nothing else was
 *     said
 * @param reply what its first words answer to a question before it
 * @param question whether it asks
 * @param evidence where it was said
 * @since 0.1.0
 */
public record Clause(
    Role role, List<Token> tokens, Reply reply, boolean question, List<Evidence> evidence) {
  /** What the first words of a clause answer. */
  public enum Reply {
    YES,
    NO,
    /** "A little bit", "just when …": yes, with a qualification. */
    PARTLY,
    NONE
  }

  public Clause {
    tokens = List.copyOf(tokens);
    evidence = List.copyOf(evidence);
  }

  public Clause withTokens(List<Token> others) {
    return new Clause(role, others, reply, question, evidence);
  }

  public Clause withReply(Reply other) {
    return new Clause(role, tokens, other, question, evidence);
  }

  /** The words, separated by single spaces, for cues to be matched against. */
  public String words() {
    return tokens.stream().filter(Token::isWord).map(Token::text).collect(Collectors.joining(" "));
  }

  public int length() {
    return (int) tokens.stream().filter(Token::isWord).count();
  }
}
