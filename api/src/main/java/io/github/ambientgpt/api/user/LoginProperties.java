package io.github.ambientgpt.api.user;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may come in.
 *
 * @param mode how a person says who they are
 * @param name of the one clinician in the mode {@code local}, as it stands on signed notes
 */
@ConfigurationProperties("ambient-gpt.login")
public record LoginProperties(
    @DefaultValue("LOCAL") Mode mode, @DefaultValue("Local clinician") String name) {
  /** How a person says who they are. */
  public enum Mode {
    /** Whoever sits at this machine is the one clinician there is. */
    LOCAL
  }
}
