package io.github.ambientgpt.api.live;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/** Only a page of the same origin may connect, and a program, which sends no origin. */
@Configuration(proxyBeanMethods = false)
class LiveWeb implements WebSocketConfigurer {
  private final CaptionSocket captions;

  LiveWeb(CaptionSocket captions) {
    this.captions = captions;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry.addHandler(captions, "/api/v1/recordings/{id}/live").addInterceptors(captions);
  }
}
