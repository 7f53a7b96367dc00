package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.job.Job;
import io.github.ambientgpt.api.job.JobResults;
import io.github.ambientgpt.api.job.JobWork;
import io.github.ambientgpt.api.note.NoteContent.NoteSection;
import io.github.ambientgpt.api.note.NoteView.SectionView;
import io.github.ambientgpt.api.note.NoteView.WriterView;
import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.template.TemplateLibrary;
import io.github.ambientgpt.api.user.User;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.NoteLength;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.TemplateSection;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.spring.AmbientGptProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes one section of a draft anew. Edits of other sections meanwhile stay; one of this section
 * is not overwritten.
 */
@Component
class RegenerateWork implements JobWork<RegenerateWork.Input> {
  private final Notes notes;
  private final TemplateLibrary templates;
  private final Writers writers;
  private final JobResults results;

  /**
   * @param preview whether it is only to be shown
   */
  record Input(
      User owner,
      UUID noteId,
      long version,
      String section,
      NoteLength length,
      Writers.Choice writer,
      @Nullable Boolean preview) {}

  RegenerateWork(Notes notes, TemplateLibrary templates, Writers writers, JobResults results) {
    this.notes = notes;
    this.templates = templates;
    this.writers = writers;
    this.results = results;
  }

  @Override
  public String kind() {
    return "regenerate-section";
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public Outcome run(Job job, Input input, Monitor monitor) {
    StoredNote note = notes.forJob(input.noteId());
    Transcript transcript = notes.transcript(note).orElseThrow(RegenerateWork::noTranscript);
    Template whole = templates.get(input.owner().id(), note.content().template());
    try (Writers.Writer writer = writers.open(input.writer())) {
      Note written = written(writer, input, transcript, whole, monitor);
      Optional<Section> section =
          written.sections().stream()
              .filter(each -> each.title().equalsIgnoreCase(input.section()))
              .findFirst();
      Optional<NoteSection> before = note.content().section(input.section());
      if (Boolean.TRUE.equals(input.preview())) {
        SectionPreview preview = preview(input, before, written, section, transcript);
        return () -> results.keep(job, preview);
      }
      return () -> {
        StoredNote kept =
            notes.editForJob(
                input.owner(),
                input.noteId(),
                "regenerated",
                content -> {
                  requireUnchanged(content, before, input.section());
                  return replaced(content, section, input.section(), whole)
                      .withSectionBy(NoteContent.Writer.of(written.generation()), input.section());
                });
        return "/api/v1/notes/" + kept.id();
      };
    }
  }

  /**
   * A language model writes the section alone. The composer writes the whole note: of one section
   * alone it would make the place of all that was said, also where it stands in for a model.
   */
  private static Note written(
      Writers.Writer writer, Input input, Transcript transcript, Template whole, Monitor monitor) {
    if (writer.model().isEmpty()) {
      return writer.pipeline(input.length()).write(transcript, whole, monitor);
    }
    Note alone =
        writer.pipeline(input.length()).write(transcript, only(whole, input.section()), monitor);
    return alone.generation().model().equals(AmbientGptProperties.BUILTIN)
        ? NotePipeline.builtin()
            .withLength(input.length())
            .write(transcript, whole, monitor)
            .withGeneration(alone.generation())
        : alone;
  }

  private static SectionPreview preview(
      Input input,
      Optional<NoteSection> before,
      Note written,
      Optional<Section> section,
      Transcript transcript) {
    return new SectionPreview(
        input.noteId(),
        input.section(),
        before.map(each -> SectionView.of(each, transcript)).orElse(null),
        section
            .map(new NoteContent.Ids(0)::numbered)
            .map(each -> SectionView.of(each, transcript))
            .orElse(null),
        WriterView.of(NoteContent.Writer.of(written.generation())));
  }

  static ApiException noTranscript() {
    return new ApiException(
        ProblemType.CONFLICT,
        "The transcript that the note rests on was deleted, so nothing can be written from it.");
  }

  private static Template only(Template whole, String section) {
    List<TemplateSection> one =
        whole.sections().stream().filter(s -> s.title().equalsIgnoreCase(section)).toList();
    return new Template(whole.name(), whole.description(), one);
  }

  private static void requireUnchanged(
      NoteContent content, Optional<NoteSection> before, String title) {
    if (!content.section(title).equals(before)) {
      throw new ApiException(
          ProblemType.EDIT_CONFLICT,
          "The section was edited while it was written anew, so it stays as it was edited. Ask"
              + " again to replace it.");
    }
  }

  /** The section of this title, in the place that the template gives it. */
  static NoteContent replaced(
      NoteContent content, Optional<Section> written, String title, Template template) {
    NoteContent.Ids ids = new NoteContent.Ids(content.lastId());
    List<NoteSection> sections = new ArrayList<>();
    for (TemplateSection shape : template.sections()) {
      if (shape.title().equalsIgnoreCase(title)) {
        written.map(ids::numbered).ifPresent(sections::add);
      } else {
        content.section(shape.title()).ifPresent(sections::add);
      }
    }
    content.sections().stream()
        .filter(
            s -> template.sections().stream().noneMatch(t -> t.title().equalsIgnoreCase(s.title())))
        .forEach(sections::add);
    return content.with(sections, ids.last());
  }
}
