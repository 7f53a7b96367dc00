package io.github.ambientgpt.api.lambient;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the predecessor answers with a status of its own; the messages hold no clinical text. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  /**
   * As FastAPI says what is wrong with a request.
   *
   * @param type FastAPI's word for it
   * @param loc where, from {@code body} on
   * @param input null: what was sent is not repeated
   */
  record Fault(String type, List<String> loc, String msg, @Nullable Object input) {
    static Fault missing(String... loc) {
      return new Fault("missing", List.of(loc), "Field required", null);
    }
  }

  private Refusal(String message, List<Fault> faults) {
    super(message);
    this.faults = faults;
  }

  /** 400, with a sentence. */
  static Refusal because(String detail) {
    return new Refusal(detail, List.of());
  }

  /** 422, with a list. */
  static Refusal of(List<Fault> faults) {
    return new Refusal(faults.get(0).msg(), List.copyOf(faults));
  }

  /** Empty when a sentence says all. */
  List<Fault> faults() {
    return faults;
  }
}
