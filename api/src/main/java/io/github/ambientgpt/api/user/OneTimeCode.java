package io.github.ambientgpt.api.user;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;

/** A secret that a person types once, of 100 random bits; only its digest is kept. */
public final class OneTimeCode {
  /** Without what looks alike: 0 and O, 1 and I. */
  private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int GROUPS = 4;
  private static final int GROUP = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  private OneTimeCode() {}

  public static String next() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) {
        code.append('-');
      }
      code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return code.toString();
  }

  /**
   * @param code as somebody typed it: hyphens, blanks and the case do not matter
   */
  public static byte[] digest(String code) {
    String signs = code.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    return sha256(signs);
  }

  /** Of a secret that has enough random bits to need no slow hash. */
  public static byte[] sha256(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
