/**
 * OpenAI's interface to speech recognition, so that programs that know it can use the recognizers.
 */
@NullMarked
package io.github.ambientgpt.api.openai;

import org.jspecify.annotations.NullMarked;
