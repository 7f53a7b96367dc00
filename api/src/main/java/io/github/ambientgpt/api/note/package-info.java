/**
 * Notes: drafted by a job, edited statement by statement, checked again at each edit, signed,
 * amended, exported.
 */
package io.github.ambientgpt.api.note;
