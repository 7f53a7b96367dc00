package io.github.ambientgpt.core.http;

import java.net.http.HttpClient;
import java.time.Duration;

/**
 * The one way to make an HTTP client: through the proxies, patient while it connects, no more.
 *
 * @since 0.1.0
 */
public final class Clients {
  /** How long a server may take to accept a connection. */
  public static final Duration CONNECT = Duration.ofSeconds(20);

  private Clients() {}

  /** Follows no redirection: another host would get the key and what is asked. */
  public static HttpClient faithful(Proxies proxies) {
    return client(proxies, HttpClient.Redirect.NEVER);
  }

  /** Follows redirections, but never from TLS to none: for what is public. */
  public static HttpClient following(Proxies proxies) {
    return client(proxies, HttpClient.Redirect.NORMAL);
  }

  private static HttpClient client(Proxies proxies, HttpClient.Redirect redirect) {
    // HTTP/2 over plain HTTP begins with an upgrade that some servers of models stumble over
    return proxies
        .apply(HttpClient.newBuilder())
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(redirect)
        .connectTimeout(CONNECT)
        .build();
  }
}
