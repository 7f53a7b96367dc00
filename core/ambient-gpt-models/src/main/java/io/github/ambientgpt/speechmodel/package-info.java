/**
 * Models of speech: the catalogue of those that can be downloaded, and the folder of those that are
 * there. Nothing is downloaded unless {@link io.github.ambientgpt.speechmodel.ModelStore#pull} is
 * called.
 */
package io.github.ambientgpt.speechmodel;
