package io.github.ambientgpt.api.login;

import io.github.ambientgpt.api.user.LoginProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How one comes in here.
 *
 * @param mode local: nobody needs to; password: by POST /api/v1/session; oidc: by opening
 *     providerPath
 * @param setupNeeded true while there is no account: POST /api/v1/setup makes the first one, with
 *     the code that is in the service's log
 * @param providerPath where the browser goes to log in at the OpenID provider; absent in other
 *     modes
 */
record LoginState(
    @Schema(allowableValues = {"local", "password", "oidc"}) String mode,
    boolean setupNeeded,
    @Nullable String providerPath) {
  /** Under /api, since that is what a proxy in front passes on. */
  static final String PROVIDERS = "/api/v1/login";

  static LoginState of(LoginProperties.Mode mode, boolean setupNeeded) {
    return new LoginState(
        mode.name().toLowerCase(Locale.ROOT),
        setupNeeded,
        mode == LoginProperties.Mode.OIDC ? PROVIDERS + "/" + OidcProvider.ID : null);
  }
}
