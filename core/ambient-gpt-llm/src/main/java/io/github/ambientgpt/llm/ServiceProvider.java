package io.github.ambientgpt.llm;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.http.ServerAddress;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.provider.LanguageModelProvider;
import io.github.ambientgpt.core.provider.Need;
import io.github.ambientgpt.core.provider.Readiness;
import io.github.ambientgpt.core.provider.ServerSettings;
import io.github.ambientgpt.core.provider.SettingFault;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SettingsReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the providers of this package have in common: reading, checking and refusing settings. */
abstract class ServiceProvider implements LanguageModelProvider {
  private static final Logger log = LoggerFactory.getLogger(ServiceProvider.class);

  private static final int DEFAULT_RETRIES = 2;

  private static final String MODEL_NEED = "the name of a model";
  private static final String URL_NEED = "the address of a server";
  private static final String KEY_NEED = "a key";

  private final String id;
  private final String summary;
  private final Set<String> known;

  ServiceProvider(String id, String summary, String... own) {
    this.id = id;
    this.summary = summary;
    this.known = new TreeSet<>(ServerSettings.NAMES);
    this.known.addAll(List.of(ServiceSettings.CONTEXT, ServiceSettings.TEMPERATURE));
    this.known.addAll(Arrays.asList(own));
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final String summary() {
    return summary;
  }

  /** Even a server that is usually on this machine may be told to be elsewhere. */
  @Override
  public final boolean remote() {
    return true;
  }

  /** Where it answers when nobody says so; empty when there is no such place. */
  abstract String defaultUrl();

  /** How to name a model, or a deployment; a sentence. */
  abstract String howToNameAModel();

  /** Which model, when nothing is wrong with that. */
  Optional<String> model(SettingsReader reader) {
    return reader.word(Settings.MODEL);
  }

  /** How to get a key, when this server gives no answer without one; empty when it may. */
  abstract Optional<String> howToGetAKey(URI url);

  /** What is wrong with an address that is one; empty when nothing is. */
  Optional<String> faultOf(URI url) {
    return Optional.empty();
  }

  abstract ServedModel connect(Service service, Settings settings);

  @Override
  public final List<SettingFault> faults(Settings settings) {
    return read(settings).reader.faults();
  }

  @Override
  public final Readiness check(Settings settings) {
    return read(settings).readiness();
  }

  /** Asks for the list of models, where the server has one, with the key. */
  @Override
  public final Readiness probe(Settings settings) {
    Reading reading = read(settings);
    if (!reading.readiness().ready()) {
      return reading.readiness();
    }
    return connect(reading.service.orElseThrow(), settings)
        .served()
        .map(need -> reading.readiness().and(need))
        .orElseGet(reading::readiness);
  }

  /**
   * @throws InvalidInputException when a setting is unknown or has a value that it cannot have
   */
  @Override
  public final LanguageModel create(Settings settings) {
    Reading reading = read(settings);
    reading.reader.requireNoFaults();
    Readiness readiness = reading.readiness();
    if (!readiness.ready()) {
      throw new NotReadyException(readiness.remedy());
    }
    Service service = reading.service.orElseThrow();
    if (new ServerAddress(service.url()).travelsInClear()) {
      log.warn(
          "What {} is asked travels unencrypted to {}: use https:// unless the way there is your own",
          service.name(),
          service.host());
    }
    return connect(service, settings);
  }

  private record Reading(List<Need> needs, SettingsReader reader, Optional<Service> service) {
    Readiness readiness() {
      List<Need> all = new ArrayList<>(needs);
      reader
          .faults()
          .forEach(fault -> all.add(Need.missing("settings that can be used", fault.message())));
      return new Readiness(all);
    }
  }

  private Reading read(Settings settings) {
    SettingsReader reader = new SettingsReader(settings);
    reader.requireKnown(id, known);
    Optional<String> model = model(reader);
    ServerSettings server = ServerSettings.read(reader, defaultUrl(), DEFAULT_RETRIES);
    Optional<ServerAddress> address = server.address();
    Optional<String> key = server.key();
    int context = reader.number(ServiceSettings.CONTEXT, 256, 10_000_000, 0);
    double temperature = reader.decimal(ServiceSettings.TEMPERATURE, 0, 2, 0);

    List<Need> needs = new ArrayList<>();
    needs.add(
        model.isPresent()
            ? Need.met(MODEL_NEED, model.get())
            : Need.missing(MODEL_NEED, howToNameAModel()));
    needs.add(address(address, key.isPresent() && !server.plainHttp()));
    address
        .map(ServerAddress::url)
        .flatMap(this::howToGetAKey)
        .ifPresent(how -> needs.add(key(key, how)));
    Optional<Service> service =
        model.isPresent() && address.isPresent()
            ? Optional.of(
                new Service(
                    id,
                    address.get().url(),
                    model.get(),
                    key,
                    context == 0 ? OptionalInt.empty() : OptionalInt.of(context),
                    server.timeout(),
                    server.retries(),
                    temperature))
            : Optional.empty();
    return new Reading(needs, reader, service);
  }

  private Need address(Optional<ServerAddress> address, boolean keyMustBeSafe) {
    if (address.isEmpty()) {
      return Need.missing(
          URL_NEED, "Say with the setting 'url' where it answers, as in " + exampleUrl() + ".");
    }
    Optional<String> fault = faultOf(address.get().url());
    if (fault.isPresent()) {
      return Need.missing(URL_NEED, fault.get());
    }
    if (keyMustBeSafe && address.get().travelsInClear()) {
      return Need.missing(
          URL_NEED,
          "The key would travel unencrypted to %s, where anybody on the way can read it: use https://, or leave the key out if the server asks for none, or set '%s' to true."
              .formatted(address.get().host(), ServerSettings.PLAIN_HTTP));
    }
    return Need.met(URL_NEED, address.get().host());
  }

  String exampleUrl() {
    return defaultUrl();
  }

  private static Need key(Optional<String> key, String how) {
    return key.isPresent() ? Need.met(KEY_NEED, "given") : Need.missing(KEY_NEED, how);
  }
}
