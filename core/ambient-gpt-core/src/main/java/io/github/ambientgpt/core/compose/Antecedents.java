package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.reading.Clause;
import io.github.ambientgpt.core.reading.Mention;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what "it", "this" or "they" stands for where a sentence begins so: what was asked about, or
 * what the clause before named. A sentence whose subject nobody knows has no place in a note. For
 * one thread.
 */
final class Antecedents {
  private static final Pattern PRONOUN =
      Pattern.compile(
          "^(?:(?:It|They)(?= )|(?:This|That|These|Those)(?="
              + " (?:is|are|was|were|has|have|had|does|do|did|will|would|can|could"
              + "|should|may|might|just|also|really|still|actually|usually|always|only|never|not|all|pretty|seems?|looks?"
              + "|feels?|hurts?|helps?|gets?|goes|comes?|came|started|starts|got|went|shows?|showed|works?|stays?"
              + "|bothers?|makes?|made|happens?|happened|lasts?|lasted|runs?|keeps?|kept|sounds?|appears?|gives?|gave"
              + "|seemed|needs?|includes?|means?|improves?|improved|becomes?|became|feel|take|takes|took)\\b))");

  /** "It is important that …" stands for nothing. */
  private static final Pattern EXPLETIVE =
      Pattern.compile(
          "^It (?:is|was)"
              + " (?:important|recommended|possible|likely|unlikely|necessary|best|okay|fine|thought|not"
              + " thought)\\b.*");

  /**
   * "It is she who …", "it means that …", "it is just her face": no thing that was named is that.
   */
  private static final Pattern NO_THING =
      Pattern.compile(
          "^(?:It|They|That|This|These|Those) (?:(?:is|are|was|were)(?: just| really| probably)?"
              + " (?:the patient|he|she|they|her|his|their|for sure|when|where|how|because|like)\\b"
              + "|means?\\b).*");

  /** "This is new type 2 diabetes": the patient has what it is. */
  private static final Pattern IDENTIFIES =
      Pattern.compile(
          "^(?:It|This|That) is (?:just |really )?(?!(?:not|likely|most|probably|possibly|maybe)\\b)");

  /** What an illness can be called before its name. */
  private static final String QUALIFIED =
      "(?:an? |some )?(?:(?:new|acute|chronic|recurrent|early|mild|moderate|severe|simple|classic"
          + "|typical|viral|bacterial|seasonal|left|right|uncontrolled|uncomplicated) ){0,2}";

  /** What wraps a statement that says all without it. */
  private static final Pattern WRAPPER =
      Pattern.compile(
          "^(?:It|That) (?:looks|seems|appears|sounds)(?: to (?:be|me))? (?:like|as if|that)"
              + " (?=(?:the|there|he|she|they|his|her|their|a|an|\\w+"
              + " (?:is|are|has|have|was|were))\\b)");

  /** Of a part of the body no more is said than this. */
  private static final Pattern AILING =
      Pattern.compile(
          "^(?:It|They) (?:just |really |still |also )?(?:hurts?|is|are|feels?) (?:a little |a bit"
              + " |very |really |so |still"
              + " )?(?:stiff|sore|swollen|tender|painful|numb|warm|red|weak|tight|better|worse|fine|normal)?\\b");

  /** Only drugs work. */
  private static final Pattern WORKING =
      Pattern.compile("^(?:It|They|That) [a-z ]*\\b(?:works?|worked|working|helps?|helped)\\b");

  /** No test or drug does this. */
  private static final Pattern HURTING =
      Pattern.compile(
          "^(?:It|They|That) [a-z ]*\\b(?:hurts?|hurting|aches?|aching|itche?s?|throbs?|throbbing"
              + "|swells?|swelled|swollen|stings?)\\b.*"
              + "|^(?:It|They|That|This) (?:is|are|was|were) (?:[a-z]+ ){0,3}"
              + "(?:pain|strain|sprain|arthritis|tendonitis)\\b.*");

