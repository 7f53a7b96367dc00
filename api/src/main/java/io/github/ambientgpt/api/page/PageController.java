package io.github.ambientgpt.api.page;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Addresses that only the page knows: a reload, or a link that was sent, opens the page there.
 * /templates is the predecessor's.
 */
@Controller
@Hidden
class PageController {
  @GetMapping({
    "/new",
    "/visits/**",
    "/note-templates",
    "/models",
    "/users",
    "/all-visits",
    "/retention",
    "/audit",
    "/settings"
  })
  String page() {
    return "forward:/index.html";
  }
}
