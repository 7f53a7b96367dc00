/** A visit from outside, as {@code helm test} walks it with the image of this service. */
package io.github.ambientgpt.api.walk;
