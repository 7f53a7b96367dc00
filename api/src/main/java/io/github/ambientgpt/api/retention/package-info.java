/** What is kept how long: rules for each kind, kept by a job; and what nobody needs any more. */
package io.github.ambientgpt.api.retention;
