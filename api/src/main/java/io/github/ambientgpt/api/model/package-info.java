/** Models for speech recognition: which can be had, which are there. */
package io.github.ambientgpt.api.model;
