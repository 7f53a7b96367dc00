package io.github.ambientgpt.api.login;

import io.github.ambientgpt.api.user.Role;
import io.github.ambientgpt.api.user.User;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Who asks, once that is known. It lives as long as a request, and is kept nowhere. */
final class Caller extends AbstractAuthenticationToken {
  /** What a person has and a program has not: to change passwords, to make tokens. */
  static final String PERSON = "PERSON";

  private static final long serialVersionUID = 1L;

  private final transient User user;
  private final transient Set<Role> roles;

  private Caller(User user, Set<Role> roles, Stream<String> more) {
    super(
        Stream.concat(roles.stream().map(Role::authority), more)
            .<GrantedAuthority>map(SimpleGrantedAuthority::new)
            .toList());
    this.user = user;
    this.roles = Set.copyOf(roles);
    setAuthenticated(true);
  }

  static Caller person(User user, Set<Role> roles) {
    return new Caller(user, roles, Stream.of(PERSON));
  }

  static Caller program(User user, Set<Role> roles) {
    return new Caller(user, roles, Stream.empty());
  }

  Set<Role> roles() {
    return roles;
  }

  @Override
  public User getPrincipal() {
    return user;
  }

  @Override
  public String getCredentials() {
    return "";
  }

  @Override
  public String getName() {
    return user.id().toString();
  }
}
