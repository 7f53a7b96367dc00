package io.github.ambientgpt.core.note;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who wrote a note.
 *
 * @param requested the model that was asked for, such as {@code ollama/llama3.2}
 * @param model the model that wrote what stands in the note
 * @param fallback what was fallen back to; empty when the first way worked
 * @param reason why, for the reader; empty when there was no fallback
 * @param work what a language model did for it; empty when none wrote it
 * @since 0.1.0
 */
public record Generation(
    String requested,
    String model,
    Optional<String> fallback,
    Optional<String> reason,
    Optional<Work> work) {
  /**
   * What a language model did for a note.
   *
   * @param stages those it had a part in, in their order, such as {@code extract}
   * @param pieces how many the transcript was read in
   * @param iterations how often the draft was written anew after a review
   */
  public record Work(List<String> stages, int pieces, int iterations) {
    public Work {
      stages = List.copyOf(stages);
    }
  }

  /** A note that a person or another program wrote. */
  public static final Generation GIVEN = of("given");

  public Generation {
    Objects.requireNonNull(requested, "requested");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(fallback, "fallback");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(work, "work");
  }

  /** It went as asked. */
  public static Generation of(String model) {
    return new Generation(model, model, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The model that was asked for failed and another wrote the note. */
  public static Generation fallenBack(String requested, String model, String reason) {
    return new Generation(
        requested, model, Optional.of(model), Optional.of(reason), Optional.empty());
  }

  /** The model that was asked for wrote the note, but not in the way that was asked for. */
  public Generation withFallback(String way, String why) {
    return new Generation(requested, model, Optional.of(way), Optional.of(why), work);
  }

  public Generation withWork(Work done) {
    return new Generation(requested, model, fallback, reason, Optional.of(done));
  }
}
