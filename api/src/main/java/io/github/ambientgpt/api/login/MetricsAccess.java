package io.github.ambientgpt.api.login;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Figures are for this machine, and for who has the token of a scraper. */
@Component
class MetricsAccess implements AuthorizationManager<RequestAuthorizationContext> {
  private final byte[] token;

  MetricsAccess(MetricsProperties properties) {
    this.token = properties.token().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public AuthorizationResult authorize(
      Supplier<? extends @Nullable Authentication> caller, RequestAuthorizationContext context) {
    String sent = Bearer.of(context.getRequest()).orElse("");
    boolean known =
        token.length > 0 && MessageDigest.isEqual(token, sent.getBytes(StandardCharsets.UTF_8));
    return new AuthorizationDecision(
        known || (sent.isEmpty() && isHere(context.getRequest().getRemoteAddr())));
  }

  private static boolean isHere(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress(); // an address is not looked up
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
