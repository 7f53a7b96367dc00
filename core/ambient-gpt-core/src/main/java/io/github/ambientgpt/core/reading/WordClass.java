package io.github.ambientgpt.core.reading;

/** Words that the reading goes by and that are no cues; {@code words.tsv} has them. */
enum WordClass {
  /** "Mom, what is it?": what relatives are called by who speaks to them. */
  ADDRESS,
  /** "No, actually …": before these a "no" answers and denies nothing that follows. */
  AFTER_ANSWER,
  ARTICLE,
  /** Begins a question before one of {@link #ASKED}. */
  ASKS,
  /** "What, like high blood pressure?", "you mean cigarettes?": asks what was meant. */
  ASKS_BACK,
  ASKED,
  /** No clause begins behind these. */
  BINDS,
  /** Something else follows: "but". */
  BREAKS,
  /** "While": what follows is taken for granted in a question. */
  CIRCUMSTANCE,
  COPULA,
  DATE,
  /** "Next week": what "next" and "last" make a date of. */
  DATE_OF,
  DETERMINER,
  /** "I got that": stands for what was asked about. */
  ECHO,
  /** "Not well", "not always": of a thing that is so, how it is not. */
  EXTENT,
  /** "Anything from depression to epilepsy": says what was meant. */
  EXPLAINS,
  /** Behind a number a grade: "2+", "one plus". */
  GRADE,
  /** What follows is to come: "should stop". */
  INTENDS,
  /** Relatives and others whose illness is not the patient's. */
  KIN,
  /** "He left" is no side. */
  LEFT_BEFORE,
  LEFT_AFTER,
  /** "I'll have you": no question. */
  MAKES,
  /** "Sometimes" answers with yes. */
  OFTEN,
  /** "This one" counts nothing. */
  ONE_AFTER,
  ONE_BEFORE,
  /** The patient, where the patient speaks or is spoken to. */
  PATIENT,
  /** "On the left only": no other. */
  ONLY,
  PERSON_SUBJECT,
  /** A finding that is there, whatever was denied before the comma. */
  POSITIVE,
  /** May stand for a relative. */
  PRONOUN,
  /** "All right" is no side. */
  RIGHT_BEFORE,
  RIGHT_AFTER,
  /** "On the right", but not "you're tender, right". */
  RIGHT_LAST,
  SIDE,
  SIDE_DENIED,
  SIDE_DENIED_ACROSS,
  /** Before a number: "stage 3". */
  STAGE,
  SUBJECT,
  /** "My mother says that I". */
  TELLS,
  THINKS,
  /** Frequencies that name a time of day. */
  TIME_OF_DAY,
  /** "An MRI is not needed". */
  WANTED,
  YES
}
