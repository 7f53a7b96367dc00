package io.github.ambientgpt.api.model;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.ambientgpt.speechmodel.InstalledModel;
import io.github.ambientgpt.speechmodel.SpeechModel;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A model for speech recognition.
 *
 * @param engine the recognizer that reads it
 * @param size in bytes: of the download, or of what lies there when it is not in the catalogue
 * @param received bytes of a download that was begun
 * @param language BCP 47, {@code mul} for many; absent when nobody knows
 * @param licence its SPDX identifier; absent when nobody knows
 */
record ModelView(
    String id,
    String engine,
    State state,
    long size,
    @Nullable Long received,
    @Nullable String language,
    @Nullable String licence) {
  enum State {
    INSTALLED,
    /** A download was begun and goes on when it is asked for. */
    PARTIAL,
    AVAILABLE;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static ModelView installed(InstalledModel model) {
    Optional<SpeechModel> entry = model.entry();
    return new ModelView(
        model.id(),
        model.engine(),
        State.INSTALLED,
        model.size(),
        null,
        entry.map(SpeechModel::language).orElse(null),
        entry.map(SpeechModel::licence).orElse(null));
  }

  static ModelView available(SpeechModel model, OptionalLong begun) {
    return new ModelView(
        model.id(),
        model.engine(),
        begun.isPresent() ? State.PARTIAL : State.AVAILABLE,
        model.size(),
        begun.isPresent() ? begun.getAsLong() : null,
        model.language(),
        model.licence());
  }
}
