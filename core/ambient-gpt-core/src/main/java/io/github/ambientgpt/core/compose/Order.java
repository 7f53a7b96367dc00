package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.cleaning.Words;
import io.github.ambientgpt.core.english.Numbers;
import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.StopWords;
import io.github.ambientgpt.core.english.Table;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is ordered, as a plan has it: "start you on some lasix, 20 milligrams a day, just because
 * you are retaining a little" is "Start Lasix, 20 mg a day".
 *
 * @param condition that was said before it, such as "if it's positive"; empty for none
 * @param act what is done, with "the patient is to" or "do not" before it
 * @param verb of it
 * @param what is ordered, with its dose, time, site, reason and condition
 * @param rest what was said behind it; empty for nothing
 */
record Order(
    List<Token> condition, List<Token> act, String verb, List<Token> what, List<Token> rest) {
  private static final Phrases PHRASES = Phrases.english();

  /** So near to the beginning stands "from a cardiac standpoint". */
  private static final int STANDPOINT = 8;

  private static final Conjugation VERBS = new Conjugation();

  /** Before the verb, in this order; without them it would be another order. */
  private static final List<String> KEPT =
      List.of(
          "there is no need to",
          "do not",
          "probably",
          "may",
          "not to",
          "not",
          "be careful not to",
          "try not to",
          "try to",
          "start to");

  private static final ConceptKind[] THINGS = {
    ConceptKind.DRUG,
    ConceptKind.DRUG_CLASS,
    ConceptKind.SUBSTANCE,
    ConceptKind.TEST,
    ConceptKind.PROCEDURE,
    ConceptKind.CONDITION,
    ConceptKind.SYMPTOM
  };

  /**
   * Ways to say what is done.
   *
   * @param said with "you" for the patient, however called
   * @param written in a plan; empty where the next words say what is done
   */
  private record Way(List<String> said, String written) {
    /** Behind its words, if these stand here; 0 if not. */
    int end(List<Token> tokens, int from) {
      int at = from;
      for (String word : said) {
        int next = word.equals("you") ? patient(tokens, at) : at + 1;
        boolean fits =
            next > at && (word.equals("you") || at < tokens.size() && tokens.get(at).is(word));
        if (!fits) {
          return 0;
        }
        at = next;
      }
      return at;
    }
  }

  private static final List<Way> WAYS = new ArrayList<>();

  static {
    Table.read(
        Order.class,
        "orders.tsv",
        row -> WAYS.add(new Way(List.of(row.get(0).split(" ")), row.size() > 1 ? row.get(1) : "")));
  }

  /** Behind "you", "him" or "the patient"; the same place for none of these. */
  private static int patient(List<Token> tokens, int at) {
    return at < tokens.size() && PHRASES.has("order-patient", tokens.get(at).text())
        ? at + 1
        : Words.startsWith(tokens, at, "the", "patient") ? at + 2 : at;
  }

  /**
   * Empty where the words are no order that can be told so.
   *
   * @param told without "I'm going to", as {@link Orders#impersonal} leaves it
   */
  static Optional<Order> in(List<Token> told) {
    int comma = Orders.isCondition(told) ? comma(told) : 0;
    if (comma < 0 || told.isEmpty()) {
      return Optional.empty();
    }
    List<Token> said = comma > 0 ? told.subList(comma + 1, told.size()) : told;
    return of(said).map(order -> order.with(told.subList(0, comma)));
  }

  private static int comma(List<Token> tokens) {
    for (int i = 1; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).is(",")) {
        return i;
      }
    }
    return -1;
  }

  private Order with(List<Token> other) {
    return new Order(other, act, verb, what, rest);
  }

  private static Optional<Order> of(List<Token> said) {
    int at = lead(said, standpoint(said));
    int subject = subject(said, at);
    List<Token> modal = new ArrayList<>();
    if (subject > at) {
      int duty =
          Math.max(
              PHRASES.at("order-duty", said, subject), PHRASES.at("order-leave", said, subject));
      if (duty == 0) {
        return Optional.empty();
      }
      modal.addAll(said.subList(recommended(said, at), subject + duty));
      at = subject + duty;
    }
    at = lead(said, at);
    for (String kept : KEPT) {
      int words = kept.split(" ").length;
      if (Words.startsWith(said, at, kept.split(" "))) {
        modal.addAll(said.subList(at, at + words));
        at = lead(said, at + words);
      }
    }
    return act(said, at, modal);
  }

  private static int standpoint(List<Token> said) {
    if (!said.get(0).is("from")) {
      return 0;
    }
    for (int i = 1; i < Math.min(said.size(), STANDPOINT); i++) {
      if (said.get(i).is("standpoint")) {
        return i + 1;
      }
    }
    return 0;
  }

  private static int lead(List<Token> said, int from) {
    int at = from;
    int lead = PHRASES.at("order-lead-in", said, at);
    while (lead > 0) {
      at += lead;
      lead = PHRASES.at("order-lead-in", said, at);
    }
    return at;
  }

  /** Behind "recommend that". */
  private static int recommended(List<Token> said, int at) {
    return Words.startsWith(said, at, "recommend", "that")
        ? at + 2
        : Words.startsWith(said, at, "recommend") ? at + 1 : at;
  }

  private static int subject(List<Token> said, int at) {
    int from = recommended(said, at);
    boolean they =
        from < said.size() && PHRASES.has("patient-pronoun", said.get(from).text())
            || patient(said, from) > from;
    int after = Math.max(from + 1, patient(said, from));
    boolean recommended = from > at && after < said.size() && said.get(after).is("to");
    return they && !recommended ? after : at;
  }

  private static Optional<Order> act(List<Token> spoken, int at, List<Token> modal) {
    List<Token> said = inBase(spoken, at);
    int end = 0;
    String written = "";
    for (Way way : WAYS) {
      int behind = way.end(said, at);
      if (behind > end) {
        end = behind;
        written = way.written;
      }
    }
    if (end > 0 && written.isEmpty()) {
      boolean instructed = said.get(at).is("have") && modal.isEmpty();
      return act(
          said,
          lead(said, end),
          instructed ? Words.fixed("the patient is to", said.get(at)) : modal);
    }
    if (at >= said.size() || end == 0 && !isAct(said.get(at).text())) {
      return Optional.empty();
    }
    if (end == 0) {
      end = at + 1;
      written = said.get(at).text();
    }
    boolean or = end + 1 < said.size() && said.get(end).is("or") && isAct(said.get(end + 1).text());
    OrderedThing thing = OrderedThing.in(said.subList(or ? end + 2 : end, said.size()));
    List<Token> act = new ArrayList<>(modal);
    for (Token word : Words.fixed(written, said.get(at))) {
      act.add(word.is("you") ? person(said.subList(at, end)).orElse(word) : word);
    }
    String verb =
        written.startsWith("follow")
            ? "follow up"
            : written.startsWith("see you") ? "return" : written.split(" ")[0];
    return Optional.of(new Order(List.of(), act, verb, thing.what(), thing.rest()));
  }

  /** The patient, as they were called. */
  private static Optional<Token> person(List<Token> said) {
    return said.stream().filter(word -> PHRASES.has("order-patient", word.text())).findFirst();
  }

  /** "Ordering an MRI", "make sure you're drinking". */
  private static List<Token> inBase(List<Token> said, int at) {
    if (at >= said.size() || !said.get(at).text().endsWith("ing")) {
      return said;
    }
    List<Token> base = new ArrayList<>(said);
    Token verb = said.get(at);
    base.set(at, verb.as(VERBS.base(verb.text()).orElse(verb.text())));
    return base;
  }

  private static boolean isAct(String word) {
    return VERBS.isBase(word) && !VERBS.isAuxiliary(word);
  }

  /** Whether it says what is ordered, or when a patient is to return. */
  boolean isWhole() {
    if (what.isEmpty() || pronoun() > 0) {
      return PHRASES.has("order-alone", verb)
          || PHRASES.has("order-return", verb) && !condition.isEmpty();
    }
    Clinical clinical = Clinical.of(what);
    boolean merelyWhen = PHRASES.at("order-after", what, 0) > 0 || Orders.isConditionAt(what, 0);
    if (merelyWhen && PHRASES.has("order-transitive", verb)) {
      return false;
    }
    if (PHRASES.has("order-return", verb)) {
      return what.get(0).is("with") && !isCommon()
          || clinical.hasNumber()
          || PHRASES.within("order-time", what)
          || !condition.isEmpty();
    }
    return PHRASES.within("order-noun", what)
        || clinical.hasNumber()
        || clinical.names(THINGS)
        || !PHRASES.has("order-weak", verb) && !isCommon();
  }

  private boolean isCommon() {
    return what.stream().allMatch(token -> !token.isWord() || StopWords.has(token.text()));
  }

  /** How many words stand for what was named before; 0 where it is named. */
  private int pronoun() {
    int pronoun = PHRASES.at("order-pronoun", what, 0);
    if (pronoun > 0) {
      return pronoun;
    }
    boolean mere =
        !what.isEmpty()
            && PHRASES.has("order-determiner", what.get(0).text())
            && (what.size() == 1
                || Numbers.at(what, 1).isPresent() && !Clinical.of(what).isClinical()
                || PHRASES.has("order-detail", what.get(1).text()));
    return mere ? 1 : 0;
  }

  /** Another order that was said behind it; empty for none. */
  List<Token> another() {
    for (int i = 0; i < rest.size(); i++) {
      boolean begins = i == 0 || PHRASES.has("intention-before", rest.get(i - 1).text());
      if (begins && PHRASES.at("order-another", rest, i) > 0) {
        return rest.subList(i, rest.size());
      }
    }
    return List.of();
  }

  /** What "take that three times a day" adds to what was ordered just before. */
  List<Token> detail() {
    List<Token> detail = what.subList(pronoun() > 0 ? pronoun() : what.size(), what.size());
    boolean timed = Clinical.of(detail).hasNumber() && PHRASES.within("order-time", detail);
    return timed ? detail : List.of();
  }

  /** Its line. */
  List<Token> line() {
    List<Token> line = new ArrayList<>();
    if (!condition.isEmpty()) {
      line.addAll(condition);
      line.add(condition.get(0).as(","));
    }
    line.addAll(act);
    line.addAll(what);
    return line;
  }
}
