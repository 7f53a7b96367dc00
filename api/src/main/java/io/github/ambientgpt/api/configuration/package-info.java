/**
 * Looks for what is wrong with the service's own properties before anything is opened, so that it
 * is told at once; what a property is read for does not look again.
 */
package io.github.ambientgpt.api.configuration;
