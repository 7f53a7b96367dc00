package io.github.ambientgpt.api.note;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What has to be so before a note is signed.
 *
 * @param policy whether what the visit does not support keeps it from being signed
 */
@ConfigurationProperties("ambient-gpt.signing")
record SigningProperties(@DefaultValue("STRICT") Policy policy) {
  /** What happens to a statement that the visit does not support. */
  enum Policy {
    /** It refuses the signature until a person settles, corrects or removes it. */
    STRICT,
    /** It has to be seen, and no more. */
    WARN
  }
}
