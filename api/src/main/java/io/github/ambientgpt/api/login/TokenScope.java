package io.github.ambientgpt.api.login;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.ambientgpt.api.user.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a token may do of what its owner may. */
public enum TokenScope {
  /** Reads visits, their recordings, transcripts and notes. */
  @JsonProperty("read")
  READ(Role.CLINICIAN),
  /** All that a clinician does. */
  @JsonProperty("write")
  WRITE(Role.CLINICIAN),
  /** The routes that are OpenAI's, under /v1: speech to text, and nothing that is kept. */
  @JsonProperty("transcribe")
  TRANSCRIBE(Role.CLINICIAN),
  /** What an admin does; it breaks no glass. */
  @JsonProperty("admin")
  ADMIN(Role.ADMIN),
  /** Reads the audit log. */
  @JsonProperty("audit")
  AUDIT(Role.AUDITOR);

  private final Role role;

  TokenScope(Role role) {
    this.role = role;
  }

  Role role() {
    return role;
  }

  boolean allows(String method, String path) {
    boolean openAi = path.equals("/v1") || path.startsWith("/v1/");
    boolean reads = method.equals("GET") || method.equals("HEAD");
    return switch (this) {
      // The handshake of a socket is a GET, and what follows writes.
      case READ -> reads && !openAi && !path.endsWith("/live");
      case WRITE, ADMIN, AUDIT -> true;
      case TRANSCRIBE -> openAi;
    };
  }

  static String joined(Set<TokenScope> scopes) {
    return new TreeSet<>(scopes).stream().map(TokenScope::name).collect(Collectors.joining(","));
  }

  static Set<TokenScope> parsed(String joined) {
    return Arrays.stream(joined.split(","))
        .map(TokenScope::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(TokenScope.class)));
  }
}
