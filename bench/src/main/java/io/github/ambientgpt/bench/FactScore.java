package io.github.ambientgpt.bench;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How far texts name the facts of their references, added up over visits. */
final class FactScore {
  private final Map<Facts.Sort, Share> recall = new EnumMap<>(Facts.Sort.class);
  private final Map<Facts.Sort, Share> precision = new EnumMap<>(Facts.Sort.class);

  void add(Facts text, Facts reference) {
    for (Facts.Sort sort : Facts.Sort.values()) {
      Set<String> both = new HashSet<>(text.of(sort));
      both.retainAll(reference.of(sort));
      recall.merge(sort, new Share(both.size(), reference.of(sort).size()), Share::plus);
      precision.merge(sort, new Share(both.size(), text.of(sort).size()), Share::plus);
    }
  }

  /** Of the reference's facts, those that the text names. */
  Share recall(Facts.Sort sort) {
    return recall.getOrDefault(sort, Share.NONE);
  }

  /** Of the text's facts, those that the reference names. */
  Share precision(Facts.Sort sort) {
    return precision.getOrDefault(sort, Share.NONE);
  }
}
