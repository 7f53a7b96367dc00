package io.github.ambientgpt.core.note;

import java.util.List;

/**
 * A kind of clinical content. A template says which of its sections holds which kinds; a kind that
 * none holds goes where the next best kind goes.
 *
 * @since 0.1.0
 */
public enum Content {
  CHIEF_COMPLAINT,
  HISTORY,
  REVIEW_OF_SYSTEMS,
  /** Illnesses and operations of the past. */
  PAST_HISTORY,
  MEDICATIONS,
  ALLERGIES,
  FAMILY_HISTORY,
  SOCIAL_HISTORY,
  /** Mood, sleep, thoughts, safety. */
  MENTAL_HEALTH,
  /** Growth, milestones, feeding, immunizations. */
  DEVELOPMENT,
  VITALS,
  EXAMINATION,
  /** Laboratory, imaging and other tests that were read. */
  RESULTS,
  /** What was done: an operation, an injection, a course in hospital. */
  PROCEDURE,
  /** Problems, and what the clinician makes of them. */
  ASSESSMENT,
  /** Orders, prescriptions, referrals. */
  PLAN,
  /** What the patient is to do, and when to come back. */
  INSTRUCTIONS;

  /** Where this kind goes, best first, when no section holds it. */
  public List<Content> nextBest() {
    return switch (this) {
      case CHIEF_COMPLAINT, PAST_HISTORY, MENTAL_HEALTH, DEVELOPMENT, REVIEW_OF_SYSTEMS ->
          List.of(HISTORY);
      case MEDICATIONS, ALLERGIES, FAMILY_HISTORY, SOCIAL_HISTORY -> List.of(PAST_HISTORY, HISTORY);
      case VITALS, RESULTS -> List.of(EXAMINATION, HISTORY);
      case EXAMINATION -> List.of(RESULTS, HISTORY);
      case PROCEDURE, INSTRUCTIONS -> List.of(PLAN, ASSESSMENT);
      case ASSESSMENT -> List.of(PLAN, HISTORY);
      case PLAN -> List.of(ASSESSMENT, INSTRUCTIONS);
      case HISTORY -> List.of();
    };
  }
}
