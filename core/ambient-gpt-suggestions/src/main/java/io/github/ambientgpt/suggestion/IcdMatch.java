package io.github.ambientgpt.suggestion;

/**
 * A code that some words may stand for.
 *
 * @param score how well the words fit, 0 to 1; 1 is an entry of the table of lay terms
 * @param lay whether it was found in the table of lay terms, which is ours and not official
 * @since 0.1.0
 */
public record IcdMatch(IcdCode code, double score, boolean lay) {
  IcdMatch times(double share) {
    return new IcdMatch(code, score * share, lay);
  }

  IcdMatch with(IcdCode other) {
    return new IcdMatch(other, score, lay);
  }
}
