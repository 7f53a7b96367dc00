/** Who works with the service. */
package io.github.ambientgpt.api.user;
