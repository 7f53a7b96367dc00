package io.github.ambientgpt.api.openapi;

import io.github.ambientgpt.api.web.IfMatch;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.Arrays;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

@Component
class IfMatchParameter implements GlobalOperationCustomizer {
  static final String NAME = "If-Match";

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    boolean needed =
        Arrays.stream(method.getMethodParameters())
            .anyMatch(parameter -> parameter.getParameterType() == IfMatch.class);
    if (needed) {
      operation.addParametersItem(
          new HeaderParameter()
              .name(NAME)
              .required(true)
              .description("The ETag that came with what is changed")
              .schema(new StringSchema().pattern("^(W/)?\"[0-9]{1,18}\"$")));
      operation.addParametersItem(
          new HeaderParameter()
              .name("Change-Id")
              .description(
                  "One's own name of this change to a note or transcript: sent again after a lost answer, it is no conflict with oneself")
              .schema(new StringSchema().format("uuid")));
    }
    return operation;
  }
}
