/** Reads the encrypted recordings of Lambient, the predecessor of this product. */
package io.github.ambientgpt.audio.menc;
