package io.github.ambientgpt.api.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/**
 * A cookie that the page reads and sends back in a header, which no other site can. Behind TLS its
 * name keeps other hosts of the domain from setting it.
 */
final class CsrfCookies implements CsrfTokenRepository {
  static final String HEADER = "X-CSRF-Token";

  private final CsrfTokenRepository plain = repository("csrf", false);
  private final CsrfTokenRepository secure = repository("__Host-csrf", true);

  private static CsrfTokenRepository repository(String name, boolean secure) {
    CookieCsrfTokenRepository cookies = CookieCsrfTokenRepository.withHttpOnlyFalse();
    cookies.setCookieName(name);
    cookies.setHeaderName(HEADER);
    cookies.setCookiePath("/");
    cookies.setCookieCustomizer(cookie -> cookie.secure(secure).sameSite("Strict"));
    return cookies;
  }

  private CsrfTokenRepository of(HttpServletRequest request) {
    return request.isSecure() ? secure : plain;
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return of(request).generateToken(request);
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    of(request).saveToken(token, request, response);
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return of(request).loadToken(request);
  }
}
