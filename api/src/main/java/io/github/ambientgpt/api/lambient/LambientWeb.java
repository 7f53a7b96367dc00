package io.github.ambientgpt.api.lambient;

import io.github.ambientgpt.api.user.LoginProperties;
import io.github.ambientgpt.api.web.TrustedPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/**
 * Where the predecessor's routes are, and who may call them from another page: its own, while it is
 * served on this machine and nobody has to log in.
 */
@Configuration(proxyBeanMethods = false)
class LambientWeb implements WebMvcConfigurer, WebSocketConfigurer, TrustedPages {
  /** Where the predecessor's page is served while it is developed; no other page may call. */
  private static final List<String> PAGES =
      List.of("http://localhost:4200", "http://127.0.0.1:4200");

  private static final List<String> ROUTES =
      List.of("/templates", "/transcribe", "/notes", "/generate_note");

  private static final List<String> SOCKETS = List.of("/ws/vosk", "/ws/stream");

  private final boolean on;
  private final boolean local;
  private final VoskSocket vosk;
  private final StreamSocket stream;

  LambientWeb(
      LambientProperties properties, LoginProperties login, VoskSocket vosk, StreamSocket stream) {
    this.on = properties.on(login);
    this.local = login.mode() == LoginProperties.Mode.LOCAL;
    this.vosk = vosk;
    this.stream = stream;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    if (!on) {
      registry.addInterceptor(new Off()).addPathPatterns(everywhere());
    }
  }

  private static List<String> everywhere() {
    return both(ROUTES);
  }

  private static List<String> both(List<String> routes) {
    return routes.stream().flatMap(r -> Stream.of(r, "/api" + r)).toList();
  }

  @Override
  public boolean trusts(String origin, String path) {
    return on
        && local
        && PAGES.contains(origin)
        && (everywhere().contains(path) || both(SOCKETS).contains(path));
  }

  @Override
  public void addCorsMappings(CorsRegistry registry) {
    if (on && local) {
      for (String route : everywhere()) {
        registry
            .addMapping(route)
            .allowedOrigins(PAGES.toArray(String[]::new))
            .allowedMethods("*")
            .allowedHeaders("*")
            .allowCredentials(true);
      }
    }
  }

  /** A page of the same origin may connect, too, and a program, which sends no origin. */
  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    if (on) {
      String[] pages = local ? PAGES.toArray(String[]::new) : new String[0];
      registry.addHandler(vosk, "/ws/vosk", "/api/ws/vosk").setAllowedOrigins(pages);
      registry.addHandler(stream, "/ws/stream", "/api/ws/stream").setAllowedOrigins(pages);
    }
  }

  private static final class Off implements HandlerInterceptor {
    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler)
        throws IOException {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return false;
    }
  }
}
