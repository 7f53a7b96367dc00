/**
 * What nobody would send, against the running service: {@code ./mvnw -Pfuzz verify -pl api -am}.
 */
package io.github.ambientgpt.api.fuzz;
