package io.github.ambientgpt.core.provider;

import io.github.ambientgpt.core.http.Backoff;
import io.github.ambientgpt.core.http.ServerAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What every provider reads that speaks to a server, whatever it is asked there.
 *
 * @param address empty when none was given that is one
 * @param key empty when none was given
 * @param timeout how long a server may leave one waiting
 * @param retries how often a question is put again after a passing fault
 * @param plainHttp whether a key may travel unencrypted to another machine
 * @since 0.1.0
 */
public record ServerSettings(
    Optional<ServerAddress> address,
    Optional<String> key,
    Duration timeout,
    int retries,
    boolean plainHttp) {
  /** Seconds that a server may leave one waiting, 1 to 3600; 300 when not given. */
  public static final String TIMEOUT = "timeout";

  /** How often something is asked again after a passing fault, 0 to 10. */
  public static final String RETRIES = "retries";

  /**
   * {@code true} lets what is secret travel over {@code http://} to another machine, where anybody
   * on the way can read it; {@code false} when not given.
   */
  public static final String PLAIN_HTTP = "plain-http";

  /** The names of all that is read here, and of the model. */
  public static final List<String> NAMES =
      List.of(Settings.MODEL, Settings.URL, Settings.KEY, TIMEOUT, RETRIES, PLAIN_HTTP);

  private static final int DEFAULT_TIMEOUT = 300;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  /**
   * Reads them; what is wrong with one, the reader keeps.
   *
   * @param url where a server answers when no address is given; empty when there is no such place
   * @param retries how often is tried again when nothing is said
   */
  public static ServerSettings read(SettingsReader reader, String url, int retries) {
    return new ServerSettings(
        reader.address(Settings.URL, url),
        reader.word(Settings.KEY),
        Duration.ofSeconds(reader.number(TIMEOUT, 1, 3600, DEFAULT_TIMEOUT)),
        reader.number(RETRIES, 0, 10, retries),
        reader.flag(PLAIN_HTTP));
  }

  /** The pauses between attempts. */
  public Backoff backoff() {
    return new Backoff(1 + retries, FIRST_PAUSE);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "ServerSettings[" + address.map(ServerAddress::host).orElse("no address") + "]";
  }
}
