package io.github.ambientgpt.api.problem;

import java.util.Arrays;
import java.util.Map;

/** What to say where nothing but a status is known. */
public final class StatusProblems {
  private static final Map<ProblemType, String> DETAILS =
      Map.of(
          ProblemType.INVALID_REQUEST, "The request cannot be read: compare it with /v3/api-docs.",
          ProblemType.NOT_FOUND,
              "There is nothing at this address: /v3/api-docs lists what there is.",
          ProblemType.METHOD_NOT_ALLOWED,
              "Another method is needed: the header Allow names those there are.",
          ProblemType.NOT_ACCEPTABLE, "What the header Accept asks for is not made here.",
          ProblemType.TOO_LARGE, "Send less at once.",
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
              "Another Content-Type is needed: /v3/api-docs names it.",
          ProblemType.BUSY, "Try it again in a moment.");

  private StatusProblems() {}

  public static Problem of(int status) {
    ProblemType type =
        Arrays.stream(ProblemType.values())
            .filter(each -> each.status().value() == status)
            .findFirst()
            .orElse(status < 500 ? ProblemType.INVALID_REQUEST : ProblemType.DEFECT);
    String detail = DETAILS.getOrDefault(type, type.title() + ".");
    return new Problem(type, status, detail, null);
  }
}
