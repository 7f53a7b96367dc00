/**
 * Who did what, when, and how it ended: lines that are only added, each bound to the one before.
 * Nothing clinical is in them.
 */
package io.github.ambientgpt.api.audit;
