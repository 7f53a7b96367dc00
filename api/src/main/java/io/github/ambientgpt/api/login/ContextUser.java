package io.github.ambientgpt.api.login;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.user.CurrentUser;
import io.github.ambientgpt.api.user.Role;
import io.github.ambientgpt.api.user.User;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Whom the security chain found. */
@Component
class ContextUser implements CurrentUser {
  @Override
  public User get() {
    return caller().getPrincipal();
  }

  @Override
  public Set<Role> roles() {
    return caller().roles();
  }

  private static Caller caller() {
    if (SecurityContextHolder.getContext().getAuthentication() instanceof Caller caller) {
      return caller;
    }
    throw new ApiException(ProblemType.UNAUTHENTICATED, LoginProblems.LOG_IN);
  }
}
