package io.github.ambientgpt.api.user;

import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How people come in, chosen by the properties and not by conditions on beans. */
@Configuration(proxyBeanMethods = false)
class LoginConfiguration {
  private static final UUID LOCAL = UUID.fromString("00000000-0000-7000-8000-000000000001");

  @Bean
  CurrentUser currentUser(LoginProperties properties) {
    return switch (properties.mode()) {
      case LOCAL -> {
        User clinician = new User(LOCAL, properties.name());
        yield () -> clinician;
      }
    };
  }
}
