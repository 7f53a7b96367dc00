package io.github.ambientgpt.bridge.security;

import io.github.ambientgpt.bridge.BridgeSettings;
import io.github.ambientgpt.bridge.problem.BridgeException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets in whoever shows the token. Without one, only this machine is served, and only under its own
 * names, so that no web page reaches the bridge by a name that it made point here. Health is open.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class AccessFilter implements WebFilter {
  private static final Logger log = LoggerFactory.getLogger(AccessFilter.class);
  private static final String HEALTH = "/actuator/health";
  private static final String BEARER = "Bearer ";

  private static final String HOW =
      "Set BRIDGE_TOKEN for the bridge, and send it as Authorization: Bearer TOKEN.";

  private final byte[] token;
  private final boolean beyondLoopback;

  AccessFilter(BridgeSettings settings, ServerProperties server) {
    token = settings.token().getBytes(StandardCharsets.UTF_8);
    InetAddress address = server.getAddress();
    beyondLoopback = address == null || !address.isLoopbackAddress();
    if (!isReady()) {
      log.warn("Listens beyond this machine without a token, and so serves nobody. {}", HOW);
    }
  }

  /** Whether there is anybody to let in. */
  public boolean isReady() {
    return token.length > 0 || !beyondLoopback;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String path = exchange.getRequest().getPath().pathWithinApplication().value();
    if (path.equals(HEALTH) || path.startsWith(HEALTH + "/")) {
      return chain.filter(exchange);
    }
    if (!isReady()) {
      return refuse(
          exchange,
          path,
          HttpStatus.UNAUTHORIZED,
          "token-missing",
          "The bridge has no token. " + HOW);
    }
    if (token.length > 0) {
      return shown(exchange)
          ? chain.filter(exchange)
          : refuse(
              exchange,
              path,
              HttpStatus.UNAUTHORIZED,
              "unauthorized",
              "The bridge's token is needed: send it as Authorization: Bearer TOKEN.");
    }
    return isThisMachine(exchange)
        ? chain.filter(exchange)
        : refuse(
            exchange,
            path,
            HttpStatus.FORBIDDEN,
            "foreign-host",
            "Without a token the bridge answers only to 127.0.0.1 and localhost. " + HOW);
  }

  private boolean shown(ServerWebExchange exchange) {
    String said = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    return said != null
        && said.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && MessageDigest.isEqual( // takes as long whatever is wrong
            said.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8), token);
  }

  private static boolean isThisMachine(ServerWebExchange exchange) {
    String said = exchange.getRequest().getHeaders().getFirst(HttpHeaders.HOST);
    if (said == null) {
      return false;
    }
    String host = said.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
    return Set.of("localhost", "[::1]").contains(host)
        || host.matches("127(\\.\\d{1,3}){3}")
        || host.endsWith(".localhost");
  }

  private static Mono<Void> refuse(
      ServerWebExchange exchange, String path, HttpStatus status, String type, String detail) {
    exchange.getResponse().setStatusCode(status);
    HttpHeaders headers = exchange.getResponse().getHeaders();
    if (status == HttpStatus.UNAUTHORIZED) {
      headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    Object body;
    if (path.startsWith("/v1/")) { // as OpenAI's clients know it
      headers.setContentType(MediaType.APPLICATION_JSON);
      body =
          Map.of(
              "error",
              Map.of(
                  "message", detail, "type", "invalid_request_error", "code", "invalid_api_key"));
    } else {
      headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
      ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
      body =
          Map.of(
              "type", URI.create(BridgeException.PREFIX + type).toString(),
              "title", String.valueOf(problem.getTitle()),
              "status", status.value(),
              "detail", detail);
    }
    byte[] bytes = JsonMapper.shared().writeValueAsBytes(body);
    return exchange
        .getResponse()
        .writeWith(Mono.just(exchange.getResponse().bufferFactory().wrap(bytes)));
  }
}
