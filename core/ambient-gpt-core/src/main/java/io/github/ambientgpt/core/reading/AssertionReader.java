package io.github.ambientgpt.core.reading;

import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.vocabulary.Concept;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Finds how a clause speaks of each of its words. It is ConText's idea (Harkema and others, 2009):
 * a cue holds for the words before or after it until something ends its scope. What is denied are
 * mentions: a negator within a term is part of the term. For one clause.
 */
final class AssertionReader {
  /** "The vaginal vault is": a subject has its verb this near. */
  private static final int SUBJECT = 4;

  /** "She is not feeding all that well": how far behind "not" its extent stands. */
  private static final int EXTENT = 5;

  /** Who denies by a word of their own. */
  private static final Set<String> ABSTAINER =
      Set.of("nonsmoker", "non-smoker", "nondrinker", "non-drinker");

  private static final Set<String> NOT_BE = Set.of("isn't", "aren't", "wasn't", "weren't");
  private static final Set<String> LAST = Set.of("", ".", ";", ",");

  private final boolean supposes;
  private final Tokens tokens;
  private final List<Tokens.Found<Cue>> cues;
  private final BitSet mentioned = new BitSet();
  private final BitSet begun = new BitSet();
  private final Assertion[] assertions;

  private AssertionReader(Tokens tokens, List<Tokens.Found<Concept>> mentions, boolean supposes) {
    this.supposes = supposes;
    this.tokens = tokens;
    for (Tokens.Found<Concept> mention : mentions) {
      mentioned.set(mention.words().from(), mention.words().to());
      begun.set(mention.words().from());
    }
    this.cues =
        Cues.in(tokens).stream()
            .filter(cue -> mentions.stream().noneMatch(m -> isPart(cue, m.words())))
            .toList();
    this.assertions = new Assertion[tokens.size()];
    Arrays.fill(assertions, Assertion.PLAIN);
  }

  /** A term of several words holds its own cues; one word may be a cue and a term. */
  private static boolean isPart(Tokens.Found<Cue> cue, Range mention) {
    return cue.value().sense() != Cue.Sense.STOPPED
        && mention.length() > cue.words().length()
        && mention.covers(cue.words());
  }

  /**
   * @param asks whether questions are asked in it; notes ask none
   * @param supposes whether its "if" is a condition: a patient's is "when", and a question has none
   */
  static List<Assertion> of(
      Tokens tokens,
      List<Tokens.Found<Concept>> mentions,
      boolean asks,
      boolean supposes,
      Persons persons) {
    AssertionReader reader = new AssertionReader(tokens, mentions, supposes);
    reader.denials();
    if (asks) {
      reader.questions();
    }
    reader.weaker();
    Experiencer[] whose = persons.of(tokens);
    List<Assertion> found = new ArrayList<>();
    for (int i = 0; i < whose.length; i++) {
      found.add(reader.assertions[i].with(whose[i]));
    }
    return List.copyOf(found);
  }

  private void denials() {
    int from = -1;
    int until = -1;
    int extent = -1;
    for (int i = 0; i < tokens.size(); i++) {
      Optional<Range> cue =
          isAnswer(i) ? Optional.empty() : cue(Cue.Sense.DENIED, Cue.Direction.FORWARD, i);
      if (cue.isPresent()) {
        from = cue.get().to() - 1;
        extent = extent(cue.get());
        until = extent >= 0 ? extent : from + scope(Cue.Sense.DENIED, Cue.Direction.FORWARD, i);
        if (extent >= 0) {
          set(i, Polarity.NEGATED);
          i = extent;
        }
      } else if (from >= 0
          && (i > until
              || cue(Cue.Sense.DENIED, Cue.Direction.ENDS, i).isPresent()
              || isStop(i)
              || newSubject(i)
              || newClause(from, i)
              || newFinding(i))) {
        from = -1;
      }
      if (from >= 0 || isAbstainer(i)) {
        set(i, Polarity.NEGATED);
      }
      Optional<Range> after = cue(Cue.Sense.DENIED, Cue.Direction.BACKWARD, i);
      if (after.isPresent() && LAST.contains(tokens.word(after.get().to())) || isPassive(cue, i)) {
        back(
            i, scope(Cue.Sense.DENIED, Cue.Direction.BACKWARD, i), at -> set(at, Polarity.NEGATED));
      }
    }
  }

