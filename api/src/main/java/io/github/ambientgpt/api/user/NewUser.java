package io.github.ambientgpt.api.user;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * Somebody who is to come in.
 *
 * @param username what they will log in with; the case of its letters does not matter
 * @param name as it will stand on a note that they sign
 */
record NewUser(
    @NotBlank @Size(max = 100) String username,
    @NotBlank @Size(max = 200) String name,
    @NotEmpty @Size(max = 3) Set<Role> roles) {}
