package io.github.ambientgpt.api.live;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Live captions.
 *
 * @param sessions how many may speak at once in one process
 * @param recognizer whose captions; empty for the usual one
 * @param lagSeconds a recognizer that is further behind stops; its words are made from the
 *     recording
 */
@ConfigurationProperties("ambient-gpt.live")
record LiveProperties(
    @DefaultValue("16") int sessions,
    @DefaultValue("") String recognizer,
    @DefaultValue("60") int lagSeconds) {}
