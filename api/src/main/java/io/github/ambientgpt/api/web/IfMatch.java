package io.github.ambientgpt.api.web;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The version that a client loaded, from its header If-Match. A controller takes it as a parameter;
 * without the header it is never called (428).
 *
 * @param changeId from the header Change-Id: the client's own name of this change, so that sending
 *     it again after a lost answer is no conflict with oneself; absent when it sent none
 */
public record IfMatch(long version, @Nullable UUID changeId) {
  /**
   * @throws ApiException when there is another version meanwhile
   */
  public void require(long current) {
    if (version != current) {
      throw conflict();
    }
  }

  /**
   * @param rows how many were changed under the condition that they have this version
   * @throws ApiException when none was
   */
  public void requireChanged(int rows) {
    if (rows == 0) {
      throw conflict();
    }
  }

  private static ApiException conflict() {
    return new ApiException(
        ProblemType.EDIT_CONFLICT,
        "It was changed since you loaded it, so nothing was overwritten. Load it again and make your change there.");
  }

  /** The header ETag of a version. */
  public static String tag(long version) {
    return "\"" + version + "\"";
  }
}
