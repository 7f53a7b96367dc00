package io.github.ambientgpt.api.login;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** How it is found out who asks. All modes are there; the properties choose one at start. */
interface LoginMode {
  void apply(HttpSecurity http);
}
