package io.github.ambientgpt.api.web;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.FieldError;
import io.github.ambientgpt.api.problem.ProblemType;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

final class IfMatchResolver implements HandlerMethodArgumentResolver {
  private static final String CHANGE_ID = "Change-Id";

  /** A proxy that compresses makes a tag weak. */
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == IfMatch.class;
  }

  @Override
  public IfMatch resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    String header = request.getHeader(HttpHeaders.IF_MATCH);
    if (header == null) {
      throw new ApiException(
          ProblemType.PRECONDITION_REQUIRED,
          "Say which version you change: send the ETag that came with it as If-Match.");
    }
    Matcher tag = TAG.matcher(header.strip());
    if (!tag.matches()) {
      throw new ApiException(
          ProblemType.INVALID_REQUEST,
          "If-Match is one ETag of this service, in quotes.",
          List.of(new FieldError(HttpHeaders.IF_MATCH, "one ETag of this service, in quotes")));
    }
    return new IfMatch(Long.parseLong(tag.group(1)), changeId(request));
  }

  private static @Nullable UUID changeId(NativeWebRequest request) {
    String header = request.getHeader(CHANGE_ID);
    try {
      return header == null ? null : UUID.fromString(header.strip());
    } catch (IllegalArgumentException e) {
      throw ApiException.field(CHANGE_ID, "this header is a UUID");
    }
  }
}
