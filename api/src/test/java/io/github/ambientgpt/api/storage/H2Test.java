package io.github.ambientgpt.api.storage;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApiTest
class H2Test extends TwoDatabases {
  private final Service service;

  H2Test(@LocalServerPort int port) {
    this.service = Service.at(port);
  }

  @Override
  Service service() {
    return service;
  }
}
