/** What was accepted survives a {@code kill -9} at any moment, and is there once. */
package io.github.ambientgpt.api.crash;