  private boolean isAbstainer(int i) {
    String word = tokens.word(i);
    return ABSTAINER.contains(word)
        || tokens.word(i - 1).equals("never") && (word.equals("smoker") || word.equals("drinker"));
  }

  /** "Not feeding well", "not always": the index of what is denied of the thing; -1 for none. */
  private int extent(Range negator) {
    for (int i = negator.to(); i < Math.min(tokens.size(), negator.to() + EXTENT); i++) {
      String word = tokens.word(i);
      if (Cues.is(WordClass.EXTENT, word) && !mentioned.get(i)) {
        boolean asWell = word.equals("well") && tokens.word(i - 1).equals("as");
        return asWell ? -1 : i;
      }
      if (isStop(i) || word.equals(",") || begun.get(i) && !isVerb(i)) {
        return -1;
      }
    }
    return -1;
  }

  private boolean isVerb(int i) {
    return WordForms.isVerb(tokens.word(i));
  }

  /** "An MRI is not needed". */
  private boolean isPassive(Optional<Range> cue, int i) {
    return cue.isPresent()
        && Cues.is(WordClass.WANTED, tokens.word(cue.get().to()))
        && (NOT_BE.contains(tokens.word(i)) || Cues.is(WordClass.COPULA, tokens.word(i - 1)));
  }

  /**
   * Speech that was written down without marks runs on: "no drift sensation is intact", "no lesions
   * on the labia the vault is normal", "I haven't had any I have had some swelling".
   */
  private boolean newClause(int negator, int i) {
    boolean goesOn = Set.of("because", "okay", "so", "then", "but").contains(tokens.word(i));
    if (i - negator < 3) {
      return i - negator == 2 && goesOn;
    }
    if (goesOn) {
      return true;
    }
    String before = tokens.word(i - 1);
    if (Cues.is(WordClass.PERSON_SUBJECT, tokens.word(i))) {
      return !Cues.is(WordClass.BINDS, before)
          && tokens.list().subList(negator, i).stream()
              .noneMatch(token -> Cues.is(WordClass.THINKS, WordForms.base(token.text())));
    }
    if (Cues.is(WordClass.DETERMINER, tokens.word(i))) {
      return !Cues.is(WordClass.BINDS, before) && copulaWithin(i + 1, SUBJECT);
    }
    return !Cues.is(WordClass.BINDS, before)
        && copulaWithin(i + 1, 1)
        && begun.get(i)
        && mentioned.nextSetBit(negator + 1) < i
        && mentioned.nextSetBit(negator + 1) >= 0;
  }

  /** "No edema, palpable pulses": a list goes on with what is there; not "a cough, or chills". */
  private boolean newFinding(int i) {
    return tokens.word(i - 1).equals(",")
        && Cues.is(WordClass.POSITIVE, tokens.word(i))
        && !alternativeFollows(i);
  }

  private boolean alternativeFollows(int from) {
    for (int i = from; i < tokens.size() && !isStop(i); i++) {
      if (tokens.word(i).equals("or")) {
        return true;
      }
    }
    return false;
  }

  private boolean copulaWithin(int from, int most) {
    for (int i = from; i < Math.min(tokens.size(), from + most); i++) {
      if (Cues.is(WordClass.COPULA, tokens.word(i))) {
        return true;
      }
    }
    return false;
  }

