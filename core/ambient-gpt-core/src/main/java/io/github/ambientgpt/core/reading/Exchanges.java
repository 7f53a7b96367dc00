package io.github.ambientgpt.core.reading;

import io.github.ambientgpt.core.cleaning.Clause.Reply;
import io.github.ambientgpt.core.cleaning.Conversation;
import io.github.ambientgpt.core.cleaning.Turn;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads a conversation clause by clause, and questions together with their answers. */
final class Exchanges {
  private static final Pattern TAG = Pattern.compile("(?i),\\s*(?:okay|ok|all ?right)\\s*\\?\\s*$");

  private static final int LONGEST_LIST = 16;
  private static final int SHORT_ANSWER = 7;

  /** "Well, what exactly do you mean by that, doctor?" */
  private static final int LONGEST_DOUBT = 9;

  /** "High blood pressure?" */
  private static final int LONGEST_ECHO = 4;

  private static final int LEAD = 5;
  private static final Set<String> INSISTING = Set.of("do", "does", "did");

  private final ClinicalReader reader;
  private final Map<String, Utterance> utterances = new HashMap<>();
  private final Persons persons;
  private final List<Clause> clauses = new ArrayList<>();

  /** The numbers of the questions that nobody has answered yet. */
  private final List<Integer> open = new ArrayList<>();

  /** Those that were answered last, by a mere "mm-hmm". */
  private final List<Integer> murmured = new ArrayList<>();

  /** Whether the other one asked what was meant: what the asker says next explains the question. */
  private boolean askedBack;

  private final Monitor monitor;

  Exchanges(ClinicalReader reader, Transcript transcript, Monitor monitor) {
    this.reader = reader;
    this.monitor = monitor;
    transcript.utterances().forEach(utterance -> utterances.put(utterance.id(), utterance));
    this.persons = Persons.of(transcript);
  }

  Reading read(Conversation conversation) {
    conversation.turns().forEach(this::read);
    leaveOpen();
    return new Reading(clauses);
  }

  private void read(Turn turn) {
    boolean asker = turn.role() == Role.CLINICIAN && !isAskedByOther(turn);
    boolean answers = !asker && !open.isEmpty();
    boolean explains = asker && askedBack;
    askedBack = false;
    int left = turn.clauses().size();
    for (io.github.ambientgpt.core.cleaning.Clause said : turn.clauses()) {
      monitor.checkCancelled();
      left--;
      boolean something = !said.tokens().isEmpty() || said.reply() != Reply.NONE;
      if (!something) {
        continue;
      }
      Clause clause = clause(said);
      clauses.add(clause);
      if (!asker && !murmured.isEmpty() && isMere(clause, Reply.NO)) { // "Mm-hmm. No."
        open.clear();
        open.addAll(murmured);
        answers = true;
      }
      murmured.clear();
      if (answers && asksBack(said, clause)) {
        askedBack = true;
        answers = false;
      } else if (answers) {
        answered(clause);
        answers = false;
      } else if (asks(said, clause) || (left == 0 || !open.isEmpty()) && isBareList(clause)) {
        if (explains) {
          leaveOpen();
          explains = false;
        }
        open.add(clause.number());
      } else if (explains && explains(clause)) {
        clauses.set(clause.number(), clause.asked(Polarity.OPEN));
      } else if (!clause.words().isEmpty() && !askedBack) {
        explains = false;
        leaveOpen();
      }
    }
    if (!asker && !askedBack) {
      leaveOpen();
    }
  }

  private static boolean asksBack(io.github.ambientgpt.core.cleaning.Clause said, Clause clause) {
    int words = clause.words().size();
    return said.question()
        && said.reply() == Reply.NONE
        && (words <= LONGEST_ECHO || words <= LONGEST_DOUBT && begins(clause, WordClass.ASKS_BACK));
  }

  /** "Well, anything like that", "or high blood pressure". */
  private static boolean explains(Clause clause) {
    return begins(clause, WordClass.EXPLAINS)
        || clause.words().list().stream().noneMatch(t -> isOfASentence(t.text()));
  }

  /** In its first words. */
  private static boolean begins(Clause clause, WordClass words) {
    int to = Math.min(LEAD, clause.words().size());
    return IntStream.range(0, to).anyMatch(i -> Cues.is(words, clause.words().word(i)));
  }

