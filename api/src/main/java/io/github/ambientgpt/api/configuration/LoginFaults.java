package io.github.ambientgpt.api.configuration;

import io.github.ambientgpt.api.user.LoginProperties.Mode;
import io.github.ambientgpt.spring.ConfigurationCheck;
import io.github.ambientgpt.spring.ConfigurationFault;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.web.context.ConfigurableWebEnvironment;

/** A login that lets in nobody, or everybody. */
final class LoginFaults implements ConfigurationCheck {
  private static final String LOGIN = "ambient-gpt.login.";
  private static final String ADDRESS = "server.address";
  private static final int SHORTEST_CODE = 12;

  @Override
  public List<ConfigurationFault> faults(ConfigurableEnvironment environment) {
    Given given = Given.in(environment);
    List<ConfigurationFault> faults = new ArrayList<>();
    switch (given.value(LOGIN + "mode", Mode.class).orElse(Mode.LOCAL)) {
      case LOCAL -> {
        if (environment instanceof ConfigurableWebEnvironment) { // a command listens to nobody
          ofAddress(given.text(ADDRESS)).ifPresent(faults::add);
        }
      }
      case OIDC -> ofProvider(given, faults);
      default -> {}
    }
    String code = given.text(LOGIN + "setup-code");
    if (!code.isEmpty() && code.length() < SHORTEST_CODE) {
      add(
          faults,
          "setup-code",
          "It is short enough to be guessed.",
          "Set at least %d characters, or remove it: one is then made and logged."
              .formatted(SHORTEST_CODE));
    }
    Optional<Duration> idle = given.value(LOGIN + "idle", Duration.class);
    Optional<Duration> longest = given.value(LOGIN + "longest", Duration.class);
    if (idle.isPresent() && longest.isPresent() && idle.get().compareTo(longest.get()) > 0) {
      add(
          faults,
          "idle",
          "It is longer than a session may last at all (%slongest).".formatted(LOGIN),
          "Set a shorter one, or a longer %slongest.".formatted(LOGIN));
    }
    return faults;
  }

  private static Optional<ConfigurationFault> ofAddress(String address) {
    if (isThisMachine(address)) {
      return Optional.empty();
    }
    return Optional.of(
        new ConfigurationFault(
            ADDRESS,
            "The login mode is local, in which nobody has to log in, and the service would listen on %s: whoever reaches it would read every visit."
                .formatted(address.isEmpty() ? "every address" : address),
            "Listen on this machine alone (server.address=127.0.0.1, or SERVER_ADDRESS), or let people log in (ambient-gpt.login.mode=password, or AMBIENTGPT_LOGIN_MODE)."));
  }

  private static boolean isThisMachine(String address) {
    try {
      return !address.isEmpty() && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static void ofProvider(Given given, List<ConfigurationFault> faults) {
    String oidc = LOGIN + "oidc.";
    Optional<URI> issuer = given.value(oidc + "issuer", URI.class);
    if (issuer.isEmpty() || issuer.get().getHost() == null) {
      add(
          faults,
          "oidc.issuer",
          "The mode oidc needs the address of an OpenID provider.",
          "Set the one under which /.well-known/openid-configuration is, such as https://login.example.org/realms/clinic.");
    }
    if (!given.has(oidc + "client-id")) {
      add(
          faults,
          "oidc.client-id",
          "The mode oidc needs what the provider calls this service.",
          "Set the id of the client that you made at the provider.");
    }
    if (given.value(oidc + "roles", Map.class).orElse(Map.of()).isEmpty()) {
      add(
          faults,
          "oidc.roles",
          "Nobody would have a role, so that nobody could do anything.",
          "Say which groups are clinicians, such as ambient-gpt.login.oidc.roles.clinician=doctors; there are admin and auditor, too.");
    }
  }

  private static void add(List<ConfigurationFault> faults, String name, String why, String remedy) {
    faults.add(new ConfigurationFault(LOGIN + name, why, remedy));
  }
}
