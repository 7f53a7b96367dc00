package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.cleaning.Clause;
import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.note.Content;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what the patient is here for: what the clinician says that it is; until that is said, the
 * first complaint that anybody names.
 */
final class Complaint {
  private static final int LONGEST = 9;

  private static final Pattern HURTS = Pattern.compile("(?i)(.*?) ?(?:hurts?|hurting)\\.");

  private final Phrases phrases = Phrases.english();
  private final ThirdPerson thirdPerson;
  private final FactCollector draft;

  /** The first question that takes a complaint for granted: "when did the nausea start?". */
  private Optional<Clause> asked = Optional.empty();

  Complaint(ThirdPerson thirdPerson, FactCollector draft) {
    this.thirdPerson = thirdPerson;
    this.draft = draft;
  }

  /** A clinician asks something. */
  void hear(Clause question) {
    if (asked.isEmpty()
        && phrases.at("presupposes", question.tokens(), 0) > 0
        && !phrases.within("family", question.tokens())
        && Clinical.of(question.tokens()).names(ConceptKind.SYMPTOM)) {
      asked = Optional.of(question);
    }
  }

  /** The visit is over: what nobody told, a question may have named. */
  void end() {
    asked.ifPresent(question -> read(question, Clinical.of(question.tokens())));
  }

  void read(Clause clause, Clinical clinical) {
    Optional<List<Token>> reason = presented(clause.tokens());
    if (reason.isPresent()) {
      draft.withdraw(Content.CHIEF_COMPLAINT);
    }
    if (!draft.has(Content.CHIEF_COMPLAINT)) {
      reason
          .or(() -> named(clause.tokens(), clinical))
          .map(words -> Prose.sentence(thirdPerson.of(clause.role(), words)))
          .map(text -> worded(text, clinical))
          .filter(text -> !text.isEmpty())
          .ifPresent(text -> draft.add(Content.CHIEF_COMPLAINT, "", text, 1, clause));
    }
  }

  /** As a clinician words it: "knee hurts" is knee pain; empty when it does not say what hurts. */
  private static String worded(String text, Clinical clinical) {
    Matcher hurts = HURTS.matcher(text);
    if (!hurts.matches()) {
      return text;
    }
    String part =
        hurts.group(1).isBlank()
            ? clinical.first(ConceptKind.BODY_PART).orElse("")
            : hurts.group(1).strip();
    return part.isEmpty() ? "" : Prose.capitalized(part) + " pain.";
  }

  /** What follows "presents today with" or "is here for". */
  private Optional<List<Token>> presented(List<Token> tokens) {
    for (int i = 0; i + 2 < tokens.size(); i++) {
      if (phrases.has("presenting", tokens.get(i).text())) {
        int from = skip(tokens, i + 1, "presenting-where");
        if (from + 1 < tokens.size()
            && (tokens.get(from).is("with") || tokens.get(from).is("for"))) {
          from = skip(tokens, from + 1, "complaint-before");
          int to = from;
          while (to < tokens.size()
              && to - from < LONGEST
              && tokens.get(to).isWord()
              && !phrases.has("complaint-after", tokens.get(to).text())) {
            to++;
          }
          return from == to ? Optional.empty() : Optional.of(tokens.subList(from, to));
        }
      }
    }
    return Optional.empty();
  }

  private int skip(List<Token> tokens, int from, String group) {
    int next = from;
    while (next < tokens.size() && phrases.at(group, tokens, next) > 0) {
      next += phrases.at(group, tokens, next);
    }
    return next;
  }

  /** "pain", with the part of the body that stands beside it. */
  private Optional<List<Token>> named(List<Token> tokens, Clinical clinical) {
    Optional<List<Token>> complaint = clinical.complaint().map(Tokenizer::tokens);
    if (complaint.isEmpty()) {
      return complaint;
    }
    int from = at(tokens, complaint.get());
    if (from < 0) {
      return complaint;
    }
    int to = from + complaint.get().size();
    while (from > 0 && isModifier(tokens.get(from - 1))) {
      from--;
    }
    if (to + 1 < tokens.size() && phrases.has("complaint-of-part", tokens.get(to).text())) {
      for (int end = to + 2; end <= Math.min(tokens.size(), to + 7); end++) {
        List<Token> part = tokens.subList(to + 1, end);
        if (!part.get(part.size() - 1).isWord()) {
          break;
        }
        if (Clinical.of(part).names(ConceptKind.BODY_PART)) {
          to = end;
          break;
        }
      }
    }
    return Optional.of(tokens.subList(from, to));
  }

  private boolean isModifier(Token token) {
    return phrases.has("complaint-modifier", token.text())
        || Clinical.of(List.of(token)).names(ConceptKind.BODY_PART);
  }

  private static int at(List<Token> tokens, List<Token> words) {
    for (int i = 0; i + words.size() <= tokens.size(); i++) {
      boolean same = true;
      for (int k = 0; k < words.size() && same; k++) {
        same = tokens.get(i + k).is(words.get(k).text());
      }
      if (same) {
        return i;
      }
    }
    return -1;
  }
}