  /** "Any pain", "do you have pain" within a longer stretch: a "no" or "yes" at its end answers. */
  private void questions() {
    int from = -1;
    for (int i = 0; i < tokens.size(); i++) {
      if (isInversion(i)
          || tokens.word(i).equals("any") && assertions[i].polarity() == Polarity.AFFIRMED) {
        from = i;
      } else if (isStop(i)
          || newSubject(i)
          || Set.of("because", "okay", "so", "then", "but").contains(tokens.word(i))) {
        from = -1;
      }
      if (from >= 0) {
        set(i, Polarity.OPEN);
      }
    }
    String last = tokens.word(tokens.size() - 1);
    if (from >= 0 && (last.equals("no") || Cues.is(WordClass.YES, last))) {
      for (int i = from; i < tokens.size(); i++) {
        set(i, last.equals("no") ? Polarity.NEGATED : Polarity.AFFIRMED);
      }
    }
  }

  private boolean isInversion(int i) {
    String before = tokens.word(i - 1);
    return Cues.is(WordClass.ASKS, tokens.word(i))
        && Cues.is(WordClass.ASKED, tokens.word(i + 1))
        && (i == 0
            || !Cues.is(WordClass.SUBJECT, before)
                && !Cues.is(WordClass.ASKS, before)
                && !Cues.is(WordClass.MAKES, before));
  }

  /** "No, actually it is better" denies what was asked before, not what follows. */
  private boolean isAnswer(int i) {
    return i == 0
        && tokens.word(0).equals("no")
        && (Cues.is(WordClass.SUBJECT, tokens.word(1))
            || Cues.is(WordClass.AFTER_ANSWER, tokens.word(1)));
  }

  /** What is over, supposed, to come, possible, or goes one way or the other. */
  private void weaker() {
    for (Tokens.Found<Cue> cue : cues) {
      Cue what = cue.value();
      if (what.sense() == Cue.Sense.DENIED || !isMeant(cue)) {
        continue;
      }
      switch (what.direction()) {
        case FORWARD -> forward(cue.words().from(), cue.words().to(), what);
        case BACKWARD -> {
          if (what.sense() == Cue.Sense.DECLINED || what.sense() == Cue.Sense.STOPPED) {
            across(cue.words().from(), what.scope(), at -> apply(what.sense(), at));
          } else {
            back(cue.words().from(), what.scope(), at -> apply(what.sense(), at));
          }
        }
        case WHOLE -> {
          back(cue.words().from(), what.scope(), at -> apply(what.sense(), at));
          forward(cue.words().from(), cue.words().to(), what);
        }
        case ENDS, PSEUDO -> {}
        default -> throw new IllegalStateException("No such direction: " + what.direction());
      }
    }
  }

  /** "You should stop smoking" and "I wonder if it is" say less than they seem to. */
  private boolean isMeant(Tokens.Found<Cue> cue) {
    String before = tokens.word(cue.words().from() - 1);
    return switch (cue.value().sense()) {
      case STOPPED ->
          !Cues.is(WordClass.INTENDS, before)
              && !(cue.words().from() == 0 && tokens.word(0).equals("stop"));
      case BETTER, WORSE ->
          cues.stream()
              .noneMatch(
                  other ->
                      other.value().sense() == Cue.Sense.SAME && other.words().covers(cue.words()));
      case CONDITIONAL -> supposes && !Cues.is(WordClass.THINKS, WordForms.base(before));
      default -> true;
    };
  }

  private void forward(int from, int begin, Cue cue) {
    boolean whole = cue.direction() == Cue.Direction.WHOLE;
    for (int i = from; i < Math.min(tokens.size(), begin + cue.scope()); i++) {
      if (i >= begin && (isBreak(i) || cue(cue.sense(), Cue.Direction.ENDS, i).isPresent())) {
        return;
      }
      if (i >= begin || whole) {
        apply(cue.sense(), i);
      }
    }
  }

