package io.github.ambientgpt.api.login;

import io.github.ambientgpt.api.problem.Problem;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.problem.ProblemWriter;
import io.github.ambientgpt.api.user.Account;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a program in that sends a JWT of the OpenID provider. */
final class JwtFilter extends OncePerRequestFilter {
  private final OidcProvider provider;
  private final OidcAccounts accounts;
  private final ProblemWriter problems;

  JwtFilter(OidcProvider provider, OidcAccounts accounts, ProblemWriter problems) {
    this.provider = provider;
    this.accounts = accounts;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return Bearer.of(request).filter(token -> !token.startsWith(ApiTokens.PREFIX)).isEmpty()
        || request.getRequestURI().startsWith("/actuator/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Account> account;
    try {
      String token = Bearer.of(request).orElseThrow();
      account = accounts.known(provider.decoder().decode(token).getClaims());
    } catch (BadJwtException e) {
      refuse(
          response,
          ProblemType.UNAUTHENTICATED,
          "The token is not one of the OpenID provider for this service, or it is too old: get a new one.");
      return;
    } catch (JwtException e) {
      refuse(response, ProblemType.BUSY, "The OpenID provider does not answer: try it again.");
      return;
    }
    if (account.isEmpty()) {
      refuse(
          response,
          ProblemType.FORBIDDEN,
          "No group in the token gives a role here: see ambient-gpt.login.oidc.roles.");
      return;
    }
    Caller caller = Caller.program(account.get().user(), account.get().roles());
    SecurityContextHolder.setContext(new SecurityContextImpl(caller));
    chain.doFilter(request, response);
  }

  private void refuse(HttpServletResponse response, ProblemType type, String detail)
      throws IOException {
    problems.write(response, Problem.of(type, detail, List.of()));
  }
}
