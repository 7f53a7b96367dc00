/** The shapes of notes: those that come with the program, and everybody's own. */
package io.github.ambientgpt.api.template;
