/** What the service takes, in seconds and bytes: {@code ./mvnw -Pbench verify -pl api -am}. */
package io.github.ambientgpt.api.bench;
