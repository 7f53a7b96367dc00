package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.english.Numbers;
import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Table;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.note.Content;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.reading.Act;
import io.github.ambientgpt.core.reading.Amount;
import io.github.ambientgpt.core.reading.Certainty;
import io.github.ambientgpt.core.reading.Clause;
import io.github.ambientgpt.core.reading.Mention;
import io.github.ambientgpt.core.reading.Polarity;
import io.github.ambientgpt.core.reading.Range;
import io.github.ambientgpt.core.reading.Reading;
import io.github.ambientgpt.core.reading.Status;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a note never leaves out, written from the reading itself: a drug with its dose and how often
 * it is taken, and the values of vital signs. For one thread.
 */
final class MeasuredFacts {
  /** No further from its name stands the value of a vital sign, or the dose of a drug, in words. */
  private static final int NEAR = 12;

  /** No more words stand between the doses of one drug. */
  private static final int JOINT = 3;

  /** A reader, and the checker, look at no more places for one sentence. */
  private static final int MOST = 4;

  private static final List<Vital> VITALS = new ArrayList<>();

  /**
   * A vital sign.
   *
   * @param title how a note names it
   * @param names how it is spoken of
   * @param least and most: what no patient's value goes beyond
   * @param unit as it is written after the value; may be empty
   */
  private record Vital(
      String title, List<String> names, BigDecimal least, BigDecimal most, String unit) {
    boolean isPressure() {
      return unit.equals("/");
    }

    boolean holds(BigDecimal value) {
      return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }
  }

  static {
    Table.read(
        MeasuredFacts.class,
        "vitals.tsv",
        row ->
            VITALS.add(
                new Vital(
                    row.get(0),
                    Table.alternatives(row.get(1)),
                    new BigDecimal(row.get(2)),
                    new BigDecimal(row.get(3)),
                    row.size() > 4 ? row.get(4) : "")));
  }

  private final Reading reading;
  private final List<Measured> found = new ArrayList<>();

  /** The vital signs that were found, by title. */
  private final Set<String> vitals = new HashSet<>();

  /**
   * A fact that a note does not go without.
   *
   * @param words what another fact has to have to say the same, in lower case
   * @param listed whether it has to stand in a list of its own kind, whatever is told elsewhere
   */
  record Measured(Fact fact, List<String> words, boolean listed) {
    Measured {
      words = List.copyOf(words);
    }

    boolean isSaidIn(Fact other) {
      if (listed && other.content() != fact.content()) {
        return false;
      }
      String text = other.text().toLowerCase(Locale.ROOT);
      return words.stream()
          .allMatch(
              word ->
                  Pattern.compile("\\b" + Pattern.quote(word) + "(?!\\w)").matcher(text).find());
    }

    Measured named(WrittenNames names) {
      return new Measured(fact.named(names), words, listed);
    }

    /** Both are of one drug. */
    private boolean names(Measured other) {
      return words.contains(other.words.get(0));
    }

    /** Without the words: clinical text has no place in a log. */
    @Override
    public String toString() {
      return "Measured[" + fact.content() + "]";
    }
  }

  private MeasuredFacts(Reading reading) {
    this.reading = reading;
  }

  /**
   * @param examined the numbers of the clauses that were said when the history was over
   * @param planned of those that were said when a plan was made
   */
  static List<Measured> of(Reading reading, Set<Integer> examined, Set<Integer> planned) {
    MeasuredFacts facts = new MeasuredFacts(reading);
    for (Clause clause : reading.clauses()) {
      if (clause.speaker().role() == Role.CLINICIAN && Orders.isOfOneself(clause.words().list())) {
        continue;
      }
      facts.doses(clause, planned.contains(clause.number()));
      if (!examined.contains(clause.number())) {
        facts.taken(clause);
      }
      boolean measured = examined.contains(clause.number()) || isOfToday(clause);
      if (measured && clause.speaker().role() != Role.PATIENT) {
        facts.vitals(clause);
      }
    }
    return facts.found.stream()
        .filter(
            one ->
                !one.listed
                    || facts.found.stream().noneMatch(other -> !other.listed && other.names(one)))
        .toList();
  }

  // -- drugs

  /** "I've been taking ibuprofen", with no dose: it belongs on the list of what is taken. */
  private void taken(Clause clause) {
    if (Phrases.english().within("allergy", clause.words().list())) {
      return; // "you take nothing and are allergic to Augmentin"
    }
    boolean takes =
        clause.words().list().stream().anyMatch(t -> Phrases.english().has("takes", t.text()));
    if (!takes) {
      return;
    }
    clause
        .mentions(ConceptKind.DRUG)
        .filter(MeasuredFacts::isTaken)
        .filter(drug -> drug.assertion().status() == Status.HAS)
        .map(drug -> clause.words().list().subList(drug.words().from(), drug.words().to()))
        .map(Prose::text)
        .forEach(
            name ->
                add(
                    Content.MEDICATIONS,
                    Prose.capitalized(name) + ".",
                    List.of(name),
                    clause.evidence(),
                    clause,
                    true));
  }

