package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.job.Job;
import io.github.ambientgpt.api.job.JobResults;
import io.github.ambientgpt.api.job.Jobs;
import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.template.TemplateLibrary;
import io.github.ambientgpt.api.user.CurrentUser;
import io.github.ambientgpt.api.user.User;
import io.github.ambientgpt.api.web.IfMatch;
import io.github.ambientgpt.core.note.NoteLength;
import io.github.ambientgpt.core.template.TemplateSection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "notes")
class RegenerateController {
  private final Notes notes;
  private final TemplateLibrary templates;
  private final Writers writers;
  private final RegenerateWork work;
  private final Jobs jobs;
  private final JobResults results;
  private final NoteViews views;
  private final CurrentUser user;

  /**
   * Which section, and by whom: see DraftRequest.
   *
   * @param section its title in the note's template
   * @param preview whether it is only to be shown: the note stays as it is until it is taken
   */
  record RegenerateRequest(
      @NotBlank @Size(max = 100) String section,
      @Pattern(regexp = "brief|standard|full")
          @Schema(allowableValues = {"brief", "standard", "full"})
          @Nullable String length,
      @Size(max = 60) @Nullable String languageModel,
      @Pattern(regexp = Writers.MODEL) @Nullable String model,
      @Nullable Boolean preview) {}

  /**
   * @param job that wrote the preview
   */
  record TakenPreview(@NotNull UUID job) {}

  RegenerateController(
      Notes notes,
      TemplateLibrary templates,
      Writers writers,
      RegenerateWork work,
      Jobs jobs,
      JobResults results,
      NoteViews views,
      CurrentUser user) {
    this.notes = notes;
    this.templates = templates;
    this.writers = writers;
    this.work = work;
    this.jobs = jobs;
    this.results = results;
    this.views = views;
    this.user = user;
  }

  @PostMapping("/api/v1/notes/{id}:regenerate")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "regenerateSection",
      summary = "Writes one section of a draft anew, as a job; the rest stays as it is",
      description =
          "With preview the note stays, too: the job's result is the section before and after, and"
              + " takeSection puts it into the note.")
  ResponseEntity<Job> regenerate(
      @PathVariable UUID id, @Valid @RequestBody RegenerateRequest wanted, IfMatch ifMatch) {
    StoredNote note = notes.forChange(id);
    ifMatch.require(note.version());
    if (note.signed()) {
      throw new ApiException(ProblemType.NOTE_SIGNED, "The note is signed: amend it first.");
    }
    notes.transcript(note).orElseThrow(RegenerateWork::noTranscript);
    User owner = user.get();
    requireSection(
        templates.get(owner.id(), note.content().template()).sections(), wanted.section());
    String length = wanted.length() == null ? "standard" : wanted.length();
    RegenerateWork.Input input =
        new RegenerateWork.Input(
            owner,
            id,
            note.version(),
            wanted.section().strip(),
            NoteLength.valueOf(length.toUpperCase(Locale.ROOT)),
            writers.choose(wanted.languageModel(), wanted.model()),
            wanted.preview());
    return Jobs.accepted(jobs.submit(owner.id(), note.encounterId(), work, input));
  }

  @PostMapping("/api/v1/notes/{id}:take-section")
  @Operation(
      operationId = "takeSection",
      summary = "Puts a section that was shown as a preview into the draft, and checks it again")
  ResponseEntity<NoteView> take(
      @PathVariable UUID id, @Valid @RequestBody TakenPreview taken, IfMatch ifMatch) {
    SectionPreview preview =
        results
            .find(taken.job(), notes.forChange(id).encounterId(), work, SectionPreview.class)
            .filter(shown -> shown.noteId().equals(id))
            .orElseThrow(
                () -> ApiException.field("job", "it made no preview of a section of this note"));
    return views.tagged(
        notes.edit(
            id,
            ifMatch,
            "regenerated",
            content ->
                RegenerateWork.replaced(
                        content,
                        preview.unchecked(),
                        preview.section(),
                        templates.get(user.get().id(), content.template()))
                    .withSectionBy(preview.writer().writer(), preview.section())));
  }

  private static void requireSection(List<TemplateSection> sections, String title) {
    List<String> titles = sections.stream().map(TemplateSection::title).toList();
    if (titles.stream().noneMatch(each -> each.equalsIgnoreCase(title.strip()))) {
      throw ApiException.field(
          "section", "the template has no such section; it has: " + String.join(", ", titles));
    }
  }
}
