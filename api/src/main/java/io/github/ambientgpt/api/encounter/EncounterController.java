package io.github.ambientgpt.api.encounter;

import io.github.ambientgpt.api.web.IfMatch;
import io.github.ambientgpt.api.web.Page;
import io.github.ambientgpt.api.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "encounters")
class EncounterController {
  private final Encounters encounters;

  EncounterController(Encounters encounters) {
    this.encounters = encounters;
  }

  @PostMapping("/api/v1/encounters")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "createEncounter",
      summary = "Keeps a visit, with the consent if there is one")
  ResponseEntity<Encounter> create(@Valid @RequestBody NewEncounter wanted) {
    Encounter made = encounters.create(wanted);
    return ResponseEntity.created(URI.create("/api/v1/encounters/" + made.id()))
        .eTag(IfMatch.tag(made.version()))
        .body(made);
  }

  @GetMapping("/api/v1/encounters")
  @Operation(
      operationId = "listEncounters",
      summary = "Lists visits, or finds them by words of their labels and transcripts")
  Page<Encounter> list(
      @ModelAttribute @Valid EncounterQuery query, @ModelAttribute @Valid PageQuery page) {
    return encounters.list(query, page);
  }

  @GetMapping("/api/v1/encounters/{id}")
  @Operation(operationId = "getEncounter", summary = "A visit")
  ResponseEntity<Encounter> get(@PathVariable UUID id) {
    return tagged(encounters.get(id));
  }

  @PatchMapping("/api/v1/encounters/{id}")
  @Operation(operationId = "updateEncounter", summary = "Changes label, day or consent of a visit")
  ResponseEntity<Encounter> update(
      @PathVariable UUID id, @Valid @RequestBody EncounterChange change, IfMatch ifMatch) {
    return tagged(encounters.update(id, change, ifMatch));
  }

  @DeleteMapping("/api/v1/encounters/{id}/consent")
  @Operation(operationId = "withdrawConsent", summary = "Takes the consent back")
  ResponseEntity<Encounter> withdrawConsent(@PathVariable UUID id, IfMatch ifMatch) {
    return tagged(encounters.withdrawConsent(id, ifMatch));
  }

  @DeleteMapping("/api/v1/encounters/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "deleteEncounter",
      summary = "Deletes a visit with all that belongs to it")
  void delete(@PathVariable UUID id, IfMatch ifMatch) {
    encounters.delete(id, ifMatch);
  }

  private static ResponseEntity<Encounter> tagged(Encounter encounter) {
    return ResponseEntity.ok().eTag(IfMatch.tag(encounter.version())).body(encounter);
  }
}
