package io.github.ambientgpt.api.prompt;

import io.github.ambientgpt.core.prompt.Prompts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "prompts")
class PromptController {
  private final Prompts prompts = Prompts.builtin();

  /**
   * @param name of its file
   * @param source with its placeholders in braces
   */
  record PromptView(String name, String source) {}

  /**
   * @param name such as {@code write}
   * @param summary what it is for
   */
  record PromptSummary(String name, String summary) {}

  /**
   * @param prompts in the order of the work
   * @param files instructions and the shapes of answers, by name
   */
  record PromptList(List<PromptSummary> prompts, List<String> files) {}

  @GetMapping("/api/v1/prompts")
  @Operation(operationId = "listPrompts", summary = "What language models are asked for")
  PromptList list() {
    return new PromptList(
        prompts.summaries().entrySet().stream()
            .map(entry -> new PromptSummary(entry.getKey(), entry.getValue()))
            .toList(),
        prompts.files());
  }

  @GetMapping("/api/v1/prompts/{name}")
  @Operation(
      operationId = "getPrompt",
      summary = "What language models are told: a prompt, or any of the files")
  PromptView get(@PathVariable @Size(max = 100) String name) {
    String file = prompts.summaries().containsKey(name) ? name + ".md" : name;
    return new PromptView(file, prompts.source(file));
  }
}
