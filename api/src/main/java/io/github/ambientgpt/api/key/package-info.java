/**
 * Encryption at rest, with Tink: each visit has keys of its own, in the database, wrapped by a
 * master key that lies outside the folder of the data.
 */
package io.github.ambientgpt.api.key;
