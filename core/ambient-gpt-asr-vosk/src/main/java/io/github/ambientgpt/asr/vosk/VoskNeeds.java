package io.github.ambientgpt.asr.vosk;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.provider.ModelFolder;
import io.github.ambientgpt.core.provider.Need;
import io.github.ambientgpt.core.provider.Readiness;
import io.github.ambientgpt.core.provider.SettingFault;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SettingsReader;
import java.util.List;
import java.util.Set;

/** What recordings and live speech need alike: a model and the library. */
final class VoskNeeds {
  static final String ID = "vosk";

  private static final String MODEL_NEED = "a Vosk model";
  private static final String LIBRARY_NEED = "the Vosk library";

  private VoskNeeds() {}

  static List<SettingFault> faults(Settings settings) {
    return reader(settings).faults();
  }

  static Readiness check(Settings settings) {
    Need model = model(settings);
    return Readiness.of(model, library(model.met()));
  }

  private static Need model(Settings settings) {
    try {
      return Need.met(MODEL_NEED, KaldiModel.of(settings).folder().toString());
    } catch (InvalidInputException e) {
      return Need.missing(MODEL_NEED, e.getMessage());
    }
  }

  /** Without a model the library is not loaded, so that listing providers stays quick. */
  private static Need library(boolean load) {
    try {
      return Need.met(LIBRARY_NEED, load ? VoskLibrary.load() : VoskLibrary.platform());
    } catch (NotReadyException e) {
      return Need.missing(LIBRARY_NEED, e.getMessage());
    }
  }

  /**
   * @throws InvalidInputException when a setting is unknown
   * @throws NotReadyException when something is missing, or Vosk cannot load the model
   */
  static LoadedModel load(Settings settings) {
    reader(settings).requireNoFaults();
    Readiness readiness = check(settings);
    if (!readiness.ready()) {
      throw new NotReadyException(readiness.remedy());
    }
    return LoadedModel.load(KaldiModel.of(settings));
  }

  private static SettingsReader reader(Settings settings) {
    SettingsReader reader = new SettingsReader(settings);
    reader.requireKnown(ID, Set.of(Settings.MODEL, ModelFolder.SETTING));
    return reader;
  }
}
