package io.github.ambientgpt.api.login;

import io.github.ambientgpt.api.problem.Problem;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a program in that sends a token of this service. */
final class TokenFilter extends OncePerRequestFilter {
  private final ApiTokens tokens;
  private final ProblemWriter problems;

  TokenFilter(ApiTokens tokens, ProblemWriter problems) {
    this.tokens = tokens;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return Bearer.of(request).filter(token -> token.startsWith(ApiTokens.PREFIX)).isEmpty()
        || request.getRequestURI().startsWith("/actuator/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<ApiTokens.Use> use = Bearer.of(request).flatMap(tokens::use);
    if (use.isEmpty()) {
      problems.write(
          response,
          Problem.of(
              ProblemType.UNAUTHENTICATED,
              "The token is unknown, revoked or too old: make a new one.",
              List.of()));
      return;
    }
    boolean allowed =
        use.get().scopes().stream()
            .anyMatch(scope -> scope.allows(request.getMethod(), request.getRequestURI()));
    if (!allowed) {
      problems.write(
          response,
          Problem.of(
              ProblemType.FORBIDDEN,
              "The token's scopes do not allow that: make one that has the scope.",
              List.of()));
      return;
    }
    Caller caller = Caller.program(use.get().account().user(), use.get().roles());
    SecurityContextHolder.setContext(new SecurityContextImpl(caller));
    chain.doFilter(request, response);
  }
}
