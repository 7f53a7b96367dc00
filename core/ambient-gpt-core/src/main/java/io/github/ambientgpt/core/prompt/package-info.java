/** What a language model is asked, how much of it at once, and how its answers are read. */
package io.github.ambientgpt.core.prompt;
