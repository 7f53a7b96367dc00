/**
 * Transcripts and notes as files: what people and programs write is read, and written as they want
 * to read it. The content of an input decides how it is read, never its name.
 */
package io.github.ambientgpt.core.format;
