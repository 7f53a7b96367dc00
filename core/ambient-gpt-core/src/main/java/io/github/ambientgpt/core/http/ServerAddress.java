package io.github.ambientgpt.core.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a server answers: over HTTP, at a host that is named, with nothing secret in it.
 *
 * @param url without a slash at its end; has neither password nor query nor fragment
 * @since 0.1.0
 */
public record ServerAddress(URI url) {
  public ServerAddress {
    Objects.requireNonNull(url, "url");
    if (!isOne(url)) {
      throw new IllegalArgumentException("That is no address of a server");
    }
  }

  /**
   * What a person wrote, without blanks around it and slashes at its end; empty when that is no
   * such address.
   */
  public static Optional<ServerAddress> parse(String text) {
    try {
      URI url = new URI(text.strip().replaceFirst("/+$", ""));
      return isOne(url) ? Optional.of(new ServerAddress(url)) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isOne(URI url) {
    return url.getHost() != null
        && ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
        && url.getRawUserInfo() == null
        && url.getRawQuery() == null
        && url.getRawFragment() == null;
  }

  /** Host and port, if it has one: what a message names, never more of the address. */
  public String host() {
    return url.getRawAuthority();
  }

  /** Whether what is sent goes to another machine over plain HTTP, readable on the way. */
  public boolean travelsInClear() {
    return "http".equalsIgnoreCase(url.getScheme()) && !isThisMachine(url.getHost());
  }

  /**
   * @param host as in a URI: an IPv6 address stands in brackets
   */
  static boolean isThisMachine(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127(\\.\\d{1,3}){3}");
  }
}
