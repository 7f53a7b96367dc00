package io.github.ambientgpt.api.login;

import io.github.ambientgpt.api.user.Role;
import jakarta.servlet.DispatcherType;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Which role may call what; the first rule that fits decides. Whether a visit is theirs to see is
 * said by {@link io.github.ambientgpt.api.encounter.Encounters}. A route under /api that nothing
 * here names is for clinicians.
 */
final class AccessRules {
  private static final String CLINICIAN = Role.CLINICIAN.name();
  private static final String ADMIN = Role.ADMIN.name();
  private static final String AUDITOR = Role.AUDITOR.name();

  /** What belongs to a visit. An admin comes to see it after breaking the glass. */
  private static final String[] VISITS = {
    "/api/v1/encounters/**", "/api/v1/recordings/**", "/api/v1/transcripts/**", "/api/v1/notes/**"
  };

  private static final String[] PREDECESSOR = {
    "/templates", "/transcribe", "/notes", "/generate_note", "/ws/**"
  };

  private AccessRules() {}

  static void apply(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules,
      MetricsAccess metrics) {
    rules
        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
        .permitAll();
    rules.requestMatchers("/actuator/health", "/actuator/health/**").permitAll();
    rules.requestMatchers("/actuator/**").access(metrics);
    rules
        .requestMatchers(HttpMethod.GET, "/api/v1/login", "/v3/api-docs", "/v3/api-docs/**")
        .permitAll();
    rules
        .requestMatchers(HttpMethod.POST, "/api/v1/setup", "/api/v1/session", "/api/v1/password")
        .permitAll();

    rules
        .requestMatchers("/api/v1/me/password", "/api/v1/tokens", "/api/v1/tokens/**")
        .hasAuthority(Caller.PERSON);
    rules.requestMatchers("/api/v1/me", "/api/v1/session").authenticated();
    rules.requestMatchers("/api/v1/audit-lines", "/api/v1/audit-lines:verify").hasRole(AUDITOR);
    rules.requestMatchers("/api/v1/users", "/api/v1/users/**", "/api/v1/admin/**").hasRole(ADMIN);
    rules
        .requestMatchers(HttpMethod.POST, "/api/v1/encounters/{id}:break-glass")
        .access(
            AuthorizationManagers.allOf(
                AuthorityAuthorizationManager.hasRole(ADMIN),
                AuthorityAuthorizationManager.hasAuthority(Caller.PERSON)));
    rules
        .requestMatchers(
            HttpMethod.GET,
            "/api/v1/models",
            "/api/v1/models/**",
            "/api/v1/jobs/**",
            "/api/v1/providers")
        .hasAnyRole(CLINICIAN, ADMIN);
    rules
        .requestMatchers("/api/v1/models", "/api/v1/models/**", "/api/v1/models:import")
        .hasRole(ADMIN);
    rules
        .requestMatchers(HttpMethod.POST, "/api/v1/jobs/{id}:cancel", "/api/v1/jobs/{id}:retry")
        .hasAnyRole(CLINICIAN, ADMIN);
    rules.requestMatchers("/api/v1/recordings/{id}/live").hasRole(CLINICIAN);
    rules.requestMatchers(HttpMethod.GET, VISITS).hasAnyRole(CLINICIAN, ADMIN);

    rules.requestMatchers("/api", "/api/**", "/v1", "/v1/**").hasRole(CLINICIAN);
    rules.requestMatchers(PREDECESSOR).hasRole(CLINICIAN);
    // The page itself: it holds nothing of anybody.
    rules.requestMatchers(HttpMethod.GET, "/**").permitAll();
    rules.requestMatchers(HttpMethod.HEAD, "/**").permitAll();
    rules.anyRequest().authenticated();
  }
}
