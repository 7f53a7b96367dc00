/** What can listen and what can write, whether it is ready, and what to do when it is not. */
package io.github.ambientgpt.api.provider;
