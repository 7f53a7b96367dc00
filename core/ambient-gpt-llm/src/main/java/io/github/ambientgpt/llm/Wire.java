package io.github.ambientgpt.llm;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.http.Clients;
import io.github.ambientgpt.core.http.Exchange;
import io.github.ambientgpt.core.http.Proxies;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.ServerSettings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLException;

/**
 * The way to one server over HTTP. Whoever waits on it wakes several times a second, to see whether
 * the work was cancelled or the server has stalled. Follows no redirect, since another host would
 * get the key and the question. Thread-safe.
 */
final class Wire {
  private final Service service;
  private final HttpClient client;

  Wire(Service service) {
    this(service, Proxies.of(System.getenv()));
  }

  Wire(Service service, Proxies proxies) {
    this.service = service;
    this.client = Clients.faithful(proxies);
  }

  HttpResponse<WatchedBody> get(
      URI url, Map<String, String> headers, Monitor monitor, Duration patience) {
    return open(request(url, headers).GET().build(), monitor, patience);
  }

  HttpResponse<WatchedBody> post(
      URI url, Map<String, String> headers, String json, Monitor monitor, Duration patience) {
    HttpRequest request =
        request(url, headers)
            .setHeader("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json, StandardCharsets.UTF_8))
            .build();
    return open(request, monitor, patience);
  }

  private static HttpRequest.Builder request(URI url, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url);
    headers.forEach(request::setHeader);
    return request;
  }

  /**
   * Returns as soon as the server has said its status. The body is to be closed.
   *
   * @throws ServerFault when it does not
   * @throws CancelledException when the monitor says so
   */
  private HttpResponse<WatchedBody> open(HttpRequest request, Monitor monitor, Duration patience) {
    try {
      return Exchange.send(
          client,
          request,
          status -> new WatchedBody(service.host(), monitor, patience),
          patience,
          monitor);
    } catch (HttpConnectTimeoutException e) {
      throw fault(e);
    } catch (HttpTimeoutException e) {
      throw stalled(service.host(), patience);
    } catch (IOException e) {
      throw fault(e);
    }
  }

  static ServerFault stalled(String host, Duration patience) {
    return ServerFault.passing(
        "%s said nothing for %d s. It may be busy, or the model too big for it: try later, or raise the setting '%s'."
            .formatted(host, patience.toSeconds(), ServerSettings.TIMEOUT),
        null);
  }

  static ServerFault broken(String host, Throwable cause) {
    return ServerFault.again(
        "The connection to %s broke before the answer was whole: see whether the server is still running, then try again."
            .formatted(host),
        cause);
  }

  private ServerFault fault(IOException cause) {
    String host = service.host();
    if (cause instanceof HttpConnectTimeoutException) {
      return ServerFault.passing(
          "%s does not take a connection within %d s: see whether it is running and can be reached from here, or correct the setting 'url'."
              .formatted(host, Clients.CONNECT.toSeconds()),
          cause);
    }
    if (cause instanceof ConnectException) {
      return cause.getCause() instanceof UnresolvedAddressException
          ? ServerFault.passing(
              "Nobody knows a machine called %s: correct the setting 'url', or see whether the network is there."
                  .formatted(host),
              cause)
          : ServerFault.passing(
              "Nothing answers at %s: start the server, or correct the setting 'url'."
                  .formatted(host),
              cause);
    }
    if (cause instanceof SSLException) {
      return ServerFault.lasting(
          "%s cannot prove who it is, or speaks no TLS: see whether the setting 'url' should begin with http://, or let Java trust its certificate."
              .formatted(host));
    }
    if (cause instanceof ProtocolException) {
      return ServerFault.lasting(
          "What answers at %s does not speak HTTP: correct the setting 'url'.".formatted(host));
    }
    return broken(host, cause);
  }

  /** Says who is asking; empty when there is no key. */
  static Map<String, String> bearer(Service service) {
    return service.key().map(key -> Map.of("Authorization", "Bearer " + key)).orElse(Map.of());
  }

  /** All of a small body, as text. */
  static String text(HttpResponse<WatchedBody> reply, int most) throws IOException {
    try (WatchedBody body = reply.body()) {
      return new String(body.readNBytes(most), StandardCharsets.UTF_8);
    }
  }
}
