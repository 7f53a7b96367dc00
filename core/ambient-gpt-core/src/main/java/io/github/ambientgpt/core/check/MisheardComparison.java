package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;

/**
 * Words that the recognizer may have misheard: a statement that repeats one, or that names the drug
 * which it may be, is in doubt until somebody has listened.
 */
final class MisheardComparison implements Comparison {
  @Override
  public void compare(Claim claim, Grounds grounds, Findings findings) {
    claim.contents().terms().stream()
        .distinct()
        .flatMap(term -> grounds.said().misheard(term).stream())
        .distinct()
        .forEach(
            word ->
                findings.doubted(
                    Reason.Kind.MISHEARD,
                    "“%s” may have been misheard: %s? Listen to it."
                        .formatted(word.written(), String.join(" or ", word.perhaps()))));
  }
}
