/**
 * Speech to words. {@link io.github.ambientgpt.api.speech.RecognizerPool} hears recordings and
 * {@link io.github.ambientgpt.api.speech.LiveRecognizers} hears people while they speak; both keep
 * engines open and bound how many work at once. {@link io.github.ambientgpt.api.speech.Spool}
 * holds, sealed, what is heard and not kept.
 */
@NullMarked
package io.github.ambientgpt.api.speech;

import org.jspecify.annotations.NullMarked;
