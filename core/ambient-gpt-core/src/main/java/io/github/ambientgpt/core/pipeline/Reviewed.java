package io.github.ambientgpt.core.pipeline;

import java.util.List;

/**
 * A draft and what was found wrong with it.
 *
 * @param reviews one for each part of the draft
 * @since 0.1.0
 */
public record Reviewed(Draft draft, List<Review> reviews) {
  public Reviewed {
    reviews = List.copyOf(reviews);
    if (reviews.size() != draft.parts().size()) {
      throw new IllegalArgumentException("Each part of a draft has its review");
    }
  }

  /** The whole draft's: the lowest score, and all issues. */
  public Review review() {
    return new Review(
        reviews.stream().mapToInt(Review::score).min().orElse(0),
        reviews.stream().flatMap(review -> review.issues().stream()).toList());
  }
}