  /** Of two clinicians one asks the other: "Any allergies?" "None." */
  private boolean isAskedByOther(Turn turn) {
    return !open.isEmpty()
        && !turn.clauses().isEmpty()
        && !clauses.get(open.get(open.size() - 1)).speaker().equals(speaker(turn.clauses().get(0)));
  }

  private Speaker speaker(io.github.ambientgpt.core.cleaning.Clause said) {
    Utterance first = utterances.get(said.evidence().get(0).utterance());
    return new Speaker(first.speaker().label(), said.role());
  }

  /** A question that nobody answered still says what was spoken of. */
  private void leaveOpen() {
    open.forEach(number -> clauses.set(number, clauses.get(number).asked(Polarity.OPEN)));
    open.clear();
  }

  private static boolean isMere(Clause clause, Reply reply) {
    return clause.reply() == reply && clause.words().isEmpty();
  }

  private Clause clause(io.github.ambientgpt.core.cleaning.Clause said) {
    List<String> ids = said.evidence().stream().map(Evidence::utterance).distinct().toList();
    Utterance first = utterances.get(ids.get(0));
    Speaker speaker = speaker(said);
    Tokens cleaned = Tokens.of(said.tokens(), ids.size() == 1 ? first.text() : "");
    // whoever wrote speech down knew what its abbreviations stand for
    Tokens tokens = Abbreviations.expanded(cleaned, abbreviation -> true);
    persons.speaks(speaker);
    boolean asks = said.role() != Role.PATIENT;
    return reader.clause(
        clauses.size(),
        speaker,
        said.question() ? Act.ASKS : Act.TELLS,
        said.reply(),
        tokens,
        asks,
        persons,
        said.evidence());
  }

  private boolean asks(io.github.ambientgpt.core.cleaning.Clause said, Clause clause) {
    boolean unmarked =
        said.role() == Role.CLINICIAN
            && clause.assertions().stream().anyMatch(a -> a.polarity() == Polarity.OPEN);
    return (said.question() && !isTagged(said) || unmarked || isRelayed(clause))
        && !isSelfAnswered(clause);
  }

  /** "Ask him if he drinks": to an interpreter. */
  private static boolean isRelayed(Clause clause) {
    return clause.speaker().role() == Role.CLINICIAN
        && clause.words().word(0).equals("ask")
        && Cues.is(WordClass.PRONOUN, clause.words().word(1));
  }

  /** "Nausea or vomiting" at the end of a clinician's turn asks, if it has no mark to say so. */
  private static boolean isBareList(Clause clause) {
    return clause.speaker().role() == Role.CLINICIAN
        && clause.isClinical()
        && clause.words().size() <= LONGEST_LIST
        && clause.mentions().stream()
            .allMatch(
                m -> m.is(ConceptKind.SYMPTOM) && m.assertion().polarity() == Polarity.AFFIRMED)
        && clause.words().list().stream().noneMatch(t -> isOfASentence(t.text()));
  }

  private static boolean isOfASentence(String word) {
    return Cues.is(WordClass.ASKS, word) && !word.equals("any")
        || Cues.is(WordClass.COPULA, word)
        || Cues.is(WordClass.SUBJECT, word);
  }

  /** "Any chest pain no": whoever asks answers, too. */
  private static boolean isSelfAnswered(Clause clause) {
    String last = clause.words().word(clause.words().size() - 1);
    return clause.words().size() > 1 && (last.equals("no") || Cues.is(WordClass.YES, last));
  }

  /** "There is some edema, okay?" asks for nothing. */
  private boolean isTagged(io.github.ambientgpt.core.cleaning.Clause clause) {
    Evidence last = clause.evidence().get(clause.evidence().size() - 1);
    String text = utterances.get(last.utterance()).text();
    return !clause.tokens().isEmpty()
        && !Cues.is(WordClass.ASKS, clause.tokens().get(0).text())
        && TAG.matcher(text.substring(last.begin(), last.end())).find();
  }

