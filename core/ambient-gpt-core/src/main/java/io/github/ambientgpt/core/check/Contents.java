package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.english.StopWords;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.reading.Amount;
import io.github.ambientgpt.core.reading.Assertion;
import io.github.ambientgpt.core.reading.Certainty;
import io.github.ambientgpt.core.reading.Clause;
import io.github.ambientgpt.core.reading.Experiencer;
import io.github.ambientgpt.core.reading.Mention;
import io.github.ambientgpt.core.reading.Polarity;
import io.github.ambientgpt.core.reading.Quantity;
import io.github.ambientgpt.core.reading.Range;
import io.github.ambientgpt.core.reading.Side;
import io.github.ambientgpt.core.reading.Tokens;
import io.github.ambientgpt.core.reading.WordForms;
import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a statement, a clause, or a question with its answer says, in a form that can be compared.
 *
 * @param terms what is named, clinical or not
 * @param amounts numbers, frequencies, dates, routes
 * @param persons whose things are spoken of, by their relation; none for the patient
 * @param named relatives who are named, as those who tell something
 * @param slots words that exclude others
 * @param denying whether the patient is said to deny something
 * @param changes what is done with a drug: {@code start}, {@code stop}, {@code increase}, …
 */
record Contents(
    List<Term> terms,
    List<Amount> amounts,
    List<Side> sides,
    Set<String> persons,
    Set<String> named,
    Set<Change> changes,
    List<Slots.Value> slots,
    boolean denying,
    boolean conditional) {
  /** Further apart than any two tokens of one clause. */
  private static final int AFTER = 1000;

  /** So many tokens stand between a word of a slot and the thing that it belongs to. */
  private static final int BESIDE = 5;

  /** So many words stand before the last of a "danger". */
  private static final int DANGER = 3;

  /** However it is called: no medical history is no medical problems. */
  private static final String BACKGROUND = "medical-history";

  private static final String SWITCH = "switch";

  /** So many tokens stand between "switch" and "from". */
  private static final int SWITCHED = 3;

  private static final Pattern JOINT = Pattern.compile("[-/]");
  private static final List<String> CHANGES =
      List.of("start", "begin", "stop", "over", "increase", "decrease", "continue");

  /** What is done with a drug, and where it is said. */
  record Change(String name, int position) {}

  /** What is done with something, by name. */
  Stream<String> changeNames() {
    return changes.stream().map(Change::name);
  }

  Contents {
    terms = List.copyOf(terms);
    amounts = List.copyOf(amounts);
    sides = List.copyOf(sides);
    persons = Set.copyOf(persons);
    named = Set.copyOf(named);
    changes = Set.copyOf(changes);
    slots = List.copyOf(slots);
  }

  /**
   * A statement under a heading: under "Family history" stands what the family has.
   *
   * @param heading of the section, and the topic
   */
  static Contents of(Clause clause, Tokens heading) {
    Contents contents = of(clause);
    Set<String> persons = new HashSet<>(contents.persons);
    for (int i = 0; i < heading.size(); i++) {
      String kin = Experiencer.relation(heading.word(i));
      if (!kin.isEmpty()) {
        persons.add(kin);
      }
    }
    if (persons.size() > 1) {
      persons.remove("family");
    }
    return new Contents(
        contents.terms,
        contents.amounts,
        contents.sides,
        persons,
        contents.named,
        contents.changes,
        contents.slots,
        contents.denying,
        contents.conditional);
  }

  static Contents of(Clause clause) {
    List<Term> terms = terms(clause);
    Set<String> persons = new HashSet<>();
    clause.assertions().stream()
        .map(Assertion::experiencer)
        .filter(one -> !one.isPatient())
        .forEach(one -> persons.add(one.relation()));
    Set<String> named = new HashSet<>();
    clause.words().list().stream()
        .map(token -> Experiencer.relation(token.text()))
        .filter(kin -> !kin.isEmpty())
        .forEach(named::add);
    Set<Change> changes = new HashSet<>();
    for (String change : CHANGES) {
      for (int i = 0; i < clause.words().size(); i++) {
        if (Words.at(change, clause.words().list(), i) > 0) {
          changes.add(new Change(change, i));
        }
      }
    }
    changes.addAll(switched(clause.words()));
    return new Contents(
        terms,
        clause.amounts(),
        clause.sides(),
        persons,
        named,
        changes,
        Slots.of(clause),
        Words.within("denying", clause.words().list()),
        clause.assertions().stream()
            .anyMatch(a -> a.status() == io.github.ambientgpt.core.reading.Status.CONDITIONAL));
  }

  /** "Switch from Celexa to Lexapro": one is stopped, the other started. */
  private static List<Change> switched(Tokens words) {
    for (int from = 1; from < words.size(); from++) {
      if (words.word(from).equals("from") && isSwitch(words, from)) {
        for (int to = from + 1; to < words.size(); to++) {
          if (words.word(to).equals("to")) {
            return List.of(
                new Change("stop", from), new Change("start", to), new Change(SWITCH, from));
          }
        }
      }
    }
    return List.of();
  }

  private static boolean isSwitch(Tokens words, int from) {
    for (int i = Math.max(0, from - SWITCHED); i < from; i++) {
      if (Words.is(SWITCH, words.word(i))) {
        return true;
      }
    }
    return false;
  }

  /** That something was offered, discussed or declined says no more of it. */
  boolean isRaising() {
    return terms.stream().anyMatch(t -> Words.is("raising", t.written().toLowerCase(Locale.ROOT)));
  }

  /** Two drugs change places. */
  boolean isSwitch() {
    return changeNames().anyMatch(SWITCH::equals);
  }

  private static List<Term> terms(Clause clause) {
    Map<Integer, Mention> mentions = new HashMap<>();
    clause.mentions().stream()
        .filter(mention -> !Words.is("says-nothing", mention.written().toLowerCase(Locale.ROOT)))
        .forEach(mention -> mentions.put(mention.words().from(), mention));
    Set<Integer> taken = new HashSet<>();
    for (Amount amount : clause.amounts()) {
      if (!amount.is(Amount.Kind.ROUTE)) {
        for (int i = amount.words().from(); i < amount.words().to(); i++) {
          taken.add(i);
        }
      }
      amount.quantity().ifPresent(q -> taken.addAll(unit(clause, amount, q)));
    }
    clause.sides().forEach(side -> taken.add(side.position()));
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < clause.words().size(); i++) {
      Mention mention = mentions.get(i);
      int phrase = mention == null ? SamePhrases.at(clause.words(), i) : 0;
      if (phrase > 0) {
        terms.add(
            new Term(
                List.of(SamePhrases.word(clause.words(), i)),
                Optional.empty(),
                i,
                clause.assertions().get(i),
                false,
                clause.words().written(new Range(i, i + phrase))));
        i += phrase - 1;
      } else if (mention != null) {
        terms.add(clinical(clause, mention));
        i = mention.words().to() - 1;
      } else if (deniedBackground(clause, i) > 0) {
        int last = i + deniedBackground(clause, i) - 1;
        terms.add(
            new Term(
                List.of(BACKGROUND),
                Optional.empty(),
                i,
                clause.assertions().get(last),
                false,
                clause.words().written(new Range(i, last + 1))));
        i = last;
      } else if (isOfDanger(clause.words().list(), i)) {
        terms.add(
            new Term(
                List.of(WordForms.stem(clause.words().word(i))),
                Optional.empty(),
                i,
                clause.assertions().get(i),
                false,
                clause.words().word(i)));
      } else if (!taken.contains(i) && clause.words().get(i).type() == Token.Type.WORD) {
        everyday(clause.words().word(i), i, clause.assertions().get(i), terms);
      }
    }
    return terms;
  }

  /** How many words deny medical problems here: that there are some says nothing. */
  private static int deniedBackground(Clause clause, int from) {
    int words = Words.at("background", clause.words().list(), from);
    boolean denied =
        words > 0 && clause.assertions().get(from + words - 1).polarity() == Polarity.NEGATED;
    return denied ? words : 0;
  }

  /** The last word of "have a plan", "ever tried": it says nothing elsewhere. */
  private static boolean isOfDanger(List<Token> words, int last) {
    for (int from = Math.max(0, last - DANGER); from < last; from++) {
      if (from + Words.at("danger", words, from) == last + 1) {
        return true;
      }
    }
    return false;
  }

  /** The unit behind a number is no word of its own. */
  private static List<Integer> unit(Clause clause, Amount amount, Quantity quantity) {
    return quantity.unit().isPresent() && amount.unitWords().isPresent()
        ? Stream.iterate(amount.unitWords().get().from(), i -> i + 1)
            .limit(amount.unitWords().get().length())
            .toList()
        : List.of();
  }

  private static Term clinical(Clause clause, Mention mention) {
    List<String> words =
        clause.words().list().subList(mention.words().from(), mention.words().to()).stream()
            .filter(Token::isWord)
            .map(Token::text)
            .toList();
    List<String> telling = words.stream().filter(word -> !StopWords.has(word)).toList();
    return new Term(
        (telling.isEmpty() ? words : telling).stream().map(WordForms::stem).toList(),
        Optional.of(mention.concept()),
        mention.words().from(),
        mention.assertion(),
        Words.is("qualifying", clause.words().word(mention.words().to())),
        mention.written());
  }

  private static void everyday(String word, int position, Assertion assertion, List<Term> terms) {
    for (String part : JOINT.split(word)) {
      boolean empty = StopWords.has(part) && !WordForms.isNormal(part);
      if (part.length() > 1 && !empty && !WordForms.isNegator(part)) {
        String base = WordForms.base(part);
        if (!Words.is("says-nothing", base) && !Words.is("says-nothing", part)) {
          terms.add(
              new Term(
                  List.of(WordForms.stem(part)),
                  Optional.empty(),
                  position,
                  assertion,
                  false,
                  part));
        }
      }
    }
  }

  Stream<Term> of(ConceptKind kind) {
    return terms.stream().filter(term -> term.is(kind));
  }

  Stream<Amount> amounts(Amount.Kind kind) {
    return amounts.stream().filter(amount -> amount.is(kind));
  }

  /** All numbers that count something. */
  Stream<Amount> quantities() {
    return amounts.stream().filter(amount -> amount.quantity().isPresent());
  }

  Stream<Amount> frequencies() {
    return amounts.stream()
        .filter(a -> a.is(Amount.Kind.FREQUENCY) || a.is(Amount.Kind.TIME_OF_DAY));
  }

  Stream<Amount> pairs() {
    return amounts.stream().filter(a -> a.is(Amount.Kind.PAIR) || a.is(Amount.Kind.RANGE));
  }

  /**
   * Whether a word of a slot stands beside a thing, or in an answer that names nothing else when
   * the thing was asked about.
   */
  boolean areBeside(Slots.Value value, Term thing) {
    if (value.position() >= AFTER && thing.position() < AFTER) {
      return terms.stream().noneMatch(t -> t.position() >= AFTER && t.concept().isPresent());
    }
    int distance = Math.abs(value.position() - thing.position());
    return 0 < distance && distance <= BESIDE;
  }

  /** The thing of a kind that a place belongs to: the last before it, else the first after. */
  Optional<Concept> owner(ConceptKind kind, int position) {
    List<Term> owners = of(kind).toList();
    Optional<Term> before =
        owners.stream().filter(term -> term.position() <= position).reduce((a, b) -> b);
    return before.or(() -> owners.stream().findFirst()).flatMap(Term::concept);
  }

  boolean names(Term term) {
    return terms.stream().anyMatch(term::isSameAs);
  }

  boolean isOnlyPossible() {
    return terms.stream().anyMatch(t -> t.assertion().certainty() == Certainty.POSSIBLE);
  }

  /** Something in it is only possible, or likely, or so only in some case. */
  boolean isUnsure() {
    return conditional
        || terms.stream().anyMatch(t -> t.assertion().certainty() != Certainty.CERTAIN);
  }

  boolean hasAmounts() {
    return quantities().findAny().isPresent() || frequencies().findAny().isPresent();
  }

  /** Whether another text has all numbers and frequencies of this one. */
  boolean amountsIn(Contents other) {
    return numbers().allMatch(other::says)
        && frequencies()
            .allMatch(r -> other.frequencies().anyMatch(o -> o.name().equals(r.name())));
  }

  /** The numbers that it gives, but for how long something lasts. */
  Stream<Quantity> numbers() {
    return quantities()
        .filter(amount -> !amount.is(Amount.Kind.INTERVAL))
        .map(amount -> amount.quantity().orElseThrow());
  }

  boolean says(Quantity number) {
    return quantities().anyMatch(amount -> number.agrees(amount.quantity().orElseThrow()));
  }

  /** "It's not the right knee": whoever says the left one rests on that, too. */
  boolean isPutRightBy(Contents other) {
    return other.sides.stream()
        .filter(Side::denied)
        .anyMatch(denied -> sides.stream().anyMatch(side -> !side.denied() && side.isOf(denied)));
  }

  /** "The left knee?" "The right one": the answer names another side of the same. */
  private boolean putsRight(Side asked) {
    return sides.stream().anyMatch(side -> !side.denied() && side.isOf(asked))
        && sides.stream().noneMatch(side -> side.isOf(asked) && side.covers(asked));
  }

  boolean namesClinical() {
    return terms.stream().anyMatch(term -> term.concept().isPresent());
  }

  /** A question and its answer; what the answer names, it decides. */
  Contents answeredBy(Contents answer) {
    List<Term> both =
        new ArrayList<>(
            terms.stream()
                .filter(term -> answer.terms.stream().noneMatch(term::isSameAs))
                .toList());
    answer.terms.forEach(term -> both.add(term.movedBy(AFTER)));
    return new Contents(
        both,
        joined(amounts, answer.amounts.stream().map(a -> a.movedBy(AFTER)).toList()),
        joined(sides.stream().filter(side -> !answer.putsRight(side)).toList(), answer.sides),
        union(persons, answer.persons),
        union(named, answer.named),
        union(changes, answer.changes),
        joined(slots, answer.slots.stream().map(v -> v.movedBy(AFTER)).toList()),
        false,
        conditional || answer.conditional);
  }

  private static <T> Set<T> union(Set<T> first, Set<T> second) {
    Set<T> both = new HashSet<>(first);
    both.addAll(second);
    return both;
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }

  /** Without the words: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "Contents[" + terms.size() + " terms, " + amounts.size() + " amounts]";
  }
}
