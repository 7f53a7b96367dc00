package io.github.ambientgpt.api.problem;

/**
 * What is wrong with one field of a request.
 *
 * @param field its path, such as {@code consent.givenBy} or {@code sections[0].title}; or the name
 *     of a parameter or header
 * @param message what it has to be; quotes nothing of what was sent
 */
public record FieldError(String field, String message) {}
