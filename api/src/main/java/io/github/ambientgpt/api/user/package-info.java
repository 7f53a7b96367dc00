/** Who works with the service, and what they may do. How they come in is in {@code login}. */
package io.github.ambientgpt.api.user;
