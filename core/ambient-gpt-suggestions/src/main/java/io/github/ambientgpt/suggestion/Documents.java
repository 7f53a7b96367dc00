package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.check.Checker;
import io.github.ambientgpt.core.compose.ComposeStage;
import io.github.ambientgpt.core.english.Table;
import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.note.Content;
import io.github.ambientgpt.core.note.Coverage;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.TemplateSection;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes documents for the patient and for colleagues: from the statements of a note, or by a
 * language model. The checker reviews them against the transcript as it does notes. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Documents {
  private final Optional<LanguageModel> model;
  private final Checker checker = new Checker();

  private Documents(Optional<LanguageModel> model) {
    this.model = model;
  }

  /** Needs no language model. */
  public static Documents builtin() {
    return new Documents(Optional.empty());
  }

  /**
   * @param model stays the caller's to close; when it fails, the document is made without it and
   *     says so
   */
  public static Documents with(LanguageModel model) {
    return new Documents(Optional.of(Objects.requireNonNull(model, "model")));
  }

  /**
   * @param note the visit's note, whose supported statements are taken; empty to take them from the
   *     transcript. A language model writes from the transcript alone.
   * @throws InvalidInputException when nothing was said that a document could rest on
   * @throws CancelledException when the monitor says so
   */
  public Document write(
      Document.Kind kind, Transcript transcript, Optional<Note> note, Monitor monitor) {
    Template shape = template(kind);
    if (model.isEmpty()) {
      return taken(kind, shape, transcript, note, Generation.of(Suggester.BUILTIN), monitor);
    }
    Note written = NotePipeline.with(model.get()).write(transcript, shape, monitor);
    if (written.generation().model().equals(ComposeStage.WRITER)) {
      return taken(kind, shape, transcript, note, written.generation(), monitor);
    }
    return document(kind, shape, written, List.of());
  }

  /** The headings of a document, and what a language model is told to write under them. */
  static Template template(Document.Kind kind) {
    String id = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    List<TemplateSection> sections = new ArrayList<>();
    Table.read(
        Documents.class,
        "documents.tsv",
        row -> {
          if (row.get(0).equals(id)) {
            List<Content> holds =
                Table.alternatives(row.get(2)).stream().map(Content::valueOf).toList();
            sections.add(new TemplateSection(row.get(1), holds, row.get(3)));
          }
        });
    return new Template(kind.title(), "", sections);
  }

  private Document taken(
      Document.Kind kind,
      Template shape,
      Transcript transcript,
      Optional<Note> note,
      Generation generation,
      Monitor monitor) {
    List<String> remarks = new ArrayList<>();
    Note source =
        note.map(given -> checker.check(given, transcript, monitor))
            .orElseGet(() -> NotePipeline.builtin().write(transcript, everything(), monitor));
    long unsupported = source.statements().filter(s -> s.support() != Support.SUPPORTED).count();
    if (unsupported > 0) {
      remarks.add(
          "%d statements of the note are left out: the transcript does not support them."
              .formatted(unsupported));
    }
    Contents contents = new Contents(source);
    List<Section> sections = new ArrayList<>();
    for (TemplateSection section : shape.sections()) {
      List<Statement> statements = statements(kind, section, contents);
      if (!statements.isEmpty()) {
        sections.add(new Section(section.title(), statements));
      }
    }
    if (sections.isEmpty()) {
      throw new InvalidInputException(
          "There is nothing for the document '%s' in the %s: it says nothing of these things."
              .formatted(kind.title(), note.isPresent() ? "note" : "visit"));
    }
    Note original =
        new Note(kind.title(), sections, Coverage.UNKNOWN, generation, Note.Status.DRAFT);
    Note told = kind.isForPatient() ? plain(original, transcript, monitor) : original;
    return document(kind, shape, checker.check(told, transcript, monitor), remarks);
  }

  private static List<Statement> statements(
      Document.Kind kind, TemplateSection section, Contents contents) {
    List<Statement> statements = new ArrayList<>();
    for (Content content : section.holds()) {
      statements.addAll(contents.of(content));
    }
    if (kind == Document.Kind.REFERRAL && section.holds().contains(Content.CHIEF_COMPLAINT)) {
      contents.of(Content.PLAN).stream()
          .filter(s -> Cues.within("refers", Tokenizer.tokens(s.text())))
          .forEach(statements::add);
    }
    if (kind == Document.Kind.AFTER_VISIT && section.holds().contains(Content.MEDICATIONS)) {
      statements.removeIf(contents.of(Content.ALLERGIES)::contains);
    }
    return statements.stream().distinct().toList();
  }

  /** In plain words where the checker finds them said; else as it was. */
  private Note plain(Note original, Transcript transcript, Monitor monitor) {
    Note told =
        checker.check(
            original.mapStatements(
                s ->
                    Statement.unchecked(
                        PlainLanguage.capitalized(PlainLanguage.words(s.topic())),
                        PlainLanguage.of(s.text()),
                        s.evidence())),
            transcript,
            monitor);
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < original.sections().size(); i++) {
      List<Statement> before = original.sections().get(i).statements();
      List<Statement> after = told.sections().get(i).statements();
      List<Statement> better = new ArrayList<>();
      for (int k = 0; k < before.size(); k++) {
        boolean supported = after.get(k).support() == Support.SUPPORTED;
        better.add(supported ? after.get(k) : before.get(k));
      }
      sections.add(original.sections().get(i).withStatements(better));
    }
    return new Note(
        original.template(),
        sections,
        original.coverage(),
        original.generation(),
        original.status());
  }

  private static Document document(
      Document.Kind kind, Template shape, Note note, List<String> remarks) {
    List<String> all = new ArrayList<>(remarks);
    List<String> there = note.sections().stream().map(Section::title).toList();
    List<String> missing =
        shape.sections().stream()
            .map(TemplateSection::title)
            .filter(title -> !there.contains(title))
            .toList();
    if (!missing.isEmpty()) {
      all.add("Nothing was found in the visit for: %s.".formatted(String.join(", ", missing)));
    }
    double grade = ReadingGrade.of(note);
    all.add(
        String.format(
            Locale.ROOT, "Reads at grade %.1f (Flesch-Kincaid; 6 to 8 is advised).", grade));
    return new Document(kind, note, grade, all);
  }

  /** A note with a section for each kind of content, named after it. */
  private static Template everything() {
    List<TemplateSection> sections =
        Arrays.stream(Content.values())
            .map(content -> new TemplateSection(content.name(), List.of(content), ""))
            .toList();
    return new Template("Everything", "", sections);
  }
}
