/**
 * Copies of everything: to one file and back, and from one database or blob store to another. What
 * is sealed stays sealed: no key is needed, and none is in a copy.
 */
package io.github.ambientgpt.api.backup;
