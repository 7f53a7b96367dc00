package io.github.ambientgpt.api.login;

import io.github.ambientgpt.api.problem.ProblemWriter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.stereotype.Component;

/** People log in by name and password, programs send a token. */
@Component
class PasswordMode implements LoginMode {
  private final ApiTokens tokens;
  private final ProblemWriter problems;

  PasswordMode(ApiTokens tokens, ProblemWriter problems) {
    this.tokens = tokens;
    this.problems = problems;
  }

  @Override
  public void apply(HttpSecurity http) {
    http.csrf(
            csrf ->
                csrf.spa()
                    .csrfTokenRepository(new CsrfCookies())
                    // No other site can make a browser send this header.
                    .ignoringRequestMatchers(request -> Bearer.of(request).isPresent()))
        .addFilterBefore(new TokenFilter(tokens, problems), AnonymousAuthenticationFilter.class);
  }
}
