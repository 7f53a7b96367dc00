package io.github.ambientgpt.api.user;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may come in. Read when the program starts, so that one image serves every mode.
 *
 * @param mode how a person says who they are
 * @param name of the one clinician in the mode {@code local}, as it stands on signed notes
 * @param setupCode with which the first account is made in the mode {@code password}; empty for one
 *     that is made up and logged
 * @param idle a session ends when nothing is asked for so long
 * @param longest a session ends so long after its login
 */
@ConfigurationProperties("ambient-gpt.login")
public record LoginProperties(
    @DefaultValue("LOCAL") Mode mode,
    @DefaultValue("Local clinician") String name,
    @DefaultValue("") String setupCode,
    @DefaultValue("1h") Duration idle,
    @DefaultValue("12h") Duration longest,
    @DefaultValue Oidc oidc) {
  /** How a person says who they are. */
  public enum Mode {
    /** Whoever sits at this machine is the one clinician there is. */
    LOCAL,
    /** By name and password, which are kept here. */
    PASSWORD,
    /** By an OpenID provider. */
    OIDC
  }

  /**
   * An OpenID provider.
   *
   * @param issuer its address, under which {@code /.well-known/openid-configuration} is
   * @param clientId of this service at it
   * @param clientSecret empty for a public client, which PKCE alone protects
   * @param scopes what is asked of it
   * @param audience that a program's token must be made for; the client's id when empty
   * @param groupsClaim which claim holds the groups; a dot leads into an object
   * @param nameClaim which claim holds the name on signed notes
   * @param usernameClaim which claim holds what the provider calls a person
   * @param roles the groups that give a role, by role
   */
  public record Oidc(
      @DefaultValue("") String issuer,
      @DefaultValue("") String clientId,
      @DefaultValue("") String clientSecret,
      @DefaultValue({"openid", "profile"}) List<String> scopes,
      @DefaultValue("") String audience,
      @DefaultValue("groups") String groupsClaim,
      @DefaultValue("name") String nameClaim,
      @DefaultValue("preferred_username") String usernameClaim,
      @DefaultValue Map<Role, List<String>> roles) {
    /** Without the secret. */
    @Override
    public String toString() {
      return "Oidc[" + issuer + "]";
    }
  }

  /** Without the code. */
  @Override
  public String toString() {
    return "LoginProperties[" + mode + "]";
  }
}
