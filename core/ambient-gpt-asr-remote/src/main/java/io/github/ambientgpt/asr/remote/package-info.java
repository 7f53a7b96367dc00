/** Recognizers on servers. Whoever names one sends them the recording. */
package io.github.ambientgpt.asr.remote;
