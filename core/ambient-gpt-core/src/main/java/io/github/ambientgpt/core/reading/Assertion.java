package io.github.ambientgpt.core.reading;

/**
 * How a text speaks of something. What is said without any cue is affirmed, certain, so now, and
 * the patient's.
 *
 * @since 0.1.0
 */
public record Assertion(
    Polarity polarity, Certainty certainty, Status status, Experiencer experiencer, Trend trend) {
  public static final Assertion PLAIN =
      new Assertion(
          Polarity.AFFIRMED, Certainty.CERTAIN, Status.HAS, Experiencer.PATIENT, Trend.UNSAID);

  public Assertion with(Polarity other) {
    return new Assertion(other, certainty, status, experiencer, trend);
  }

  public Assertion with(Certainty other) {
    return new Assertion(polarity, other, status, experiencer, trend);
  }

  public Assertion with(Status other) {
    return new Assertion(polarity, certainty, other, experiencer, trend);
  }

  public Assertion with(Experiencer other) {
    return new Assertion(polarity, certainty, status, other, trend);
  }

  public Assertion with(Trend other) {
    return new Assertion(polarity, certainty, status, experiencer, other);
  }

  /** The patient has it, for sure, now: nothing weakens it. */
  public boolean isPlain() {
    return polarity == Polarity.AFFIRMED
        && certainty == Certainty.CERTAIN
        && status == Status.HAS
        && experiencer.isPatient();
  }
}
