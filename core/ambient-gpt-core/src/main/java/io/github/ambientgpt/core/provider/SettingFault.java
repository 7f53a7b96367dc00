package io.github.ambientgpt.core.provider;

import java.util.Objects;

/**
 * What is wrong with one setting.
 *
 * @param setting its name
 * @param message a sentence that says what and why, and shows no secret
 * @since 0.1.0
 */
public record SettingFault(String setting, String message) {
  public SettingFault {
    Objects.requireNonNull(setting, "setting");
    Objects.requireNonNull(message, "message");
  }
}
