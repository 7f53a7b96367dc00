package io.github.ambientgpt.api.login;

import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.problem.ProblemWriter;
import io.github.ambientgpt.api.user.Account;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.stereotype.Component;

/**
 * People log in at an OpenID provider (code flow with PKCE) and have a session here then; programs
 * send a JWT of the provider, or a token of this service.
 */
@Component
class OidcMode implements LoginMode {
  private static final Logger log = LoggerFactory.getLogger(OidcMode.class);
  private static final String PAGE = "/";
  private static final String FAILED = "/?login=failed";
  private static final String NO_ROLE = "/?login=no-role";

  private final PasswordMode tokens;
  private final OidcProvider provider;
  private final OidcAccounts accounts;
  private final Sessions sessions;
  private final LoginLog events;
  private final ProblemWriter problems;

  OidcMode(
      PasswordMode tokens,
      OidcProvider provider,
      OidcAccounts accounts,
      Sessions sessions,
      LoginLog events,
      ProblemWriter problems) {
    this.tokens = tokens;
    this.provider = provider;
    this.accounts = accounts;
    this.sessions = sessions;
    this.events = events;
    this.problems = problems;
  }

  @Override
  public void apply(HttpSecurity http) {
    tokens.apply(http);
    DefaultOAuth2AuthorizationRequestResolver requests =
        new DefaultOAuth2AuthorizationRequestResolver(provider, LoginState.PROVIDERS);
    requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    http.oauth2Login(
            login ->
                login
                    .loginPage(PAGE)
                    .clientRegistrationRepository(provider)
                    .authorizedClientRepository(new NothingKept())
                    .authorizationEndpoint(e -> e.authorizationRequestResolver(requests))
                    .redirectionEndpoint(e -> e.baseUri(OidcProvider.CALLBACK))
                    .successHandler(this::cameBack)
                    .failureHandler(this::failed))
        .addFilterBefore(
            new JwtFilter(provider, accounts, problems), AnonymousAuthenticationFilter.class);
  }

  private void cameBack(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    Optional<Account> account =
        authentication.getPrincipal() instanceof OidcUser user
            ? accounts.known(user.getClaims())
            : Optional.empty();
    if (account.isEmpty()) {
      sessions.end(request);
      events.refused(null, ProblemType.FORBIDDEN);
      response.sendRedirect(NO_ROLE);
      return;
    }
    sessions.begin(request, account.get());
    events.cameIn(account.get());
    response.sendRedirect(PAGE);
  }

  private void failed(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    events.refused(null, ProblemType.UNAUTHENTICATED);
    log.warn(
        "A login by the OpenID provider failed: {}",
        e instanceof OAuth2AuthenticationException known
            ? known.getError().getErrorCode()
            : e.getClass().getSimpleName());
    response.sendRedirect(FAILED);
  }

  /** Nothing is asked of the provider later, so its tokens are not kept. */
  private static final class NothingKept implements OAuth2AuthorizedClientRepository {
    @Override
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
        String registration, Authentication principal, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        Authentication principal,
        HttpServletRequest request,
        HttpServletResponse response) {}

    @Override
    public void removeAuthorizedClient(
        String registration,
        Authentication principal,
        HttpServletRequest request,
        HttpServletResponse response) {}
  }
}