  /** "Any fever?" and "No" say together that there is no fever. */
  private void answered(Clause answer) {
    List<Integer> answered = new ArrayList<>();
    if (reply(answer) == Reply.NO) { // "Any fever? Chills?" "No"
      answered.addAll(open);
    } else {
      answered.add(open.get(open.size() - 1));
    }
    open.removeAll(answered);
    leaveOpen();
    if (isMere(answer, Reply.YES)) {
      murmured.addAll(answered);
    }
    Clause last = clauses.get(answered.get(answered.size() - 1));
    Clause told = answer.answering(answered, last.experiencer());
    Optional<Clause> itemized = told.itemized();
    if (itemized.isPresent()) {
      clauses.set(told.number(), itemized.get());
      for (int number : answered) {
        clauses.set(number, clauses.get(number).asked(Polarity.OPEN).agreeing(itemized.get()));
      }
      return;
    }
    if (reply(told) != told.reply()) {
      told = told.asked(Polarity.NEGATED);
    }
    clauses.set(told.number(), told);
    for (int number : answered) {
      Clause question = clauses.get(number);
      Clause decided = question.asked(polarity(question, told));
      if (told.words().word(0).equals("just") || told.words().word(0).equals("only")) {
        decided = told.names(question) ? question.asked(Polarity.NEGATED) : decided;
      }
      clauses.set(number, reply(told) == Reply.YES ? decided : decided.agreeing(told));
    }
  }

  private static Polarity polarity(Clause question, Clause answer) {
    return switch (reply(answer)) {
      case YES ->
          question.isNegative() && answer.words().size() <= 1
              ? Polarity.NEGATED // "No fever?" "Right."
              : Polarity.AFFIRMED;
      case NO -> // "No fever?" and "No" agree; "No, it did get bad" does not deny
          insists(answer.words()) ? Polarity.AFFIRMED : Polarity.NEGATED;
      case PARTLY -> answer.isClinical() ? Polarity.OPEN : Polarity.AFFIRMED;
      case NONE ->
          namesDrug(answer) && !namesDrug(question) // "Allergies?" "Penicillin"
                  || isEchoed(question, answer)
                  || isMeasured(answer)
              ? Polarity.AFFIRMED
              : Polarity.OPEN;
    };
  }

  /** "Any cramps?" "At night sometimes": what is so often, or so much, is. */
  private static boolean isMeasured(Clause answer) {
    boolean often =
        answer.amounts().stream().anyMatch(a -> !a.is(Amount.Kind.ROUTE))
            || answer.words().list().stream().anyMatch(w -> Cues.is(WordClass.OFTEN, w.text()));
    return often && answer.words().size() <= SHORT_ANSWER && isPlain(answer);
  }

  private static boolean isPlain(Clause answer) {
    return !answer.isClinical()
        && answer.assertions().stream()
            .allMatch(
                a ->
                    a.polarity() == Polarity.AFFIRMED
                        && a.certainty() == Certainty.CERTAIN
                        && !a.status().isToCome()
                        && a.status() != Status.CONDITIONAL
                        && a.status() != Status.STOPPED);
  }

  /** "And the flu shot?" "I got that in October": what is had, done or taken, is. */
  private static boolean isEchoed(Clause question, Clause answer) {
    boolean thing =
        question.mentions().stream()
            .anyMatch(
                m ->
                    m.is(ConceptKind.DRUG)
                        || m.is(ConceptKind.TEST)
                        || m.is(ConceptKind.PROCEDURE));
    Tokens words = answer.words();
    boolean echo =
        Cues.is(WordClass.PERSON_SUBJECT, words.word(0))
            && (Cues.is(WordClass.ECHO, words.word(2)) || Cues.is(WordClass.ECHO, words.word(3)));
    return thing && echo && isPlain(answer);
  }

  /** "Headaches or dizziness, no" answers at its end. */
  private static Reply reply(Clause answer) {
    String last = answer.words().word(answer.words().size() - 1);
    return answer.reply() == Reply.NONE && (last.equals("no") || last.equals("nope"))
        ? Reply.NO
        : answer.reply();
  }

  private static boolean insists(Tokens words) {
    boolean subject =
        Cues.is(WordClass.PERSON_SUBJECT, words.word(0)) || words.word(0).equals("it");
    return subject
        && INSISTING.contains(words.word(1))
        && words.size() > 2
        && !words.word(2).equals("not");
  }

  private static boolean namesDrug(Clause clause) {
    return clause
        .mentions(ConceptKind.DRUG)
        .anyMatch(drug -> drug.assertion().polarity() == Polarity.AFFIRMED);
  }
}
