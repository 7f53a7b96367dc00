package io.github.ambientgpt.api;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where the page is, as the last thing of a start. */
@Component
class PageAddress {
  private static final Logger log = LoggerFactory.getLogger(PageAddress.class);
  private static final String HERE = "127.0.0.1";

  private final Environment environment;

  PageAddress(Environment environment) {
    this.environment = environment;
  }

  @EventListener(ApplicationReadyEvent.class)
  void started() {
    log.info("The page is on http://{}:{}", host(), environment.getProperty("local.server.port"));
  }

  private String host() {
    String address = environment.getProperty("server.address", HERE);
    try {
      InetAddress bound = InetAddress.getByName(address);
      return bound.isAnyLocalAddress() || bound.isLoopbackAddress() ? HERE : address;
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
