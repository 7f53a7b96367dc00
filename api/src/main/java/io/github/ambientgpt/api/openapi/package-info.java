/** How the service describes itself, at {@code /v3/api-docs}. */
package io.github.ambientgpt.api.openapi;
