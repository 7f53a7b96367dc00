package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.cleaning.Clause;
import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.note.Content;
import io.github.ambientgpt.core.note.Evidence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The facts that were found so far. Takes only what can stand in a note. For one thread. */
final class FactCollector {
  /** What speech breaks off and wording cannot mend. */
  private static final Pattern BROKEN =
      Pattern.compile(
          "(?i)\\b(?:do|did|are|were|have|can|could|what are|how are) the patient\\b"
              + "|\\b(?:do|did|are|have|has|can|could|would) (?:them|they|he|she)\\b"
              + "|\\bhave any\\b.*\\bever\\b|\\b(?:did )?the clini(?:c|cian) the clini(?:c|cian)\\b"
              + "|^on the [a-z]* ?exam\\.$"
              + "|\\bthe patient the patient\\b|\\bthe clinician the clinician\\b"
              + "|^(?:what|how|why|who|any)\\b" // what was before "any" may have been a "no"
              + "|^(?:do|does|did|is|are|was|were|have|has|can|could|would|will|should)"
              + " (?:that|this|it|there|he|she|they|the|his|her|their|any)\\b"
              + "|^(?:when|where|which) (?:is|are|was|were|do|does|did|will|would|can|should)\\b"
              + "|\\b(?:how|what|why|where) (?:would|did|do|does|are|have|has|can|could)\\b"
              + "|\\b(?:i'm|i've|i'll|i'd|me|my|we|we're|we've|we'll|us|our|ours|ourselves)\\b"
              + "|(?<!(?:type|grade|class|stage|factor|bipolar) )\\bi\\b"
              + "|\\b(?:you|your|you're|yourself)\\b");

  /** Under the name of a problem, "this is an exacerbation" is an exacerbation. */
  private static final Pattern NAMED = Pattern.compile("^(?:This|It|That) is (?:an? )");

  /** Of these a few words are enough: they are read as lists. */
  private static final Set<Content> LISTED =
      EnumSet.of(Content.MEDICATIONS, Content.ALLERGIES, Content.VITALS);

  /** "Surgeries: 2 cesareans", "location: in the middle". */
  private static final Pattern TITLED =
      Pattern.compile("^(?:Surgeries|Illnesses|Family history|Location|Since when): .*");

  /** What a clinician tells of a patient, who knows it better. */
  private static final Set<Content> REFUTABLE =
      EnumSet.of(
          Content.CHIEF_COMPLAINT,
          Content.HISTORY,
          Content.PAST_HISTORY,
          Content.MEDICATIONS,
          Content.SOCIAL_HISTORY,
          Content.FAMILY_HISTORY);

  private static final double NONE = 0.8;

  private static final String NEEDLESS = "There is no need ";

  private final Conjugation verbs = new Conjugation();
  private final Antecedents antecedents;
  private final List<Fact> facts = new ArrayList<>();
  private final List<Fact> nones = new ArrayList<>();
  private int added;

  /** Where was said what was taken back or refused since. */
  private final Set<Evidence> refused = new HashSet<>();

  FactCollector(Antecedents antecedents) {
    this.antecedents = antecedents;
  }

  void add(Content content, String topic, String text, double weight, Clause clause) {
    add(content, topic, text, weight, clause.evidence());
  }

  void add(Content content, String topic, String said, double weight, List<Evidence> evidence) {
    add(content, topic, said, weight, evidence, false);
  }

  /** An order of the clinician's, whose kind is sure; it takes back that there is no need to. */
  void order(Content content, String topic, String said, Clause clause) {
    int before = added;
    add(content, topic, said, 1, clause.evidence(), true);
    if (added > before) {
      turnRound(facts.get(facts.size() - 1));
    }
  }

  /** "Take that three times a day", of what was ordered last. */
  void complete(String detail, Clause clause) {
    Optional<Fact> order = lastOrder().filter(last -> facts.indexOf(last) == facts.size() - 1);
    if (order.isEmpty() || detail.isEmpty()) {
      return;
    }
    added++;
    String text = order.get().text();
    List<Evidence> both = new ArrayList<>(order.get().evidence());
    both.addAll(clause.evidence());
    facts.set(
        facts.size() - 1,
        order
            .get()
            .with(
                order.get().topic(),
                text.substring(0, text.length() - 1) + ", " + detail + ".",
                both));
  }

  /** "We don't need to repeat it." "Well, let's repeat it": of the two the later holds. */
  private void turnRound(Fact last) {
    List<Token> words = Tokenizer.tokens(last.text());
    boolean needless = isNeedless(last);
    Clinical ordered = Clinical.of(words);
    facts.removeIf(
        fact ->
            fact != last
                && fact.content() == Content.PLAN
                && fact.origin().order()
                && isNeedless(fact) != needless
                && ordered.sharesOrdered(Clinical.of(Tokenizer.tokens(fact.text())))
                && verb(words).equals(verb(Tokenizer.tokens(fact.text()))));
  }

  private static boolean isNeedless(Fact fact) {
    return fact.text().startsWith(NEEDLESS);
  }

  /** What is to be done, or need not be. */
  private String verb(List<Token> words) {
    return words.stream()
        .map(Token::text)
        .filter(word -> verbs.isBase(word) && !verbs.isAuxiliary(word) && !word.equals("need"))
        .findFirst()
        .orElse("");
  }

