package io.github.ambientgpt.asr.whisper;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.provider.ModelFolder;
import io.github.ambientgpt.core.provider.Need;
import io.github.ambientgpt.core.provider.Readiness;
import io.github.ambientgpt.core.provider.SettingFault;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SettingsReader;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Recognizes speech with whisper.cpp. Settings:
 *
 * <ul>
 *   <li>{@code model}: the path of a ggml file, or a name such as {@code small.en} or {@code
 *       whisper-small.en} whose file {@code ggml-small.en.bin} lies in the folder of models;
 *       {@value ModelFile#DEFAULT} when not given, or else the only one in that folder
 *   <li>{@code models}: that folder, see {@link io.github.ambientgpt.core.provider.ModelFolder}
 *   <li>{@value #THREADS}: 1 to 256; otherwise as many as there are processors that others leave
 *       free, but at most 8
 * </ul>
 *
 * @since 0.1.0
 */
public final class WhisperProvider implements SpeechRecognizerProvider {
  static final String ID = "whisper";
  static final String THREADS = "threads";

  private static final int MOST_THREADS = 256;
  private static final int UNSET = 0;

  /** Whisper uses 224 tokens, of which a drug's name takes one for about three letters. */
  private static final int LONGEST_PROMPT = 600;

  private static final String MODEL_NEED = "a Whisper model";
  private static final String LIBRARY_NEED = "the whisper.cpp library";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String summary() {
    return "whisper.cpp on this machine; good words, many languages";
  }

  @Override
  public int longestPrompt() {
    return LONGEST_PROMPT;
  }

  @Override
  public List<SettingFault> faults(Settings settings) {
    SettingsReader reader = reader(settings);
    threads(reader);
    return reader.faults();
  }

  @Override
  public Readiness check(Settings settings) {
    Need model = model(settings);
    return Readiness.of(model, library(model.met()));
  }

  private static Need model(Settings settings) {
    try {
      return Need.met(MODEL_NEED, ModelFile.of(settings).path().toString());
    } catch (InvalidInputException e) {
      return Need.missing(MODEL_NEED, e.getMessage());
    }
  }

  /** Without a model the library is not loaded, so that listing providers stays quick. */
  private static Need library(boolean load) {
    try {
      return Need.met(LIBRARY_NEED, load ? NativeLibrary.load() : NativeLibrary.platform());
    } catch (NotReadyException e) {
      return Need.missing(LIBRARY_NEED, e.getMessage());
    }
  }

  /**
   * @throws InvalidInputException when the number of threads is not one, or a setting is unknown
   */
  @Override
  public SpeechRecognizer create(Settings settings) {
    return open(settings, WhisperRecognizer::new);
  }

  /** Makes an engine of a model in memory. */
  interface Maker<T> {
    T make(ModelFile model, LoadedModel whisper, Threads threads);
  }

  <T> T open(Settings settings, Maker<T> maker) {
    SettingsReader reader = reader(settings);
    Threads threads = threads(reader);
    reader.requireNoFaults();
    Readiness readiness = check(settings);
    if (!readiness.ready()) {
      throw new NotReadyException(readiness.remedy());
    }
    ModelFile model = ModelFile.of(settings);
    return maker.make(model, LoadedModel.open(model), threads);
  }

  private SettingsReader reader(Settings settings) {
    SettingsReader reader = new SettingsReader(settings);
    reader.requireKnown(id(), Set.of(Settings.MODEL, ModelFolder.SETTING, THREADS));
    return reader;
  }

  private static Threads threads(SettingsReader reader) {
    int wanted = reader.number(THREADS, 1, MOST_THREADS, UNSET);
    return new Threads(wanted == UNSET ? OptionalInt.empty() : OptionalInt.of(wanted));
  }
}
