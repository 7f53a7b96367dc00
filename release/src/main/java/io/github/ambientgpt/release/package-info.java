/**
 * What the build runs when it publishes. Each {@code main} is one step, called by a POM with {@code
 * name=value} arguments; each leaves a file behind that the next step and the report read.
 */
package io.github.ambientgpt.release;
