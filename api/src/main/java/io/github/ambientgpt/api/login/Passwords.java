package io.github.ambientgpt.api.login;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.user.Accounts;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords as Argon2id, by what OWASP recommends: 19 MiB, two passes. Only a few are tried at
 * once, so that who sends many at once does not use up the memory.
 */
@Component
class Passwords {
  static final int SHORTEST = 12;
  static final int LONGEST = 200;

  private static final int AT_ONCE = 4;
  private static final long PATIENCE_SECONDS = 10;

  /**
   * What a password is held against when there is none, so that it takes as long: a random hash
   * that no known password has. Written down, since making it would be a part of each start.
   */
  static final String NOBODY =
      "$argon2id$v=19$m=19456,t=2,p=1$cqODjD8BYBSRIfoDqIa/Xg$pwr+KLv3rq2g49abRK4JxAKAfs0WhOguwKSlLghDvz8";

  private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 << 10, 2);
  private final Semaphore places = new Semaphore(AT_ONCE, true);

  /**
   * @param field of the request, for the message
   * @throws ApiException when it is no good one
   */
  String encode(String field, String username, String password) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      throw ApiException.field(field, "it has at least %d characters".formatted(SHORTEST));
    }
    if (Accounts.key(password).contains(Accounts.key(username))
        || password.codePoints().distinct().count() < SHORTEST / 2) {
      throw ApiException.field(
          field, "it is too easy to guess: leave your name out, and take more different letters");
    }
    return bounded(() -> encoder.encode(password));
  }

  boolean matches(String password, @Nullable String encoded) {
    boolean same = bounded(() -> encoder.matches(password, encoded == null ? NOBODY : encoded));
    return encoded != null && same;
  }

  /** Whether it was encoded with less effort than today. */
  boolean isOld(String encoded) {
    return encoder.upgradeEncoding(encoded);
  }

  String again(String password) {
    return bounded(() -> encoder.encode(password));
  }

  private <T> T bounded(Supplier<T> work) {
    try {
      if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new ApiException(
            ProblemType.BUSY, "Too many log in at the same moment: try it again.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiException(ProblemType.BUSY, "The service is ending: try it again.");
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
