package io.github.ambientgpt.api.lambient;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@Hidden // it is the predecessor's interface
@RestController
class LambientTemplateController {
  private final PromptLibrary prompts;

  LambientTemplateController(PromptLibrary prompts) {
    this.prompts = prompts;
  }

  @GetMapping({"/templates", "/api/templates"})
  Map<String, String> templates() {
    return prompts.all();
  }
}
