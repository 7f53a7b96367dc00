package io.github.ambientgpt.core.provider;

import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.error.UnknownNameException;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.speech.SpeakerEmbedder;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.speech.StreamingRecognizer;
import io.github.ambientgpt.core.speech.VoiceActivity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The providers of one kind that are there, by id. Immutable.
 *
 * @param <T> what they make
 * @param <P> the kind of provider
 * @since 0.1.0
 */
public final class Providers<T, P extends Provider<T>> {
  private static final Logger log = LoggerFactory.getLogger(Providers.class);

  private final String what;
  private final Map<String, P> byId;

  /**
   * @param what what they make, in a person's words, such as {@code recognizer}
   * @throws IllegalArgumentException when two have the same id
   */
  public Providers(String what, Iterable<P> providers) {
    this.what = what;
    this.byId = new TreeMap<>();
    for (P provider : providers) {
      P other = byId.putIfAbsent(provider.id(), provider);
      if (other != null) {
        throw new IllegalArgumentException(
            "Two %ss have the id '%s': %s and %s. Remove one of their jars from the class path."
                .formatted(
                    what,
                    provider.id(),
                    other.getClass().getName(),
                    provider.getClass().getName()));
      }
    }
  }

  public static Providers<SpeechRecognizer, SpeechRecognizerProvider> recognizers() {
    return new Providers<>("recognizer", load(SpeechRecognizerProvider.class));
  }

  public static Providers<StreamingRecognizer, StreamingRecognizerProvider> streamingRecognizers() {
    return new Providers<>("streaming recognizer", load(StreamingRecognizerProvider.class));
  }

  public static Providers<LanguageModel, LanguageModelProvider> languageModels() {
    return new Providers<>("language model", load(LanguageModelProvider.class));
  }

  public static Providers<VoiceActivity, VoiceActivityProvider> voiceActivity() {
    return new Providers<>("voice activity detector", load(VoiceActivityProvider.class));
  }

  /**
   * What tells speech from silence: the first on the class path that works here, else {@link
   * VoiceActivity#byLoudness}: that none works is no failure.
   *
   * @return a new one, the caller's to close
   */
  public static VoiceActivity detector() {
    for (VoiceActivityProvider provider : voiceActivity().all()) {
      if (provider.check(Settings.NONE).ready()) {
        return provider.create(Settings.NONE);
      }
    }
    return VoiceActivity.byLoudness();
  }

  public static Providers<SpeakerEmbedder, SpeakerEmbedderProvider> speakerEmbedders() {
    return new Providers<>("speaker embedder", load(SpeakerEmbedderProvider.class));
  }

  /**
   * What tells voices apart: the first on the class path that works here; empty when none does.
   *
   * @return a new one, the caller's to close
   */
  public static Optional<SpeakerEmbedder> embedder() {
    return speakerEmbedders().all().stream()
        .filter(provider -> provider.check(Settings.NONE).ready())
        .findFirst()
        .map(provider -> provider.create(Settings.NONE));
  }

  /** A broken jar must not take the others with it. */
  private static <P> List<P> load(Class<P> type) {
    List<P> loaded = new ArrayList<>();
    var candidates = ServiceLoader.load(type).stream().iterator();
    while (true) {
      try {
        if (!candidates.hasNext()) {
          return loaded;
        }
        loaded.add(candidates.next().get());
      } catch (ServiceConfigurationError | LinkageError e) {
        log.warn("A {} on the class path does not load and is left out", type.getSimpleName(), e);
      }
    }
  }

  /** All of them, sorted by id. */
  public List<P> all() {
    return List.copyOf(byId.values());
  }

  /**
   * @throws UnknownNameException when there is none with this id
   */
  public P get(String id) {
    P provider = byId.get(id);
    if (provider == null) {
      throw new UnknownNameException(what, id, byId.keySet());
    }
    return provider;
  }

  /**
   * @throws UnknownNameException when there is none with this id
   * @throws NotReadyException when it lacks something
   */
  public T create(String id, Settings settings) {
    P provider = get(id);
    Readiness readiness = provider.check(settings);
    if (!readiness.ready()) {
      throw new NotReadyException(
          "The %s '%s' is not ready. %s".formatted(what, id, readiness.remedy()));
    }
    return provider.create(settings);
  }
}