  private static final Conjugation VERBS = new Conjugation();

  /** What names an illness as often as what is done. */
  private static final Set<String> NOUNS =
      Set.of(
          "cough",
          "pain",
          "rash",
          "fall",
          "stroke",
          "ache",
          "itch",
          "cramp",
          "burn",
          "x-ray",
          "cut",
          "bruise",
          "sprain",
          "strain",
          "swelling",
          "bleeding",
          "headache");

  private static final Set<ConceptKind> NAMED =
      EnumSet.of(
          ConceptKind.SYMPTOM,
          ConceptKind.CONDITION,
          ConceptKind.FINDING,
          ConceptKind.TEST,
          ConceptKind.PROCEDURE,
          ConceptKind.DRUG,
          ConceptKind.DRUG_CLASS,
          ConceptKind.BODY_PART);

  private Optional<Clause> now = Optional.empty();
  private Optional<Clause> before = Optional.empty();
  private Optional<Clause> asked = Optional.empty();
  private Optional<String> drug = Optional.empty();
  private int drugAt = Integer.MIN_VALUE;

  /** No further back is what a dose without a name is a dose of. */
  private static final int NEAR = 3;

  private final int clauses;

  /**
   * @param clauses how many the visit has
   */
  Antecedents(int clauses) {
    this.clauses = clauses;
  }

  /** Where in the visit the clause stands that is read now. */
  Origin origin(boolean order) {
    return new Origin(
        now.map(clause -> clause.speaker().role()).orElse(Role.UNKNOWN),
        now.map(clause -> (double) clause.number() / clauses).orElse(0.0),
        asked.isPresent(),
        order);
  }

  /** Another clause is read. */
  void read(Clause clause, Optional<Clause> question) {
    before = now;
    now = Optional.of(clause);
    asked = question;
    clause
        .mentions(ConceptKind.DRUG)
        .reduce((a, b) -> b)
        .ifPresent(
            mention -> {
              drug = Optional.of(mention.written());
              drugAt = clause.number();
            });
  }

  /** "I got a rash from it", said of a drug that was just named. */
  private static final Pattern OF_DRUG =
      Pattern.compile(
          "(?<= (?:from|with|to|on|take|takes|taking|took|tried)) (?:it|that)(?=[ .,])");

  /** "You take one gram", of what was prescribed before. */
  private static final Pattern MERE_DOSE = Pattern.compile("\\b([Tt]akes?|[Tt]aking) (?=\\d)");

  private String withDrug(String sentence) {
    boolean near = now.isPresent() && drug.isPresent() && now.get().number() - drugAt <= NEAR;
    boolean named = now.isPresent() && now.get().mentions(ConceptKind.DRUG).findAny().isPresent();
    if (!near || named) {
      return sentence;
    }
    String name = Matcher.quoteReplacement(drug.get());
    String dosed = MERE_DOSE.matcher(sentence).replaceFirst("$1 " + name + " ");
    return OF_DRUG.matcher(dosed).replaceFirst(" " + name);
  }

