package io.github.ambientgpt.api.user;

import java.util.Set;

/** Who asks. In a request only: a job works for the one who asked for it. */
public interface CurrentUser {
  User get();

  /** What they may do; of a token, what it may. */
  Set<Role> roles();
}
