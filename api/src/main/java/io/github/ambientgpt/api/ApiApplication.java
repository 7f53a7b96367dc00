package io.github.ambientgpt.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service. */
@SpringBootApplication
class ApiApplication {
  public static void main(String[] arguments) {
    SpringApplication.run(ApiApplication.class, arguments);
  }
}
