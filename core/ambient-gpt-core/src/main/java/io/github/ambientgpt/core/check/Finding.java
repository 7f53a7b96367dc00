package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.note.Support;
import java.util.List;

/** What the checker makes of one statement. */
record Finding(Support support, List<Reason> reasons, List<Passage> passages) {
  Finding {
    reasons = List.copyOf(reasons);
    passages = List.copyOf(passages);
  }
}
