package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.cleaning.Clause;
import io.github.ambientgpt.core.cleaning.CleanStage;
import io.github.ambientgpt.core.cleaning.Conversation;
import io.github.ambientgpt.core.cleaning.Turn;
import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What was said in a visit, clause by clause, and what it names. Not changed once made. */
final class Visit {
  private final Transcript transcript;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<Spoken> clauses = new ArrayList<>();
  private final List<Naming> namings;
  private final List<Naming> circumstances;

  private Visit(Transcript transcript, Optional<Note> note, Monitor monitor) {
    this.transcript = transcript;
    for (Utterance utterance : transcript.utterances()) {
      places.put(utterance.id(), places.size());
    }
    Conversation conversation = new CleanStage().run(transcript, monitor);
    Clause question = null;
    for (Turn turn : conversation.turns()) {
      boolean answers = turn.role() != Role.CLINICIAN;
      for (Clause clause : turn.clauses()) {
        boolean answer = answers && question != null && isBehind(clause, question);
        clauses.add(
            new Spoken(
                clauses.size(),
                clause,
                answer ? Optional.of(question) : Optional.empty(),
                transcript));
        boolean something = !clause.tokens().isEmpty() || clause.reply() != Clause.Reply.NONE;
        if (answer && something) {
          question = null;
        }
        if (!answers && clause.question()) {
          question = clause;
        } else if (!answers && !clause.tokens().isEmpty()) {
          question = null;
        }
      }
    }
    List<Naming> all = new ArrayList<>(named(clauses));
    note.ifPresent(checked -> all.addAll(named(statements(checked))));
    this.namings = List.copyOf(all);
    this.circumstances = new NamingReader(new SocialFactorTerms()::find).read(clauses, transcript);
  }

  /** Not a mere "mm-hmm" that falls into the midst of the question. */
  private boolean isBehind(Clause clause, Clause question) {
    List<Evidence> asked = question.evidence();
    return asked.size() < 2
        || clause.evidence().stream()
            .noneMatch(
                place -> order(place.utterance()) < order(asked.get(asked.size() - 1).utterance()));
  }

  private int order(String utterance) {
    return places.get(utterance);
  }

  /**
   * @param note checked against the transcript; what it says counts where the transcript supports
   *     it
   */
  static Visit of(Transcript transcript, Optional<Note> note, Monitor monitor) {
    return new Visit(transcript, note, monitor);
  }

  private List<Naming> named(List<Spoken> spoken) {
    return new NamingReader(Vocabulary.english()::mentions).read(spoken, transcript);
  }

  private List<Spoken> statements(Note note) {
    List<Spoken> statements = new ArrayList<>();
    for (Section section : note.sections()) {
      for (Statement statement : section.statements()) {
        if (isOwn(section.title()) && isOwn(statement.topic()) && isSaid(statement)) {
          Clause clause =
              new Clause(
                  Role.CLINICIAN,
                  Tokenizer.tokens(statement.text()),
                  Clause.Reply.NONE,
                  false,
                  statement.evidence());
          statements.add(new Spoken(-1, clause, Optional.empty(), transcript));
        }
      }
    }
    return statements;
  }

  /** Under "Family history" stands what others have. */
  private static boolean isOwn(String heading) {
    return !heading.toLowerCase(Locale.ROOT).contains("family");
  }

  private static boolean isSaid(Statement statement) {
    return statement.support() == Support.SUPPORTED && !statement.evidence().isEmpty();
  }

  Transcript transcript() {
    return transcript;
  }

  List<Spoken> clauses() {
    return List.copyOf(clauses);
  }

  /** The circumstances of life that are named; their concepts' names are codes. */
  List<Naming> circumstances() {
    return circumstances;
  }

  /** Everything clinical that is named, in the order it was said. */
  List<Naming> namings() {
    return namings;
  }
}
