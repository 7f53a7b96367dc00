/**
 * Visits. {@link io.github.ambientgpt.api.encounter.Encounters} says who may see which; all that
 * belongs to a visit asks there.
 */
package io.github.ambientgpt.api.encounter;
