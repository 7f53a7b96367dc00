package io.github.ambientgpt.core.provider;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a provider would work now, and what it lacks.
 *
 * @since 0.1.0
 */
public record Readiness(List<Need> needs) {
  public Readiness {
    needs = List.copyOf(needs);
  }

  /** Nothing is needed, or all of it is there. */
  public static Readiness of(Need... needs) {
    return new Readiness(List.of(needs));
  }

  public boolean ready() {
    return needs.stream().allMatch(Need::met);
  }

  /** The same, and one thing more that is needed. */
  public Readiness and(Need need) {
    return new Readiness(Stream.concat(needs.stream(), Stream.of(need)).toList());
  }

  /** How to get all that is missing; empty when nothing is. */
  public String remedy() {
    return needs.stream()
        .filter(need -> !need.met())
        .map(Need::detail)
        .collect(Collectors.joining(" "));
  }
}
