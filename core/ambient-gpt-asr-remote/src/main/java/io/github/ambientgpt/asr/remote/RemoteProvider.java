package io.github.ambientgpt.asr.remote;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.http.Clients;
import io.github.ambientgpt.core.http.Proxies;
import io.github.ambientgpt.core.http.ServerAddress;
import io.github.ambientgpt.core.provider.Need;
import io.github.ambientgpt.core.provider.Readiness;
import io.github.ambientgpt.core.provider.ServerSettings;
import io.github.ambientgpt.core.provider.SettingFault;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SettingsReader;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What the providers of this package have in common: an address, a key, and patience. */
abstract sealed class RemoteProvider implements SpeechRecognizerProvider
    permits AzureOpenAiProvider, AzureSpeechProvider, OpenAiProvider, WhisperServerProvider {
  private static final String ADDRESS_NEED = "the address of a server";
  private static final String KEY_NEED = "a key";
  private static final int DEFAULT_SECONDS = 30;
  private static final int DEFAULT_RETRIES = 3;

  private final String id;
  private final String summary;
  private final Set<String> known;

  /**
   * @param own the settings that only this kind of server has
   */
  RemoteProvider(String id, String summary, String... own) {
    this.id = id;
    this.summary = summary;
    this.known = new TreeSet<>(ServerSettings.NAMES);
    this.known.add(RemoteSettings.SECONDS);
    this.known.addAll(List.of(own));
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final String summary() {
    return summary;
  }

  @Override
  public final boolean remote() {
    return true;
  }

  /** The address, when the settings say enough. */
  abstract Optional<String> url(Settings settings);

  /** A sentence. */
  abstract String howToNameTheAddress();

  /** How to get a key, if the server at this address asks for one; a sentence. */
  abstract Optional<String> howToGetAKey(URI url);

  /** What it is asked for; empty when it is asked for none. */
  abstract String model(Settings settings);

  /** What it lacks beyond an address and a key. */
  List<Need> further(Settings settings) {
    return List.of();
  }

  /** Reads what only this kind of server has, and makes the dialects of its recordings. */
  abstract Function<Service, Dialect> dialects(SettingsReader reader);

  /** The longest stretch that is sent when the settings do not say; in seconds. */
  int defaultSeconds(SettingsReader reader) {
    return DEFAULT_SECONDS;
  }

  /** The longest stretch that the server takes, in seconds. */
  int mostSeconds(SettingsReader reader) {
    return 3000;
  }

  @Override
  public final List<SettingFault> faults(Settings settings) {
    SettingsReader reader = new SettingsReader(settings);
    reader.requireKnown(id, known);
    server(reader);
    seconds(reader);
    dialects(reader);
    return reader.faults();
  }

  @Override
  public final Readiness check(Settings settings) {
    List<Need> needs = new ArrayList<>();
    Optional<ServerAddress> address = url(settings).flatMap(ServerAddress::parse);
    needs.add(address(address, settings));
    boolean given = settings.get(Settings.KEY).isPresent();
    address
        .map(ServerAddress::url)
        .flatMap(this::howToGetAKey)
        .ifPresent(
            how -> needs.add(given ? Need.met(KEY_NEED, "given") : Need.missing(KEY_NEED, how)));
    needs.addAll(further(settings));
    return new Readiness(needs);
  }

  /** What tells whether a server takes the key; empty when nothing cheap does. */
  Optional<HttpRequest> look(Service service) {
    return Optional.empty();
  }

  @Override
  public final Readiness probe(Settings settings) {
    Readiness readiness = check(settings);
    if (!readiness.ready()) {
      return readiness;
    }
    SettingsReader reader = new SettingsReader(settings);
    Service service = service(reader);
    reader.requireNoFaults();
    return look(service)
        .map(request -> readiness.and(ServerLook.of(service, request)))
        .orElse(readiness);
  }

  private Need address(Optional<ServerAddress> address, Settings settings) {
    if (address.isEmpty()) {
      return Need.missing(
          ADDRESS_NEED,
          url(settings).isEmpty() ? howToNameTheAddress() : SettingsReader.noAddress(Settings.URL));
    }
    boolean plain = settings.get(ServerSettings.PLAIN_HTTP).filter("true"::equals).isPresent();
    if (!plain && address.get().travelsInClear()) {
      return Need.missing(
          ADDRESS_NEED,
          "The recording would travel unencrypted to %s, where anybody on the way can hear it: use https://, or set '%s' to true if the way is your own."
              .formatted(address.get().host(), ServerSettings.PLAIN_HTTP));
    }
    return Need.met(ADDRESS_NEED, address.get().host());
  }

  /**
   * @throws InvalidInputException when a setting is unknown or has a value that it cannot have
   */
  @Override
  public final SpeechRecognizer create(Settings settings) {
    Readiness readiness = check(settings);
    if (!readiness.ready()) {
      throw new NotReadyException(readiness.remedy());
    }
    SettingsReader reader = new SettingsReader(settings);
    reader.requireKnown(id, known);
    Service service = service(reader);
    Function<Service, Dialect> dialects = dialects(reader);
    reader.requireNoFaults();
    return new RemoteRecognizer(service, dialects);
  }

  private Service service(SettingsReader reader) {
    Settings settings = reader.settings();
    ServerSettings server = server(reader);
    return new Service(
        id,
        url(settings).flatMap(ServerAddress::parse).orElseThrow().url(),
        model(settings),
        server.key(),
        seconds(reader),
        server.timeout(),
        server.backoff(),
        Clients.faithful(Proxies.of(System.getenv())));
  }

  private static ServerSettings server(SettingsReader reader) {
    return ServerSettings.read(reader, "", DEFAULT_RETRIES);
  }

  /** How much is sent at once. */
  private int seconds(SettingsReader reader) {
    return reader.number(RemoteSettings.SECONDS, 5, mostSeconds(reader), defaultSeconds(reader));
  }
}
