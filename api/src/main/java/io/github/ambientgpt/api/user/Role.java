package io.github.ambientgpt.api.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What somebody may do here; a person can have several. */
public enum Role {
  /** Works with visits: their own, and those that were shared with them. */
  @JsonProperty("clinician")
  CLINICIAN,
  /** Keeps people, models and rules; sees that a visit exists, and not what it says. */
  @JsonProperty("admin")
  ADMIN,
  /** Reads the audit log, and nothing clinical. */
  @JsonProperty("auditor")
  AUDITOR;

  /** As Spring Security calls it. */
  public String authority() {
    return "ROLE_" + name();
  }

  static String joined(Set<Role> roles) {
    return new TreeSet<>(roles).stream().map(Role::name).collect(Collectors.joining(","));
  }

  static Set<Role> parsed(String joined) {
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream(joined.split(","))
        .filter(each -> !each.isEmpty())
        .map(Role::valueOf)
        .forEach(roles::add);
    return roles;
  }
}
