package io.github.ambientgpt.api.login;

import io.github.ambientgpt.api.user.LoginProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.stereotype.Component;

/** The OpenID provider, which is asked about itself when it is needed first. */
@Component
class OidcProvider implements ClientRegistrationRepository {
  static final String ID = "oidc";
  static final String CALLBACK = "/api/v1/session/callback";

  private final LoginProperties.Oidc properties;
  private final JwtDecoder decoder = new SupplierJwtDecoder(this::makeDecoder);
  private volatile @Nullable ClientRegistration registration;

  OidcProvider(LoginProperties login) {
    this.properties = login.oidc();
  }

  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    if (!id.equals(ID)) {
      return null;
    }
    ClientRegistration known = registration;
    if (known == null) {
      known = register();
      registration = known;
    }
    return known;
  }

  private ClientRegistration register() {
    ClientRegistration.Builder client =
        ClientRegistrations.fromIssuerLocation(properties.issuer())
            .registrationId(ID)
            .clientId(properties.clientId())
            .scope(properties.scopes())
            .redirectUri("{baseUrl}" + CALLBACK);
    return properties.clientSecret().isEmpty()
        ? client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE).build()
        : client.clientSecret(properties.clientSecret()).build();
  }

  /** Reads the tokens of programs: they are the provider's, in time, and made for this service. */
  JwtDecoder decoder() {
    return decoder;
  }

  private JwtDecoder makeDecoder() {
    NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(properties.issuer()).build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            List.of(JwtValidators.createDefaultWithIssuer(properties.issuer()), audience())));
    return decoder;
  }

  private OAuth2TokenValidator<Jwt> audience() {
    String wanted = properties.audience().isEmpty() ? properties.clientId() : properties.audience();
    return jwt ->
        jwt.getAudience() != null && jwt.getAudience().contains(wanted)
            ? OAuth2TokenValidatorResult.success()
            : OAuth2TokenValidatorResult.failure(
                new OAuth2Error("invalid_token", "It is for another audience", null));
  }
}