  private void doses(Clause clause, boolean planned) {
    List<Mention> drugs = clause.mentions(ConceptKind.DRUG).toList();
    for (int i = 0; i < drugs.size(); i++) {
      Mention drug = drugs.get(i);
      int next = i + 1 < drugs.size() ? drugs.get(i + 1).words().from() : clause.words().size();
      if (isTaken(drug)) {
        dose(clause, drug, drug.words().to(), next, clause, planned);
      }
    }
    if (!drugs.isEmpty() && clause.number() + 1 < reading.clauses().size()) {
      Clause after = reading.clauses().get(clause.number() + 1);
      Mention last = drugs.get(drugs.size() - 1);
      if (isTaken(last)
          && after.mentions(ConceptKind.DRUG).findAny().isEmpty()
          && after.speaker().equals(clause.speaker())
          && clause.amounts().stream().noneMatch(MeasuredFacts::isDose)) {
        dose(clause, last, 0, after.words().size(), after, planned);
      }
    }
  }

  /** Nothing that was denied, stopped, only thought of, or another's. */
  private static boolean isTaken(Mention drug) {
    var assertion = drug.assertion();
    return assertion.polarity() == Polarity.AFFIRMED
        && assertion.certainty() != Certainty.POSSIBLE
        && assertion.status() != Status.STOPPED
        && assertion.status() != Status.CONDITIONAL
        && assertion.status() != Status.DECLINED
        && assertion.experiencer().isPatient();
  }

  private void dose(Clause named, Mention drug, int from, int to, Clause said, boolean planned) {
    Optional<Amount> dose =
        said.amounts().stream()
            .filter(MeasuredFacts::isDose)
            .filter(a -> a.words().from() >= from && a.words().from() < Math.min(to, from + NEAR))
            .findFirst();
    if (dose.isEmpty() || said.act() == Act.ASKS && !isAnswered(said)) {
      return;
    }
    Optional<Amount> after = after(said, dose.get());
    Range words = dose.get().words();
    int end = end(after.orElse(dose.get()));
    // "200 mg today, then 100 a day": how often is said of the dose before it
    int other =
        said.amounts().stream()
            .filter(a -> a.is(Amount.Kind.QUANTITY))
            .mapToInt(a -> a.words().from())
            .filter(at -> at >= end)
            .min()
            .orElse(to);
    Optional<Amount> frequency =
        said.amounts().stream()
            .filter(a -> a.is(Amount.Kind.FREQUENCY) || a.is(Amount.Kind.TIME_OF_DAY))
            .filter(a -> a.words().from() >= end && a.words().from() < Math.min(to, end + NEAR))
            .findFirst()
            .filter(a -> a.words().from() <= other);
    List<Token> tokens = said.words().list();
    int last = regimen(said, end, to);
    String name = Prose.text(named.words().list().subList(drug.words().from(), drug.words().to()));
    String amount =
        Prose.text(tokens.subList(after.isPresent() ? words.from() - 1 : words.from(), end));
    String often =
        last > end
            ? " " + Prose.text(tokens.subList(end, last))
            : frequency
                .map(f -> " " + Prose.text(tokens.subList(f.words().from(), f.words().to())))
                .orElse("");
    List<Evidence> evidence = new ArrayList<>(named.evidence());
    if (said != named) {
      evidence.addAll(said.evidence());
    }
    boolean order = planned && named.speaker().role() != Role.PATIENT;
    add(
        order ? Content.PLAN : Content.MEDICATIONS,
        Prose.capitalized(name) + " " + amount + often + ".",
        List.of(name, amount),
        evidence,
        named);
  }

  private static int end(Amount amount) {
    return amount.unitWords().map(Range::to).orElse(amount.words().to());
  }

  /** "From 20 mg to 60 mg": what the dose is changed to; empty where it is not changed. */
  private static Optional<Amount> after(Clause said, Amount dose) {
    List<Token> tokens = said.words().list();
    int from = dose.words().from();
    int to = end(dose);
    boolean changed =
        from > 0
            && tokens.get(from - 1).is("from")
            && to < tokens.size()
            && tokens.get(to).is("to");
    return said.amounts().stream()
        .filter(amount -> changed && isDose(amount) && amount.words().from() == to + 1)
        .findFirst();
  }

