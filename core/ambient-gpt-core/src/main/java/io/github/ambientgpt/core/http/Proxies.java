package io.github.ambientgpt.core.http;

import io.github.ambientgpt.core.error.InvalidInputException;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which proxy a request goes through: that of Java's system properties ({@code https.proxyHost} and
 * so on), else that of the environment ({@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY},
 * {@code NO_PROXY}, in capitals or small letters), else none. This machine is never reached through
 * one. Immutable.
 *
 * @since 0.1.0
 */
public final class Proxies extends ProxySelector {
  private final Map<String, String> environment;
  private final ProxySelector properties;

  private Proxies(Map<String, String> environment, ProxySelector properties) {
    this.environment = Map.copyOf(environment);
    this.properties = properties;
  }

  public static Proxies of(Map<String, String> environment) {
    return new Proxies(environment, ProxySelector.getDefault());
  }

  /**
   * A client that goes through them, with the name and password that a proxy's URL may hold.
   *
   * @throws InvalidInputException when a variable holds no URL
   */
  public HttpClient.Builder apply(HttpClient.Builder client) {
    client.proxy(this);
    List.of("https", "http").stream()
        .flatMap(scheme -> proxy(scheme).stream())
        .filter(proxy -> proxy.getUserInfo() != null)
        .findFirst()
        .ifPresent(proxy -> client.authenticator(credentials(proxy.getUserInfo())));
    return client;
  }

  private static Authenticator credentials(String userInfo) {
    int colon = userInfo.indexOf(':');
    String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
    String password = colon < 0 ? "" : userInfo.substring(colon + 1);
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return getRequestorType() == RequestorType.PROXY
            ? new PasswordAuthentication(user, password.toCharArray())
            : null;
      }
    };
  }

  @Override
  public List<Proxy> select(URI uri) {
    if (uri.getHost() == null || ServerAddress.isThisMachine(uri.getHost())) {
      return List.of(Proxy.NO_PROXY);
    }
    if (properties != null) {
      List<Proxy> chosen = properties.select(uri);
      if (chosen.stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT)) {
        return chosen;
      }
    }
    if (isExempt(uri)) {
      return List.of(Proxy.NO_PROXY);
    }
    return proxy(uri.getScheme())
        .map(p -> new InetSocketAddress(p.getHost(), p.getPort() < 0 ? 80 : p.getPort()))
        .map(address -> List.of(new Proxy(Proxy.Type.HTTP, address)))
        .orElse(List.of(Proxy.NO_PROXY));
  }

  private boolean isExempt(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    Predicate<String> matches =
        entry -> {
          String name = entry.startsWith("*.") ? entry.substring(1) : entry;
          return name.equals("*")
              || host.equals(name)
              || (host + ":" + uri.getPort()).equals(name)
              || host.endsWith(name.startsWith(".") ? name : "." + name);
        };
    return Arrays.stream(variable("no_proxy").orElse("").toLowerCase(Locale.ROOT).split(","))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .anyMatch(matches);
  }

  private Optional<URI> proxy(String scheme) {
    String name = scheme.toLowerCase(Locale.ROOT) + "_proxy";
    return variable(name).map(value -> parse(name, value)).or(() -> any());
  }

  private Optional<URI> any() {
    return variable("all_proxy").map(value -> parse("all_proxy", value));
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name))
        .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
        .filter(value -> !value.isBlank());
  }

  /** The value is not shown in an error: it may hold a password. */
  private static URI parse(String name, String value) {
    try {
      URI uri = URI.create(value.contains("://") ? value.strip() : "http://" + value.strip());
      if (uri.getHost() != null && "http".equalsIgnoreCase(uri.getScheme())) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new InvalidInputException(
        "The variable %s does not hold the URL of a proxy, such as http://proxy.example:3128."
            .formatted(name.toUpperCase(Locale.ROOT)));
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException e) {
    // the request fails and says so
  }
}
