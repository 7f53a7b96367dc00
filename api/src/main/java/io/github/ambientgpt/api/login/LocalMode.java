package io.github.ambientgpt.api.login;

import io.github.ambientgpt.api.problem.ProblemWriter;
import io.github.ambientgpt.api.user.Accounts;
import io.github.ambientgpt.api.user.LoginProperties;
import io.github.ambientgpt.api.user.Role;
import io.github.ambientgpt.api.user.User;
import io.github.ambientgpt.api.web.TrustedPages;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.EnumSet;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.stereotype.Component;

/** Nobody logs in, and nobody but this machine reaches the service. */
@Component
class LocalMode implements LoginMode {
  private final LoginProperties properties;
  private final Environment environment;
  private final TrustedPages pages;
  private final ProblemWriter problems;

  LocalMode(
      LoginProperties properties,
      Environment environment,
      TrustedPages pages,
      ProblemWriter problems) {
    this.properties = properties;
    this.environment = environment;
    this.pages = pages;
    this.problems = problems;
  }

  /**
   * @throws UnsafeLoginException when others reach the service, too
   */
  @Override
  public void apply(HttpSecurity http) {
    requireLoopback(environment.getProperty("server.address", ""));
    User user = new User(Accounts.FIRST, properties.name());
    Caller clinician = Caller.person(user, EnumSet.allOf(Role.class));
    http.csrf(AbstractHttpConfigurer::disable)
        .addFilterBefore(
            new LocalFilter(clinician, pages, problems), AnonymousAuthenticationFilter.class);
  }

  private static void requireLoopback(String address) {
    try {
      if (!address.isBlank() && InetAddress.getByName(address).isLoopbackAddress()) {
        return;
      }
    } catch (UnknownHostException e) {
      // refused below, too
    }
    throw new UnsafeLoginException(address);
  }
}