  /**
   * "20 units in the morning and 10 units at bedtime", "40 mg for three days, then 20": where all
   * that is taken of one drug ends; where the first dose does if there is only one.
   *
   * @param end where the first dose does
   */
  private static int regimen(Clause said, int end, int to) {
    int at = end;
    int last = end;
    boolean more = false;
    List<Amount> amounts =
        said.amounts().stream()
            .filter(amount -> amount.words().from() >= end && amount.words().from() < to)
            .sorted(Comparator.comparingInt((Amount amount) -> amount.words().from()))
            .toList();
    for (Amount amount : amounts) {
      if (amount.words().from() < at) {
        continue;
      }
      boolean joined =
          amount.words().from() - at <= JOINT
              && said.words().list().subList(at, amount.words().from()).stream()
                  .allMatch(t -> Phrases.english().has("regimen", t.text()));
      if (!joined) {
        break;
      }
      at = Math.max(amount.words().to(), amount.unitWords().map(Range::to).orElse(0));
      more |= isDose(amount);
      last = more ? at : end;
    }
    return last;
  }

  private boolean isAnswered(Clause question) {
    return question.mentions().stream()
        .noneMatch(mention -> mention.assertion().polarity() == Polarity.OPEN);
  }

  private static boolean isDose(Amount amount) {
    return amount.quantity().filter(quantity -> quantity.isDose()).isPresent();
  }

  // -- vital signs

  private void vitals(Clause clause) {
    List<Token> tokens = clause.words().list();
    for (int i = 0; i < tokens.size(); i++) {
      for (Vital vital : VITALS) {
        int named = named(vital, tokens, i);
        if (named > 0) {
          value(vital, tokens, i + named, clause);
          break;
        }
      }
    }
  }

  /** "Your blood pressure here is 128 over 78", said before anything was examined. */
  private static boolean isOfToday(Clause clause) {
    List<Token> tokens = clause.words().list();
    return clause.act() != Act.ASKS
        && tokens.stream().anyMatch(token -> token.is("here") || token.is("today"));
  }

  private static int named(Vital vital, List<Token> tokens, int at) {
    if (at > 0 && Phrases.english().has("unborn", tokens.get(at - 1).text())) {
      return 0;
    }
    for (String name : vital.names) {
      String[] words = name.split(" ");
      boolean same = at + words.length <= tokens.size();
      for (int k = 0; same && k < words.length; k++) {
        same = tokens.get(at + k).is(words[k]);
      }
      if (same) {
        return words.length;
      }
    }
    return 0;
  }

  private void value(Vital vital, List<Token> tokens, int from, Clause clause) {
    for (int i = from; i < Math.min(tokens.size(), from + NEAR); i++) {
      int at = i;
      if (VITALS.stream().anyMatch(other -> other != vital && named(other, tokens, at) > 0)) {
        return;
      }
      Optional<String> value = vital.isPressure() ? pressure(tokens, i) : single(vital, tokens, i);
      if (value.isPresent()) {
        if (vitals.add(vital.title)) {
          String unit = vital.isPressure() ? "" : vital.unit;
          add(
              Content.VITALS,
              vital.title + " " + value.get() + unit + ".",
              List.of(value.get()),
              clause.evidence(),
              clause);
        }
        return;
      }
    }
  }

  private static Optional<String> pressure(List<Token> tokens, int at) {
    if (tokens.get(at).text().matches("\\d{2,3}/\\d{2,3}")) {
      return Optional.of(tokens.get(at).text());
    }
    return Numbers.at(tokens, at)
        .filter(above -> above.to() < tokens.size() && tokens.get(above.to()).is("over"))
        .flatMap(
            above ->
                Numbers.at(tokens, above.to() + 1)
                    .map(below -> above.digits() + "/" + below.digits()));
  }

  private static Optional<String> single(Vital vital, List<Token> tokens, int at) {
    return Numbers.at(tokens, at)
        .filter(number -> vital.holds(number.value()))
        .filter(
            n ->
                n.to() >= tokens.size()
                    || !Phrases.english().has("span", tokens.get(n.to()).text()))
        .map(Numbers.Spoken::digits);
  }

  private void add(
      Content content, String text, List<String> words, List<Evidence> evidence, Clause clause) {
    add(content, text, words, evidence, clause, false);
  }

  private void add(
      Content content,
      String text,
      List<String> words,
      List<Evidence> evidence,
      Clause clause,
      boolean listed) {
    Origin origin =
        new Origin(
            clause.speaker().role(),
            (double) clause.number() / reading.clauses().size(),
            clause.isAnswer(),
            content == Content.PLAN);
    Fact fact =
        new Fact(content, "", text, 1, evidence.stream().distinct().limit(MOST).toList(), origin);
    List<String> lower = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    if (found.stream().noneMatch(other -> other.words.equals(lower))) {
      found.add(new Measured(fact, lower, listed));
    }
  }
}
