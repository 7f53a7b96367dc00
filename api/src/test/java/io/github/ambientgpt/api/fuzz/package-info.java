/** What nobody sends: {@code -Pfuzz}. */
package io.github.ambientgpt.api.fuzz;
