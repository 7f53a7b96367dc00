/** What was said in a visit: made by a job, imported, edited with history, exported. */
package io.github.ambientgpt.api.transcript;
