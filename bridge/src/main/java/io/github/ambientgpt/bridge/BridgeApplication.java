package io.github.ambientgpt.bridge;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The service in front of Ollama. */
@SpringBootApplication
@EnableConfigurationProperties(BridgeSettings.class)
public class BridgeApplication {
  public static void main(String[] arguments) {
    SpringApplication.run(BridgeApplication.class, arguments);
  }
}
