/** What language models are told. */
package io.github.ambientgpt.api.prompt;
