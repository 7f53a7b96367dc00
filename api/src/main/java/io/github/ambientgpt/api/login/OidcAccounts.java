package io.github.ambientgpt.api.login;

import io.github.ambientgpt.api.user.Account;
import io.github.ambientgpt.api.user.Accounts;
import io.github.ambientgpt.api.user.LoginProperties;
import io.github.ambientgpt.api.user.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes accounts of what an OpenID provider says of people; their groups give them their roles. */
@Component
class OidcAccounts {
  private final LoginProperties.Oidc properties;
  private final Accounts accounts;

  OidcAccounts(LoginProperties login, Accounts accounts) {
    this.properties = login.oidc();
    this.accounts = accounts;
  }

  /**
   * @param claims of an ID token or a JWT that was verified
   * @return empty when no group of theirs gives a role, or they may not come in any more
   */
  Optional<Account> known(Map<String, Object> claims) {
    Set<Role> roles = roles(claims);
    if (roles.isEmpty()) {
      return Optional.empty();
    }
    String subject = claims.get("iss") + " " + claims.get("sub");
    String username =
        text(claims, properties.usernameClaim()).orElse(String.valueOf(claims.get("sub")));
    String name = text(claims, properties.nameClaim()).orElse(username);
    return Optional.of(accounts.known(subject, username, name, roles)).filter(Account::enabled);
  }

  private Set<Role> roles(Map<String, Object> claims) {
    Collection<String> groups = groups(claim(claims, properties.groupsClaim()));
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    properties
        .roles()
        .forEach(
            (role, giving) -> {
              if (giving.stream().anyMatch(groups::contains)) {
                roles.add(role);
              }
            });
    return roles;
  }

  private static Collection<String> groups(@Nullable Object claim) {
    if (claim instanceof Collection<?> many) {
      return many.stream().map(String::valueOf).toList();
    }
    return claim instanceof String some ? Arrays.asList(some.split("[ ,]+")) : List.of();
  }

  private static Optional<String> text(Map<String, Object> claims, String name) {
    return claim(claims, name) instanceof String text && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }

  /** By its whole name, or by a path through objects. */
  private static @Nullable Object claim(Map<?, ?> claims, String name) {
    if (claims.containsKey(name)) {
      return claims.get(name);
    }
    int dot = name.indexOf('.');
    return dot > 0 && claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
        ? claim(inner, name.substring(dot + 1))
        : null;
  }
}