  /** Empty when the sentence begins with a pronoun that stands for nothing that was named. */
  String resolved(String sentence) {
    String text = withDrug(WRAPPER.matcher(sentence).replaceFirst(""));
    text = Prose.capitalized(text);
    Matcher pronoun = PRONOUN.matcher(text);
    if (!pronoun.find() || EXPLETIVE.matcher(text).matches()) {
      return text;
    }
    Optional<String> diagnosis = identified(text);
    if (diagnosis.isPresent()) {
      return diagnosis.get();
    }
    boolean plural = pronoun.group().matches("These|Those|They");
    Optional<String> named =
        NO_THING.matcher(text).matches() ? Optional.empty() : named(plural, text);
    if (named.isPresent()) {
      return named.get() + text.substring(pronoun.end());
    }
    boolean told = now.isPresent() && now.get().speaker().role() != Role.CLINICIAN;
    boolean telling =
        now.isPresent()
            && (now.get().mentions().stream().anyMatch(this::isTelling)
                || !now.get().sides().isEmpty()
                || now.get().amounts().stream()
                    .anyMatch(a -> a.quantity().filter(q -> q.isTime()).isPresent()));
    return told && telling
        ? "Reports that " + text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1)
        : "";
  }

  /** Of what a clinician says that "this" is. */
  private Optional<String> identified(String text) {
    Matcher identifies = IDENTIFIES.matcher(text);
    if (!identifies.find() || now.isEmpty() || now.get().speaker().role() != Role.CLINICIAN) {
      return Optional.empty();
    }
    String named = text.substring(identifies.end());
    return now.get()
        .mentions(ConceptKind.CONDITION)
        .map(Mention::written)
        .filter(
            illness ->
                Pattern.compile("(?i)^" + QUALIFIED + Pattern.quote(illness) + "\\b")
                    .matcher(named)
                    .find())
        .findFirst()
        .map(illness -> Prose.capitalized(ThirdPerson.PATIENT) + " has " + named);
  }

  private static boolean isDrug(Mention mention) {
    return mention.is(ConceptKind.DRUG) || mention.is(ConceptKind.DRUG_CLASS);
  }

  private static boolean isDone(Mention mention) {
    return isDrug(mention) || mention.is(ConceptKind.TEST) || mention.is(ConceptKind.PROCEDURE);
  }

  private boolean isTelling(Mention mention) {
    return NAMED.contains(mention.concept().kind()) && !mention.is(ConceptKind.BODY_PART);
  }

  private Optional<String> named(boolean plural, String text) {
    boolean dose = now.isPresent() && isDosed(now.get());
    if (dose && drug.isPresent() && now.get().number() - drugAt <= NEAR) {
      return drug.map(Antecedents::written);
    }
    return asked
        .flatMap(question -> named(question, plural, text))
        .or(
            () ->
                before
                    .filter(b -> now.get().number() - b.number() == 1)
                    .flatMap(b -> named(b, plural, text)));
  }

  private static boolean isDosed(Clause clause) {
    return clause.amounts().stream().anyMatch(a -> a.quantity().filter(q -> q.isDose()).isPresent())
        && clause.mentions(ConceptKind.DRUG).findAny().isEmpty();
  }

  /** The thing of a clause that a pronoun can stand for, with its article. */
  private Optional<String> named(Clause clause, boolean plural, String text) {
    return clause.mentions().stream()
        .filter(m -> NAMED.contains(m.concept().kind()))
        .filter(m -> isTelling(m) || AILING.matcher(text).find())
        .filter(m -> !VERBS.isSentence(Tokenizer.tokens(m.written()))) // "lungs are clear"
        .filter(m -> isDrug(m) || !WORKING.matcher(text).find())
        .filter(m -> !isDone(m) || !HURTING.matcher(text).matches())
        .filter(
            m ->
                !VERBS.isBase(m.written().toLowerCase(Locale.ROOT))
                    || NOUNS.contains(m.written().toLowerCase(Locale.ROOT)))
        .filter(m -> isPlural(m.written()) == plural)
        .filter(m -> !text.toLowerCase(Locale.ROOT).contains(m.written().toLowerCase(Locale.ROOT)))
        .reduce((a, b) -> isTelling(a) && !isTelling(b) ? a : b)
        .map(m -> (m.is(ConceptKind.DRUG) ? "" : "the ") + m.written())
        .map(Antecedents::written);
  }

  private static String written(String words) {
    List<Token> tokens = Tokenizer.tokens(words);
    return Prose.capitalized(Prose.text(tokens));
  }

  private static boolean isPlural(String words) {
    return words.endsWith("s") && !words.matches("(?i).*(?:ss|us|is|ness|diabetes|scoliosis)");
  }
}
