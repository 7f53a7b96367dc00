/**
 * The routes of Lambient, the predecessor, for the clients that it has: at their old paths and
 * below {@code /api}. They are on in the mode {@code local} unless switched off, and else off
 * unless switched on. docs/lambient.md says what is the same and what is not.
 */
@NullMarked
package io.github.ambientgpt.api.lambient;

import org.jspecify.annotations.NullMarked;
