package io.github.ambientgpt.api.provider;

import io.github.ambientgpt.core.provider.Need;
import io.github.ambientgpt.core.provider.Provider;
import io.github.ambientgpt.core.provider.Readiness;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Something that listens or writes.
 *
 * @param id as it is named in settings
 * @param remote whether what it is given goes to a service elsewhere
 * @param chosen whether it is used when nobody names another
 * @param ready whether it would work now
 * @param remedy what to do when it would not; empty when it would
 * @param realTimeFactor seconds that a second of speech took on this machine, on average since the
 *     start; absent for what has heard nothing yet, and for what writes
 */
record ProviderView(
    String id,
    String summary,
    boolean remote,
    boolean chosen,
    boolean ready,
    String remedy,
    List<NeedView> needs,
    @Nullable Double realTimeFactor) {
  /**
   * @param what it needs, such as a model
   * @param detail which one is there, or how to get it
   */
  record NeedView(String what, boolean met, String detail) {
    static NeedView of(Need need) {
      return new NeedView(need.what(), need.met(), need.detail());
    }
  }

  static ProviderView of(Provider<?> provider, Readiness readiness, boolean chosen) {
    return new ProviderView(
        provider.id(),
        provider.summary(),
        provider.remote(),
        chosen,
        readiness.ready(),
        readiness.ready() ? "" : readiness.remedy(),
        readiness.needs().stream().map(NeedView::of).toList(),
        null);
  }

  ProviderView withRealTimeFactor(OptionalDouble factor) {
    return new ProviderView(
        id,
        summary,
        remote,
        chosen,
        ready,
        remedy,
        needs,
        factor.isPresent() ? factor.getAsDouble() : null);
  }
}
