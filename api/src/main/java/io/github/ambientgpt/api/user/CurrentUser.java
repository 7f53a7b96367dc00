package io.github.ambientgpt.api.user;

/** Who asks. In a request only: a job works for the one who asked for it. */
public interface CurrentUser {
  User get();
}
