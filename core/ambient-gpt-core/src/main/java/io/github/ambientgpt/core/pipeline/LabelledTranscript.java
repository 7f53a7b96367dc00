package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A transcript with the roles of its speakers.
 *
 * @param overruled where a language model was not believed
 * @param fallback why no language model had a say; empty when one had, or none was asked
 * @since 0.1.0
 */
public record LabelledTranscript(
    Transcript transcript, List<Overruled> overruled, Optional<String> fallback) {
  /**
   * A label of a language model that the wording contradicts.
   *
   * @param voice the speaker's label as its source named it, or the id of the utterance where
   *     voices were not told apart
   * @param proposed the model's role
   * @param kept the role by the wording
   */
  public record Overruled(String voice, Role proposed, Role kept) {
    /** One sentence for a person. */
    public String reason() {
      return "The model took '%s' for the %s, but the wording is plainly that of the %s."
          .formatted(voice, name(proposed), name(kept));
    }

    private static String name(Role role) {
      return role == Role.OTHER ? "companion" : role.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Without the label: it may be somebody's name. */
    @Override
    public String toString() {
      return "Overruled[" + proposed + " to " + kept + "]";
    }
  }

  public LabelledTranscript {
    Objects.requireNonNull(transcript, "transcript");
    Objects.requireNonNull(fallback, "fallback");
    overruled = List.copyOf(overruled);
  }
}
