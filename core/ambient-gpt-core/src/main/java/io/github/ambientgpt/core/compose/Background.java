package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.note.Content;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A part of a patient's background that clinicians ask about by its name. */
enum Background {
  ALLERGIES(Content.ALLERGIES, "allergy"),
  FAMILY(Content.FAMILY_HISTORY, "family"),
  SURGERY(Content.PAST_HISTORY, "asks-surgery"),
  MEDICATIONS(Content.MEDICATIONS, "asks-drugs"),
  ILLNESS(Content.PAST_HISTORY, "asks-illness");

  /** An answer of more words, as "no, but my mother had one", says more than that there is none. */
  private static final int LONGEST_NONE = 14;

  private static final Phrases PHRASES = Phrases.english();

  private final Content content;
  private final String cue;

  Background(Content content, String cue) {
    this.content = content;
    this.cue = cue;
  }

  /**
   * What a clinician's clause asks about, or turns to: "let us start with your medical history".
   */
  static Optional<Background> of(List<Token> tokens) {
    for (Background background : values()) {
      if (PHRASES.within(background.cue, tokens)) {
        return Optional.of(background);
      }
    }
    return Optional.empty();
  }

  /** Where it stands in a note. */
  Content content() {
    return content;
  }

  /**
   * Whether what is told belongs to it: an illness or an operation to the past, a drug to drugs.
   */
  boolean holds(List<Token> tokens, Clinical told) {
    return switch (this) {
      case ALLERGIES, MEDICATIONS ->
          told.names(ConceptKind.DRUG, ConceptKind.DRUG_CLASS, ConceptKind.SUBSTANCE);
      case FAMILY ->
          !PHRASES.has("first-person", tokens.get(0).text())
              && told.names(ConceptKind.CONDITION, ConceptKind.PROCEDURE);
      case SURGERY -> told.names(ConceptKind.PROCEDURE);
      case ILLNESS -> told.names(ConceptKind.CONDITION, ConceptKind.PROCEDURE);
    };
  }

  /**
   * What an answer without a verb says, where it names what was asked for: "two cesareans", "asthma
   * when I was a kid".
   */
  Optional<String> named(List<Token> answer, Clinical told) {
    boolean denied = PHRASES.has("negation", answer.get(0).text());
    return switch (this) {
      case SURGERY ->
          Optional.of("Surgeries: ")
              .filter(title -> !denied && told.names(ConceptKind.PROCEDURE, ConceptKind.BODY_PART));
      case ILLNESS ->
          Optional.of("Illnesses: ").filter(title -> !denied && told.names(ConceptKind.CONDITION));
      case ALLERGIES, FAMILY, MEDICATIONS -> Optional.empty();
    };
  }

  /** Whether a no to a question says that there is none, and not only none of something. */
  boolean isWhollyAsked(List<Token> asked) {
    return switch (this) {
      case ALLERGIES -> PHRASES.within("asks-of-allergies", asked);
      case FAMILY -> PHRASES.within("asks-of-illness", asked) || !named(asked).isEmpty();
      case MEDICATIONS ->
          PHRASES.within("asks-of-taking", asked)
              && !PHRASES.within("asks-more-of-taking", asked)
              && !Clinical.of(withoutCues(asked)).names(ConceptKind.values());
      case SURGERY, ILLNESS -> true;
    };
  }

  /** "None that I know of", "not taking any", "I don't have anything like that". */
  static boolean isNone(List<Token> answer) {
    return !answer.isEmpty()
        && answer.size() <= LONGEST_NONE
        && PHRASES.at("none", answer, 0) > 0
        && !Clinical.of(answer).names(ConceptKind.values());
  }

  /**
   * What a plain no to a question about it says: that there is none, of what was asked for.
   *
   * @param asked the question
   */
  String none(List<Token> asked) {
    String other = PHRASES.within("asks-other", asked) ? "other " : "";
    String named = named(asked);
    return switch (this) {
      case ALLERGIES -> "No %sknown %sallergies.".formatted(other, isOfDrugs(asked) ? "drug " : "");
      case FAMILY -> "No family history of " + (named.isEmpty() ? "illness." : named + ".");
      case SURGERY -> "Denies " + other + asked(asked) + ".";
      case MEDICATIONS -> "Takes no " + other + "medications.";
      case ILLNESS ->
          "Denies " + (named.isEmpty() ? other + asked(asked) : "history of " + named) + ".";
    };
  }

  /** What a plain yes to a question of the family says, where it names an illness. */
  Optional<String> affirmed(List<Token> asked) {
    boolean family = this == FAMILY && asked.stream().anyMatch(token -> token.is("family"));
    String named = family ? named(asked) : "";
    return named.isEmpty() ? Optional.empty() : Optional.of("Family history: " + named + ".");
  }

  private static boolean isOfDrugs(List<Token> asked) {
    return PHRASES.within("asks-drugs", asked)
        || asked.stream().anyMatch(token -> token.is("drug") || token.is("drugs"));
  }

  /** How the question names it: "chronic illnesses", "past medical history". */
  private String asked(List<Token> question) {
    for (int i = 0; i < question.size(); i++) {
      int words = PHRASES.at(cue, question, i);
      if (words > 0) {
        return Prose.text(question.subList(i, i + words));
      }
    }
    throw new IllegalArgumentException("The question does not ask about " + this + ".");
  }

  /** The illnesses that a question names: "heart disease or stroke". */
  private static String named(List<Token> asked) {
    Clinical rest = Clinical.of(withoutCues(asked));
    ConceptKind kind =
        rest.names(ConceptKind.CONDITION) ? ConceptKind.CONDITION : ConceptKind.SYMPTOM;
    List<String> named = rest.written(kind);
    int last = named.size() - 1;
    return last < 1
        ? String.join("", named)
        : String.join(", ", named.subList(0, last)) + " or " + named.get(last);
  }

  private static List<Token> withoutCues(List<Token> asked) {
    List<Token> rest = new ArrayList<>();
    for (int i = 0; i < asked.size(); ) {
      int cue = 0;
      for (Background background : values()) {
        cue = Math.max(cue, PHRASES.at(background.cue, asked, i));
      }
      if (cue == 0) {
        rest.add(asked.get(i));
      }
      i += Math.max(1, cue);
    }
    return rest;
  }
}
