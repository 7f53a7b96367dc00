package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.cleaning.Clause;
import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.note.Content;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of the background that is spoken of: what is told of it belongs there, and a no to the
 * question says that there is none, also where the patient first asks what is meant. For one
 * thread.
 */
final class BackgroundTopic {
  /** What the clinician says so many clauses later is of something else. */
  private static final int LASTS = 3;

  private static final Phrases PHRASES = Phrases.english();

  private final FactCollector draft;
  private Optional<Background> topic = Optional.empty();
  private Clause named;
  private int age;

  /** Whether it was asked about and not answered. */
  private boolean open;

  /** Whether the patient asked what is meant. */
  private boolean askedBack;

  BackgroundTopic(FactCollector draft) {
    this.draft = draft;
  }

  /** The clinician says something. */
  void hear(Clause said) {
    Optional<Background> turned = Background.of(said.tokens());
    if (turned.isPresent()) {
      topic = turned;
      named = said;
      age = 0;
      open = said.question() || PHRASES.within("asks-to-tell", said.tokens());
      askedBack = false;
    } else if (said.length() > 0) {
      age++;
      boolean goesOn = PHRASES.at("goes-on-asking", said.tokens(), 0) > 0;
      boolean other =
          said.question()
              && !askedBack
              && !goesOn
              && Clinical.of(said.tokens()).names(ConceptKind.values());
      open &= age <= LASTS && (askedBack || said.question() && goesOn);
      if (other || age > LASTS) {
        topic = Optional.empty();
      }
    }
  }

  /** Adds that there is none, or that it runs in the family, where the clause says no more. */
  boolean answered(Clause said) {
    if (!open || topic.isEmpty()) {
      return false;
    }
    if (said.question()) {
      askedBack = true;
      return false;
    }
    boolean no = said.reply() == Clause.Reply.NO && said.length() == 0;
    if (said.length() == 0 && !no && said.reply() == Clause.Reply.NONE) {
      return false;
    }
    open = false;
    int echo = PHRASES.at("echoed", said.tokens(), 0); // "they do"
    boolean yes = said.reply() == Clause.Reply.YES && said.tokens().size() == echo;
    Optional<String> runs = yes ? topic.get().affirmed(named.tokens()) : Optional.empty();
    if (runs.isPresent()) {
      draft.add(topic.get().content(), "", runs.get(), 1, both(said));
      return true;
    }
    if (!topic.get().isWhollyAsked(named.tokens()) || !no && !Background.isNone(said.tokens())) {
      return false;
    }
    draft.none(topic.get().content(), topic.get().none(named.tokens()), both(said));
    return true;
  }

  private List<Evidence> both(Clause said) {
    List<Evidence> both = new ArrayList<>(named.evidence());
    both.addAll(said.evidence());
    return both;
  }

  /** "Any surgeries?" "Two cesareans": what is told of it without a verb; empty for nothing. */
  Optional<String> named(List<Token> answer, Clinical told) {
    return topic
        .filter(background -> age == 0)
        .flatMap(background -> background.named(answer, told));
  }

  /** Where what is told belongs while the topic lasts. */
  Optional<Content> of(List<Token> tokens, Clinical told) {
    return topic.filter(background -> background.holds(tokens, told)).map(Background::content);
  }
}
