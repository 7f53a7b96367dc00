/** Decodes recordings of any common format to the samples that recognizers take. */
package io.github.ambientgpt.audio;