  private void apply(Cue.Sense sense, int at) {
    Assertion now = assertions[at];
    Status status = now.status();
    assertions[at] =
        switch (sense) {
          case POSSIBLE -> now.with(Certainty.POSSIBLE);
          case LIKELY -> now.certainty() == Certainty.CERTAIN ? now.with(Certainty.LIKELY) : now;
          case BETTER -> now.with(now.polarity() == Polarity.NEGATED ? Trend.SAME : Trend.BETTER);
          case WORSE -> now.with(now.polarity() == Polarity.NEGATED ? Trend.SAME : Trend.WORSE);
          case SAME -> now.with(Trend.SAME);
          case CONDITIONAL -> now.with(Status.CONDITIONAL);
          case STOPPED -> status == Status.CONDITIONAL ? now : now.with(Status.STOPPED);
          case DECLINED -> status == Status.CONDITIONAL ? now : now.with(Status.DECLINED);
          case PLANNED -> weakest(now, Status.PLANNED);
          case ORDERED ->
              weakest(status == Status.DONE ? now.with(Status.HAS) : now, Status.ORDERED);
          case RESULTED ->
              weakest(status == Status.PLANNED ? now.with(Status.HAS) : now, Status.RESULTED);
          case DONE -> weakest(now, Status.DONE);
          case HAD -> weakest(now, Status.HAD);
          case DENIED -> now;
        };
  }

  /** A weaker cue takes no place that another has. */
  private static Assertion weakest(Assertion now, Status status) {
    return now.status() == Status.HAS ? now.with(status) : now;
  }

  private void back(int from, int most, IntConsumer mark) {
    for (int i = from - 1; i >= Math.max(0, from - most); i--) {
      boolean joint = tokens.word(i).equals(",") || tokens.word(i).equals("and");
      if (isBreak(i) || joint && most < 10) {
        return;
      }
      mark.accept(i);
    }
  }

  /**
   * "I offered the vaccine, and you don't want it": over a new subject, where the scope is long.
   */
  private void across(int from, int most, IntConsumer mark) {
    if (most < 10) {
      back(from, most, mark);
      return;
    }
    for (int i = from - 1; i >= Math.max(0, from - most) && !isStop(i); i--) {
      mark.accept(i);
    }
  }

  private boolean isBreak(int i) {
    boolean therefore = // "it doesn't rule out a clot, so I want"
        tokens.word(i).equals("so")
            && (tokens.word(i - 1).equals(",")
                || Cues.is(WordClass.PERSON_SUBJECT, tokens.word(i + 1)));
    return isStop(i) || therefore || Cues.is(WordClass.BREAKS, tokens.word(i)) || newSubject(i);
  }

  private Optional<Range> cue(Cue.Sense sense, Cue.Direction direction, int at) {
    return cues.stream()
        .filter(cue -> cue.words().from() == at)
        .filter(cue -> cue.value().sense() == sense && cue.value().direction() == direction)
        .map(Tokens.Found::words)
        .findFirst();
  }

  private int scope(Cue.Sense sense, Cue.Direction direction, int at) {
    return cues.stream()
        .filter(cue -> cue.words().from() == at)
        .map(Tokens.Found::value)
        .filter(cue -> cue.sense() == sense && cue.direction() == direction)
        .mapToInt(Cue::scope)
        .findFirst()
        .orElse(5);
  }

  /** "and he" begins something else. */
  private boolean newSubject(int i) {
    return tokens.word(i).equals("and")
        && (Cues.is(WordClass.SUBJECT, tokens.word(i + 1))
            || Cues.is(WordClass.DETERMINER, tokens.word(i + 1)) && copulaWithin(i + 2, SUBJECT));
  }

  private boolean isStop(int i) {
    Token token = tokens.get(i);
    return token.is(";") || token.is(".");
  }

  private void set(int at, Polarity polarity) {
    assertions[at] = assertions[at].with(polarity);
  }
}
