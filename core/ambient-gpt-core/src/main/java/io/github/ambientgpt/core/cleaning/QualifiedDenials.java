package io.github.ambientgpt.core.cleaning;

import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A no that is none: "No, except when I climb stairs", "No drugs. Well, a gummy now and then". It
 * is a yes with what comes after it.
 */
final class QualifiedDenials {
  /** "No", "no drugs", "not really": what a no says before its exception, and no more. */
  private static final int LONGEST_NO = 4;

  private static final int LONGEST_HABIT = 8;

  private static final Set<ConceptKind> COMPLAINTS =
      Set.of(ConceptKind.SYMPTOM, ConceptKind.CONDITION, ConceptKind.FINDING);

  private static final Phrases PHRASES = Phrases.english();

  private QualifiedDenials() {}

  /** What one speaker said, a no and its exception as one clause. */
  static List<Clause> joined(List<Clause> clauses) {
    List<Clause> joined = new ArrayList<>();
    for (Clause clause : clauses) {
      int last = joined.size() - 1;
      Optional<Clause> together = last < 0 ? Optional.empty() : together(joined.get(last), clause);
      if (together.isPresent()) {
        joined.set(last, together.get());
      } else {
        joined.add(within(clause));
      }
    }
    return joined;
  }

  /** "No, except at night", "not really, only when I run", in one breath. */
  private static Clause within(Clause clause) {
    if (clause.reply() != Clause.Reply.NO) {
      return clause;
    }
    List<Token> words = clause.tokens();
    int from = PHRASES.at("no", words, 0);
    while (from < words.size() && !words.get(from).isWord()) {
      from++;
    }
    return rest(words.subList(from, words.size()))
        .map(rest -> clause.withReply(Clause.Reply.PARTLY).withTokens(rest))
        .orElse(clause);
  }

  private static Optional<Clause> together(Clause no, Clause next) {
    if (no.reply() != Clause.Reply.NO || no.length() > LONGEST_NO || next.question()) {
      return Optional.empty();
    }
    return rest(next.tokens())
        .or(() -> Optional.of(next.tokens()).filter(QualifiedDenials::isHabit))
        .map(
            rest -> {
              List<Evidence> both = new ArrayList<>(no.evidence());
              both.addAll(next.evidence());
              return new Clause(no.role(), rest, Clause.Reply.PARTLY, false, both);
            });
  }

  /** What is excepted: "when I climb stairs" of "except when …", "only when …". */
  private static Optional<List<Token>> rest(List<Token> words) {
    int from = PHRASES.at("exception", words, 0);
    if (PHRASES.at("exception-only", words, 0) > 0) {
      from = 1;
    }
    return from == 0 ? Optional.empty() : Optional.of(words.subList(from, words.size()));
  }

  /** "A gummy now and then", "maybe one at a party"; "a cough now and then" is another thing. */
  private static boolean isHabit(List<Token> words) {
    boolean often = PHRASES.within("how-often", words) || PHRASES.at("perhaps", words, 0) > 0;
    String text = words.stream().map(Token::text).collect(Collectors.joining(" "));
    return often
        && words.size() <= LONGEST_HABIT
        && PHRASES.at("habit-begins", words, 0) > 0
        && Vocabulary.english().mentions(text).stream()
            .noneMatch(mention -> COMPLAINTS.contains(mention.concept().kind()));
  }
}
