/** What goes wrong, as RFC 9457 problem+json. */
package io.github.ambientgpt.api.problem;
