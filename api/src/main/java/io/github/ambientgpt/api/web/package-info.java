/**
 * What all routes share: {@link io.github.ambientgpt.api.web.IfMatch} against lost edits, pages of
 * lists, Idempotency-Key.
 */
package io.github.ambientgpt.api.web;
