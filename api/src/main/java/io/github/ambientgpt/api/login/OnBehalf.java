package io.github.ambientgpt.api.login;

import io.github.ambientgpt.api.user.Role;
import io.github.ambientgpt.api.user.User;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** What whoever runs the machine does by a command, for a clinician: it is theirs afterwards. */
public final class OnBehalf {
  private OnBehalf() {}

  /** Works in this thread as if the clinician had asked for it. */
  public static <T> T of(User clinician, Callable<T> work) throws Exception {
    SecurityContext before = SecurityContextHolder.getContext();
    SecurityContextHolder.setContext(
        new SecurityContextImpl(Caller.program(clinician, Set.of(Role.CLINICIAN))));
    try {
      return work.call();
    } finally {
      SecurityContextHolder.setContext(before);
    }
  }
}
