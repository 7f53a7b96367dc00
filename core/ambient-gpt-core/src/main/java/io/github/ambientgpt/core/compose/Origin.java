package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.transcript.Role;

/**
 * Where in the visit a fact comes from.
 *
 * @param role of who said it
 * @param position how much of the visit was over, 0 to 1
 * @param answer whether it answers a question
 * @param order whether it was read as an order of the clinician's
 */
record Origin(Role role, double position, boolean answer, boolean order) {}