  /** That there is none of a kind; it goes when anything of the kind is told. */
  void none(Content content, String text, List<Evidence> evidence) {
    Fact none = new Fact(content, "", text, NONE, evidence, antecedents.origin(false));
    facts.add(none);
    nones.add(none);
  }

  private void add(
      Content content,
      String topic,
      String said,
      double weight,
      List<Evidence> evidence,
      boolean order) {
    String told = Rewording.of(said);
    Matcher named = NAMED.matcher(told);
    boolean assessed = content == Content.ASSESSMENT && !topic.isEmpty() && named.find();
    String text =
        assessed ? Prose.capitalized(told.substring(named.end())) : antecedents.resolved(told);
    boolean heading = content == Content.CHIEF_COMPLAINT || text.equals(topic + ".");
    // under the name of a body system findings are a list
    boolean listed = LISTED.contains(content) || content == Content.EXAMINATION && !topic.isEmpty();
    boolean whole =
        text.indexOf(' ') > 0
            && (assessed
                || listed
                || TITLED.matcher(text).matches()
                || order && isOrder(Tokenizer.tokens(text))
                || verbs.isSentence(Tokenizer.tokens(text)));
    if ((heading && !text.isEmpty() || whole) && !BROKEN.matcher(text).find()) {
      added++;
      facts.add(
          new Fact(
              content,
              topic,
              text,
              Math.max(0, Math.min(1, weight)),
              evidence,
              antecedents.origin(order)));
    }
  }

  /** "Restart the omeprazole", "no basketball for four weeks". */
  private static boolean isOrder(List<Token> tokens) {
    int verb = tokens.get(0).is("probably") ? 1 : 0;
    return Phrases.english().at("imperative", tokens, verb) > 0 || Orders.isBan(tokens);
  }

  /** How many facts were ever added, be they taken back since. */
  int added() {
    return added;
  }

  /** Takes back what was added of a kind. */
  void withdraw(Content content) {
    facts.removeIf(fact -> fact.content() == content);
  }

  /** Puts right what was said with the wrong side, here and now by somebody who knows. */
  void correct(CorrectedSide side, List<Evidence> evidence) {
    facts.replaceAll(
        fact -> {
          String text = side.applied(fact.text());
          if (text.equals(fact.text())) {
            return fact;
          }
          List<Evidence> both = new ArrayList<>(fact.evidence());
          both.addAll(evidence);
          return fact.with(fact.topic(), text, both);
        });
  }

  /** The same of what was said last alone. */
  void correctLast(CorrectedSide side, List<Evidence> evidence) {
    if (facts.isEmpty()) {
      return;
    }
    List<Fact> earlier = List.copyOf(facts.subList(0, facts.size() - 1));
    facts.subList(0, facts.size() - 1).clear();
    correct(side, evidence);
    facts.addAll(0, earlier);
  }

  /** The patient says that it is not so: what is told of them on these words goes. */
  void refute(List<Evidence> said) {
    facts.removeIf(fact -> REFUTABLE.contains(fact.content()) && fact.evidence().equals(said));
  }

  /** "Let's hold off on the x-ray": what was ordered before of the same goes. */
  void retract(Clinical ordered) {
    List<Fact> back =
        facts.stream()
            .filter(fact -> fact.content() == Content.PLAN && fact.origin().order())
            .filter(fact -> ordered.sharesOrdered(Clinical.of(Tokenizer.tokens(fact.text()))))
            .toList();
    facts.removeAll(back);
    back.forEach(fact -> refused.addAll(fact.evidence()));
  }

  /** Whether what was ordered with these words was taken back or refused. */
  boolean isRefused(List<Evidence> said) {
    return refused.containsAll(said);
  }

  /** The patient refuses what they name: it does not stand in the plan, but that it was refused. */
  void refuse(String text, Clinical refused, Clause clause) {
    retract(refused);
    order(Content.PLAN, "", text, clause);
  }

  /** "I'd rather not do that": what it is, the last order says. */
  void refuseLast(Clause clause) {
    Optional<Fact> order = lastOrder();
    List<String> named =
        order.map(it -> Clinical.of(Tokenizer.tokens(it.text())).ordered()).orElse(List.of());
    if (named.isEmpty()) {
      return;
    }
    facts.remove(order.get());
    refused.addAll(order.get().evidence());
    List<Evidence> both = new ArrayList<>(order.get().evidence());
    both.addAll(clause.evidence());
    String text =
        Prose.capitalized(ThirdPerson.PATIENT) + " declines " + String.join(" and ", named) + ".";
    add(Content.PLAN, order.get().topic(), text, 1, both, true);
  }

  private Optional<Fact> lastOrder() {
    return facts.stream()
        .filter(fact -> fact.content() == Content.PLAN && fact.origin().order())
        .reduce((a, b) -> b);
  }

  boolean has(Content content) {
    return facts.stream().anyMatch(fact -> fact.content() == content);
  }

  List<Fact> facts() {
    List<Fact> told = new ArrayList<>(facts);
    told.removeIf(fact -> nones.contains(fact) && isDisproved(fact));
    return List.copyOf(told);
  }

  /** "No known allergies", and later "penicillin gives me hives". */
  private boolean isDisproved(Fact none) {
    return facts.stream()
        .filter(fact -> fact.content() == none.content() && !nones.contains(fact))
        .anyMatch(fact -> Phrases.english().at("denial", Tokenizer.tokens(fact.text()), 0) == 0);
  }
}
