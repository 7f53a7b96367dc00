package io.github.ambientgpt.core.prompt;

import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A transcript as a language model sees it: a line an utterance, numbered {@code u1}, {@code u2}, …
 * by its place, whatever its own id is, since ids of other programs are long and anything may stand
 * in them. Immutable.
 *
 * @since 0.1.0
 */
public final class ShownTranscript {
  private final Transcript transcript;
  private final Map<String, Utterance> byShown = new HashMap<>();
  private final Map<String, String> shownById = new HashMap<>();

  public ShownTranscript(Transcript transcript) {
    this.transcript = transcript;
    for (Utterance utterance : transcript.utterances()) {
      String shown = "u" + (byShown.size() + 1);
      byShown.put(shown, utterance);
      shownById.put(utterance.id(), shown);
    }
  }

  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (Utterance utterance : transcript.utterances()) {
      String role = utterance.speaker().role().name().toLowerCase(Locale.ROOT);
      lines.add(new Line(shownId(utterance.id()) + " [" + role + "]", utterance.text()));
    }
    return lines;
  }

  /** The number of the utterance with this id. */
  public String shownId(String id) {
    return shownById.get(id);
  }

  /** The utterance of a number; empty when a model made the number up. */
  public Optional<Utterance> utterance(String shownId) {
    return Optional.ofNullable(byShown.get(shownId.strip().toLowerCase(Locale.ROOT)));
  }

  /** The ids of the utterances of these numbers; those that a model made up are left out. */
  public List<String> ids(Collection<String> shownIds) {
    Set<String> ids = new LinkedHashSet<>();
    shownIds.forEach(shown -> utterance(shown).map(Utterance::id).ifPresent(ids::add));
    return List.copyOf(ids);
  }

  /** The utterances of these numbers as evidence, each whole. */
  public List<Evidence> evidence(Collection<String> shownIds) {
    return ids(shownIds).stream()
        .map(id -> transcript.utterance(id).orElseThrow())
        .map(u -> new Evidence(u.id(), 0, u.text().length()))
        .toList();
  }
}
