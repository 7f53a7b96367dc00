package io.github.ambientgpt.core.vocabulary;

/**
 * The topics under which an examination or a review of systems is written, in their usual order.
 *
 * @since 0.1.0
 */
public enum BodySystem {
  CONSTITUTIONAL("Constitutional"),
  EYES("Eyes"),
  HEAD_EARS_NOSE_THROAT("Head, Ears, Nose, Mouth and Throat"),
  NECK("Neck"),
  CARDIOVASCULAR("Cardiovascular"),
  RESPIRATORY("Respiratory"),
  BREAST("Breasts"),
  GASTROINTESTINAL("Gastrointestinal"),
  GENITOURINARY("Genitourinary"),
  MUSCULOSKELETAL("Musculoskeletal"),
  SKIN("Skin"),
  NEUROLOGICAL("Neurological"),
  PSYCHIATRIC("Psychiatric"),
  ENDOCRINE("Endocrine"),
  HEMATOLOGIC_LYMPHATIC("Hematologic and Lymphatic"),
  ALLERGIC_IMMUNOLOGIC("Allergic and Immunologic");

  private final String title;

  BodySystem(String title) {
    this.title = title;
  }

  /** As a heading. */
  public String title() {
    return title;
  }
}
