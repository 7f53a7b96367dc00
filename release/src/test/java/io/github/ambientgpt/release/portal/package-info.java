/**
 * Stands in for Maven Central's portal in a rehearsal: it takes a bundle as Central's API does, and
 * refuses what Central refuses. Stricter in one thing: metadata has to be in the POM itself, not in
 * a parent.
 */
package io.github.ambientgpt.release.portal;
