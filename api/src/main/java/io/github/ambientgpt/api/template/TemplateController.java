package io.github.ambientgpt.api.template;

import io.github.ambientgpt.api.user.CurrentUser;
import io.github.ambientgpt.api.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
@Tag(name = "templates")
class TemplateController {
  private final TemplateLibrary library;
  private final CurrentUser user;

  /**
   * @param source YAML: name, description, and sections with title, holds and instruction
   */
  record TemplateSource(@NotBlank @Size(max = 65536) String source) {}

  /** All at once: there are few. */
  record TemplateList(List<TemplateView> items) {}

  TemplateController(TemplateLibrary library, CurrentUser user) {
    this.library = library;
    this.user = user;
  }

  @GetMapping("/api/v1/templates")
  @Operation(operationId = "listTemplates", summary = "The shapes that a note can have")
  TemplateList list() {
    return new TemplateList(library.all(me()));
  }

  @GetMapping("/api/v1/templates/{name}")
  @Operation(operationId = "getTemplate", summary = "A template, whatever the case of its name")
  ResponseEntity<TemplateView> get(@PathVariable @Size(max = 100) String name) {
    return tagged(library.view(me(), name));
  }

  @PostMapping("/api/v1/templates")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "createTemplate",
      summary = "Makes a template of one's own",
      description = "One that has the name of one that comes with the program takes its place.")
  ResponseEntity<TemplateView> create(@Valid @RequestBody TemplateSource wanted) {
    TemplateView made = library.create(me(), wanted.source());
    return ResponseEntity.created(
            UriComponentsBuilder.fromPath("/api/v1/templates/{name}").build(made.name()))
        .eTag(tag(made))
        .body(made);
  }

  @PutMapping("/api/v1/templates/{name}")
  @Operation(operationId = "replaceTemplate", summary = "Changes a template of one's own")
  ResponseEntity<TemplateView> replace(
      @PathVariable @Size(max = 100) String name,
      @Valid @RequestBody TemplateSource wanted,
      IfMatch ifMatch) {
    return tagged(library.replace(me(), name, wanted.source(), ifMatch));
  }

  @DeleteMapping("/api/v1/templates/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "deleteTemplate",
      summary = "Deletes a template of one's own; notes that were written under it stay")
  void delete(@PathVariable @Size(max = 100) String name, IfMatch ifMatch) {
    library.delete(me(), name, ifMatch);
  }

  private UUID me() {
    return user.get().id();
  }

  private static ResponseEntity<TemplateView> tagged(TemplateView view) {
    return view.version() == null
        ? ResponseEntity.ok(view)
        : ResponseEntity.ok().eTag(tag(view)).body(view);
  }

  private static String tag(TemplateView view) {
    return IfMatch.tag(view.version());
  }
}
