/**
 * Recordings that are sent little by little, by tus 1.0 (core, creation, termination, checksum):
 * whatever an offset acknowledges is on disk, so that a broken connection or a killed server
 * resumes where it was.
 */
@NullMarked
package io.github.ambientgpt.api.upload;

import org.jspecify.annotations.NullMarked;
