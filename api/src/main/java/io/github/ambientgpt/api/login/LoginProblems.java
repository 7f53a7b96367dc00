package io.github.ambientgpt.api.login;

import io.github.ambientgpt.api.problem.Problem;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What the security chain refuses, as a problem. */
@Component
class LoginProblems implements AuthenticationEntryPoint, AccessDeniedHandler {
  static final String LOG_IN =
      "Log in, or send a token that is valid in the header Authorization: Bearer.";

  private static final String CSRF =
      "The header %s has to hold what the cookie csrf (or __Host-csrf) holds: load it again and send it."
          .formatted(CsrfCookies.HEADER);
  private static final String NOT_ALLOWED =
      "Your role or your token does not allow that: ask an admin of this service.";

  private final ProblemWriter problems;

  LoginProblems(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    response.setHeader("WWW-Authenticate", "Bearer");
    problems.write(response, Problem.of(ProblemType.UNAUTHENTICATED, LOG_IN, List.of()));
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
      throws IOException {
    problems.write(
        response,
        e instanceof CsrfException
            ? Problem.of(ProblemType.CSRF, CSRF, List.of())
            : Problem.of(ProblemType.FORBIDDEN, NOT_ALLOWED, List.of()));
  }
}
