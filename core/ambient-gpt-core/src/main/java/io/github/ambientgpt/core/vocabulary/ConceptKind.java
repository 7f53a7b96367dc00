package io.github.ambientgpt.core.vocabulary;

/**
 * What sort of thing a clinical term names.
 *
 * @since 0.1.0
 */
public enum ConceptKind {
  /** A substance that is taken; the concept is the generic name, whatever brand was said. */
  DRUG,
  /** A group of drugs, such as statins, or drugs by purpose, such as painkillers. */
  DRUG_CLASS,
  /** What is drunk, smoked or used without a prescription: alcohol, tobacco, cocaine. */
  SUBSTANCE,
  /** What a patient feels or notices. */
  SYMPTOM,
  /** What a clinician finds on examination or reads on an image. */
  FINDING,
  /** A disease, an injury, a diagnosis. */
  CONDITION,
  BODY_PART,
  /** A laboratory test, an image, a measurement. */
  TEST,
  /** An operation, a therapy, a device. */
  PROCEDURE
}
