package io.github.ambientgpt.api.login;

import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The cookie of a session. A browser takes the name {@code __Host-} behind TLS alone; this machine
 * itself is reached without.
 */
final class SessionCookies implements CookieSerializer {
  private final CookieSerializer plain = serializer("session", false);
  private final CookieSerializer secure = serializer("__Host-session", true);

  private static CookieSerializer serializer(String name, boolean secure) {
    DefaultCookieSerializer cookies = new DefaultCookieSerializer();
    cookies.setCookieName(name);
    cookies.setCookiePath("/");
    cookies.setUseSecureCookie(secure);
    cookies.setUseHttpOnlyCookie(true);
    // Not Strict: the way back from an OpenID provider begins at another site.
    cookies.setSameSite("Lax");
    return cookies;
  }

  @Override
  public void writeCookieValue(CookieValue value) {
    (value.getRequest().isSecure() ? secure : plain).writeCookieValue(value);
  }

  @Override
  public List<String> readCookieValues(jakarta.servlet.http.HttpServletRequest request) {
    return (request.isSecure() ? secure : plain).readCookieValues(request);
  }
}
