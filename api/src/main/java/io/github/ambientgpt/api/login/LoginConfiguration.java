package io.github.ambientgpt.api.login;

import io.github.ambientgpt.api.user.LoginProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.session.config.annotation.web.http.SpringHttpSessionConfiguration;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** How people come in, chosen by the properties and not by conditions on beans. */
@Configuration(proxyBeanMethods = false)
@Import(SpringHttpSessionConfiguration.class)
class LoginConfiguration {
  private static final long HSTS_SECONDS = 365 * 24 * 3600;

  @Bean
  SecurityFilterChain security(
      HttpSecurity http,
      LoginProperties properties,
      Sessions sessions,
      LoginProblems problems,
      MetricsAccess metrics,
      LocalMode local,
      PasswordMode password,
      OidcMode oidc) {
    http.authorizeHttpRequests(rules -> AccessRules.apply(rules, metrics))
        .exceptionHandling(e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .securityContext(context -> context.securityContextRepository(sessions))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        // The rest stands in PageHeaders.
        .headers(
            headers ->
                headers
                    .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                    .httpStrictTransportSecurity(
                        hsts -> hsts.maxAgeInSeconds(HSTS_SECONDS).includeSubDomains(false)));
    LoginMode mode =
        switch (properties.mode()) {
          case LOCAL -> local;
          case PASSWORD -> password;
          case OIDC -> oidc;
        };
    mode.apply(http);
    return http.build();
  }

  @Bean
  CookieSerializer sessionCookies() {
    return new SessionCookies();
  }

  /**
   * As Spring Boot would make it, but with the database's access that all use: one of its own reads
   * in XML what each database there is calls its errors, at each start.
   */
  @Bean
  JdbcIndexedSessionRepository sessionRepository(
      JdbcTemplate jdbc, JdbcTransactionManager manager) {
    TransactionTemplate alone = new TransactionTemplate(manager);
    alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return new JdbcIndexedSessionRepository(jdbc, alone);
  }
}
