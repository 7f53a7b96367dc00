package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.cleaning.Clause;
import io.github.ambientgpt.core.english.StopWords;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import io.github.ambientgpt.core.vocabulary.Mention;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds what a visit names and how it was meant, after the idea of ConText (Harkema and others,
 * 2009): words before and after a term say whether it is denied, somebody else's, long ago,
 * possible, or only feared. Stricter than the checker, since a code that is missing is better than
 * one that is false.
 */
final class NamingReader {
  private static final int SCOPE = 20;
  private static final int AFTER = 5;

  private final Function<String, List<Mention>> finder;
  private boolean othersGoOn;

  /**
   * @param finder what a text names, from left to right
   */
  NamingReader(Function<String, List<Mention>> finder) {
    this.finder = finder;
  }

  List<Naming> read(List<Spoken> clauses, Transcript transcript) {
    List<Naming> namings = new ArrayList<>();
    for (Spoken spoken : clauses) {
      boolean others = isAnothers(spoken);
      Clause clause = spoken.clause();
      if (clause.question() && spoken.role() != Role.PATIENT) {
        continue; // its answer, if there is one, speaks for it
      }
      spoken.asked().ifPresent(asked -> answered(spoken, asked, transcript, namings));
      add(spoken, others, List.of(), Optional.empty(), namings);
    }
    return List.copyOf(namings);
  }

  /** "Any fever?" and "No" say together that there is no fever. */
  private void answered(Spoken answer, Clause asked, Transcript transcript, List<Naming> namings) {
    Assertion assertion =
        switch (answer.clause().reply()) {
          case YES -> Assertion.AFFIRMED;
          case PARTLY -> isList(asked, answer) ? Assertion.OPEN : Assertion.AFFIRMED;
          case NO -> Assertion.NEGATED;
          case NONE -> Assertion.OPEN;
        };
    Spoken question = new Spoken(answer.number(), asked, Optional.empty(), transcript);
    boolean others = isAnothers(answer) || isPerson(question.tokens());
    // "Any fever or chills?", "No fever, but I do have chills": what the answer names, it decides
    Set<Concept> decided =
        finder.apply(answer.text()).stream().map(Mention::concept).collect(Collectors.toSet());
    List<Naming> named = new ArrayList<>();
    add(question, others, answer.clause().evidence(), Optional.of(assertion), named);
    named.removeIf(naming -> decided.contains(naming.concept()));
    namings.addAll(named);
  }

  /** Of several things that were asked the answer names those that it means. */
  private boolean isList(Clause asked, Spoken answer) {
    Spoken question = new Spoken(answer.number(), asked, Optional.empty(), answer.transcript());
    return finder.apply(question.text()).size() > 1 && !finder.apply(answer.text()).isEmpty();
  }

  private void add(
      Spoken spoken,
      boolean others,
      List<Evidence> answer,
      Optional<Assertion> told,
      List<Naming> namings) {
    String text = spoken.text();
    List<Mention> mentions =
        finder.apply(text).stream()
            .filter(m -> !StopWords.has(text.substring(m.beginChar(), m.endChar())))
            .toList();
    BitSet body = new BitSet();
    for (Mention mention : mentions) {
      if (mention.concept().kind() == ConceptKind.BODY_PART) {
        body.set(spoken.token(mention.beginChar()), spoken.token(mention.endChar() - 1) + 1);
      }
    }
    for (Mention mention : mentions) {
      int from = spoken.token(mention.beginChar());
      int to = spoken.token(mention.endChar() - 1) + 1;
      Assertion assertion =
          others ? Assertion.ANOTHERS : told.orElseGet(() -> assertion(spoken, from, to));
      int wideFrom = wideFrom(spoken.tokens(), from, body);
      int wideTo = wideTo(spoken.tokens(), to, body);
      List<Evidence> evidence = new ArrayList<>(spoken.evidence(wideFrom, wideTo));
      evidence.addAll(answer);
      String words =
          String.join(
              " ", spoken.tokens().subList(wideFrom, wideTo).stream().map(Token::text).toList());
      namings.add(
          new Naming(
              mention.concept(),
              text.substring(mention.beginChar(), mention.endChar()),
              words,
              assertion,
              spoken.role(),
              spoken.number(),
              evidence));
    }
  }

  /** "right shoulder" and "chronic" belong to the "pain" behind them. */
  private static int wideFrom(List<Token> tokens, int from, BitSet body) {
    int first = from;
    while (first > 0
        && (body.get(first - 1) || Cues.is("qualifier", tokens.get(first - 1).text()))) {
      first--;
    }
    return first;
  }

  /** "in my right shoulder" belongs to the "pain" before it. */
  private static int wideTo(List<Token> tokens, int to, BitSet body) {
    int last = to;
    for (int i = to; i < tokens.size(); i++) {
      String word = tokens.get(i).text();
      boolean side = i > to && Cues.is("side", word); // "on the right", but not "right?"
      if (body.get(i) || side) {
        last = i + 1;
      } else if (!Cues.is("joint", word) && !Cues.is("qualifier", word)) {
        break;
      }
    }
    return last;
  }

  private static Assertion assertion(Spoken spoken, int from, int to) {
    List<Token> tokens = spoken.tokens();
    if (spoken.clause().question()) {
      return Assertion.OPEN;
    }
    Assertion assertion = Assertion.AFFIRMED;
    for (int i = Math.max(0, from - SCOPE); i < from; i++) {
      String word = tokens.get(i).text();
      if (Cues.at("ends", tokens, i) > 0) {
        assertion = Assertion.AFFIRMED;
      }
      if (Cues.at("not-negation", tokens, i) > 0) {
        i += Cues.at("not-negation", tokens, i) - 1;
      } else if (Cues.at("negation", tokens, i) > 0 || word.endsWith("n't")) {
        assertion = Assertion.NEGATED;
      } else if (assertion != Assertion.NEGATED) {
        assertion = weaker(tokens, i, assertion);
      }
    }
    for (int i = to; i < Math.min(tokens.size(), to + AFTER); i++) {
      if (Cues.at("negation-after", tokens, i) > 0) {
        return Assertion.NEGATED;
      }
    }
    if (assertion == Assertion.AFFIRMED && Cues.within("past", tokens)) {
      return Assertion.PAST;
    }
    return assertion;
  }

  private static Assertion weaker(List<Token> tokens, int at, Assertion before) {
    if (Cues.at("hypothetical", tokens, at) > 0) {
      return Assertion.HYPOTHETICAL;
    }
    return Cues.at("possible", tokens, at) > 0 && before == Assertion.AFFIRMED
        ? Assertion.POSSIBLE
        : before;
  }

  /**
   * Of somebody of the family or the household, in this clause or, by a mere "she" or "they", in
   * one before. A clinician's "she" is the patient.
   */
  private boolean isAnothers(Spoken spoken) {
    List<Token> tokens = spoken.tokens();
    if (tokens.isEmpty()) {
      return othersGoOn && spoken.role() == Role.PATIENT;
    }
    boolean goesOn =
        othersGoOn
            && spoken.role() == Role.PATIENT
            && tokens.stream().limit(3).anyMatch(t -> Cues.is("they", t.text()));
    othersGoOn = isPerson(tokens) || goesOn;
    return othersGoOn;
  }

  /** "my wife says that I snore" is of the patient. */
  private static boolean isPerson(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (Cues.at("person", tokens, i) > 0) {
        boolean tells =
            tokens.subList(i + 1, Math.min(tokens.size(), i + 4)).stream()
                .anyMatch(t -> Cues.is("tells", t.text()));
        if (!tells) {
          return true;
        }
      }
    }
    return false;
  }
}
