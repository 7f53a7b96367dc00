package io.github.ambientgpt.api.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/** Limits of all sockets. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SocketConfiguration {
  /** Two seconds of speech; a message that is larger ends its session with 1009. */
  private static final int LARGEST_MESSAGE = 64 << 10;

  private static final long SEND_MILLIS = 10_000;

  @Bean
  ServletServerContainerFactoryBean socketLimits() {
    ServletServerContainerFactoryBean limits = new ServletServerContainerFactoryBean();
    limits.setMaxBinaryMessageBufferSize(LARGEST_MESSAGE);
    limits.setMaxTextMessageBufferSize(LARGEST_MESSAGE);
    limits.setAsyncSendTimeout(SEND_MILLIS);
    return limits;
  }
}
