/**
 * Codes, levels and documents that a visit suggests: each marked as a suggestion, with the words it
 * rests on and what was checked. A person decides; this is no coding advice.
 */
package io.github.ambientgpt.suggestion;
