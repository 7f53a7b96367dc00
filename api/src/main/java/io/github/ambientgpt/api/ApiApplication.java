package io.github.ambientgpt.api;

import io.github.ambientgpt.api.command.CommandLine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.metrics.TomcatMetricsAutoConfiguration;

/** The service; or a command, when the first argument names one. */
@SpringBootApplication(
    exclude = {
      UserDetailsServiceAutoConfiguration.class,
      // Counts Tomcat's sessions, of which there are none: ours are in the database.
      TomcatMetricsAutoConfiguration.class
    },
    // Jackson 2 is here for a library, and no endpoint is written by it: it would be a tenth of a
    // second of each start.
    excludeName =
        "org.springframework.boot.actuate.autoconfigure.endpoint.jackson.Jackson2EndpointAutoConfiguration")
@ConfigurationPropertiesScan
class ApiApplication {
  public static void main(String[] arguments) {
    if (CommandLine.asks(arguments)) {
      System.exit(CommandLine.run(ApiApplication.class, arguments));
    }
    SpringApplication.run(ApiApplication.class, arguments);
  }
}
