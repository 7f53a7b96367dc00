package io.github.ambientgpt.api.login;

import io.github.ambientgpt.api.problem.Problem;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.problem.ProblemWriter;
import io.github.ambientgpt.api.web.TrustedPages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever sits at this machine comes in. Pages of other sites run on this machine, too: they are
 * told by their Origin, and one whose name was made to lead here (DNS rebinding) by its Host.
 */
final class LocalFilter extends OncePerRequestFilter {
  private static final Pattern HERE =
      Pattern.compile("(?i)(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?");

  private final Caller clinician;
  private final TrustedPages pages;
  private final ProblemWriter problems;

  LocalFilter(Caller clinician, TrustedPages pages, ProblemWriter problems) {
    this.clinician = clinician;
    this.pages = pages;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String host = request.getHeader("Host");
    if (host == null || !HERE.matcher(host).matches()) {
      refuse(
          response,
          "In the mode local the service answers to localhost and 127.0.0.1 alone: open it under one of these, or let people log in (ambient-gpt.login.mode=password).");
      return;
    }
    if (isForeign(request, host)) {
      refuse(response, "Another site's page may not call this service.");
      return;
    }
    SecurityContext context = new SecurityContextImpl(clinician);
    SecurityContextHolder.setContext(context);
    chain.doFilter(request, response);
  }

  private boolean isForeign(HttpServletRequest request, String host) {
    String origin = request.getHeader("Origin");
    if (origin != null) {
      return !origin.equalsIgnoreCase("http://" + host)
          && !pages.trusts(origin, request.getRequestURI());
    }
    return "cross-site".equals(site(request)) && !isNavigation(request);
  }

  private static @Nullable String site(HttpServletRequest request) {
    return request.getHeader("Sec-Fetch-Site");
  }

  /** A link to the page that somebody follows is no call. */
  private static boolean isNavigation(HttpServletRequest request) {
    return request.getMethod().equals("GET")
        && "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
  }

  private void refuse(HttpServletResponse response, String detail) throws IOException {
    problems.write(response, Problem.of(ProblemType.FORBIDDEN, detail, List.of()));
  }
}
