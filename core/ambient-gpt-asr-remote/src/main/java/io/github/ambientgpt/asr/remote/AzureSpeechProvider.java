package io.github.ambientgpt.asr.remote;

import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SettingsReader;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Recognizes speech with Azure Speech. Settings: {@code region} or {@code url} of the resource,
 * {@code key}, {@code mode}, {@code speakers}, {@code api-version} ({@value #DEFAULT_API_VERSION}),
 * and those of {@link RemoteSettings} that are for all.
 *
 * <p>Its batch transcription is not used: it takes recordings only from a store on the Internet.
 *
 * @since 0.1.0
 */
public final class AzureSpeechProvider extends RemoteProvider {
  static final String ID = "azure";
  static final String DEFAULT_API_VERSION = "2025-10-15";
  static final String FAST = "fast";
  static final String SHORT = "short";

  /** The REST API for short audio takes no more. */
  private static final int MOST_SHORT = 60;

  /** Voices are told apart within one piece only, so that it is a long one: 15 minutes. */
  private static final int SECONDS_WITH_SPEAKERS = 900;

  public AzureSpeechProvider() {
    super(
        ID,
        "Azure Speech, with words in time and speakers",
        RemoteSettings.REGION,
        RemoteSettings.MODE,
        RemoteSettings.SPEAKERS,
        RemoteSettings.API_VERSION);
  }

  @Override
  Optional<String> url(Settings settings) {
    Optional<String> region =
        settings
            .get(RemoteSettings.REGION)
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .filter(name -> name.matches("[a-z0-9-]{1,40}"));
    String host =
        isShort(settings)
            ? "https://%s.stt.speech.microsoft.com"
            : "https://%s.api.cognitive.microsoft.com";
    return settings
        .get(Settings.URL)
        .map(url -> isShort(settings) ? customDomain(url) : url)
        .or(() -> region.map(host::formatted));
  }

  /** A resource's own domain has the short API one step down. */
  private static String customDomain(String url) {
    String plain = url.strip().replaceFirst("/+$", "");
    return plain.matches("https://[^/]*\\.cognitiveservices\\.azure\\.com")
        ? plain + "/stt"
        : plain;
  }

  private static boolean isShort(Settings settings) {
    return settings.get(RemoteSettings.MODE).filter(SHORT::equals).isPresent();
  }

  @Override
  String howToNameTheAddress() {
    return "Say with the setting 'region' where your Azure Speech resource is, as in westeurope, or"
        + " with 'url' its endpoint.";
  }

  @Override
  Optional<String> howToGetAKey(URI url) {
    return Optional.of(
        "Take one of the keys under 'Keys and Endpoint' of your Azure Speech resource, and give it"
            + " with the setting 'key' (on the command line: the variable AMBIENT_GPT_ASR_KEY).");
  }

  @Override
  String model(Settings settings) {
    return "";
  }

  @Override
  int defaultSeconds(SettingsReader reader) {
    return speakers(reader) > 0 ? SECONDS_WITH_SPEAKERS : super.defaultSeconds(reader);
  }

  @Override
  int mostSeconds(SettingsReader reader) {
    return isShort(reader.settings()) ? MOST_SHORT : super.mostSeconds(reader);
  }

  private static int speakers(SettingsReader reader) {
    return isShort(reader.settings()) ? 0 : reader.number(RemoteSettings.SPEAKERS, 2, 35, 0);
  }

  @Override
  Function<Service, Dialect> dialects(SettingsReader reader) {
    if (reader.choice(RemoteSettings.MODE, List.of(FAST, SHORT)).equals(SHORT)) {
      return AzureShortDialect::new;
    }
    String version = reader.plainWord(RemoteSettings.API_VERSION).orElse(DEFAULT_API_VERSION);
    int most = speakers(reader);
    OptionalInt speakers = most == 0 ? OptionalInt.empty() : OptionalInt.of(most);
    return service -> new AzureFastDialect(service, version, speakers);
  }
}
