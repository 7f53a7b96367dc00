package io.github.ambientgpt.bridge.lambient;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What OpenAPI says of all the predecessor's routes. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestBody(
    required = true,
    content =
        @Content(
            mediaType = "application/json",
            schema = @Schema(type = "object"),
            examples =
                @ExampleObject(
                    "{\"prompt\": \"I have had a dry cough for two weeks.\", \"model\": \"gemma3-4b\"}")))
@ApiResponse(
    responseCode = "200",
    description = "The answer, in the field `note` or `cleaned_text`",
    content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
@ApiResponse(
    responseCode = "400",
    description = "No prompt",
    content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
@ApiResponse(
    responseCode = "429",
    description = "The queue is full",
    content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
@ApiResponse(
    responseCode = "500",
    description = "The request cannot be read, or Ollama failed; `error` says which",
    content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
@ApiResponse(
    responseCode = "504",
    description = "Too late",
    content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
@interface Described {}
