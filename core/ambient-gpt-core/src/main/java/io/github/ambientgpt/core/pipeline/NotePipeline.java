package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.check.Checker;
import io.github.ambientgpt.core.cleaning.CleanStage;
import io.github.ambientgpt.core.compose.ComposeStage;
import io.github.ambientgpt.core.compose.ExtractStage;
import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.NoteLength;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.prompt.Prompts;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From a transcript to a checked note: clean → extract → write → review. With a language model the
 * model writes, in stages; when they fail, with a single prompt; when that fails too, the built-in
 * composer does; and the note's generation says so. A transcript that is longer than the model's
 * context is read in pieces and nothing of it is cut. Whoever wrote it, the same checker reviews it
 * last, by the words as they were recognized. Thread-safe.
 *
 * @since 0.1.0
 */
public final class NotePipeline {
  private static final Logger log = LoggerFactory.getLogger(NotePipeline.class);

  /** A model's note of which no more is supported than this gives way to the composer's. */
  private static final double NEXT_TO_NOTHING = 0.1;

  private final Optional<LanguageModel> model;
  private final PipelineOptions options;
  private final Supplier<Prompts> prompts; // not read where no model is asked: a start costs time
  private final Checker checker = new Checker();

  private NotePipeline(
      Optional<LanguageModel> model, PipelineOptions options, Supplier<Prompts> prompts) {
    this.model = model;
    this.options = Objects.requireNonNull(options, "options");
    this.prompts = prompts;
  }

  /** Needs no language model. */
  public static NotePipeline builtin() {
    return new NotePipeline(Optional.empty(), PipelineOptions.DEFAULT, Prompts::builtin);
  }

  /**
   * @param model stays the caller's to close
   */
  public static NotePipeline with(LanguageModel model) {
    return with(model, PipelineOptions.DEFAULT);
  }

  /**
   * @param model stays the caller's to close
   */
  public static NotePipeline with(LanguageModel model, PipelineOptions options) {
    return new NotePipeline(
        Optional.of(Objects.requireNonNull(model, "model")), options, Prompts::builtin);
  }

  /** The same, with the model told in these words. */
  public NotePipeline withPrompts(Prompts others) {
    Objects.requireNonNull(others, "others");
    return new NotePipeline(model, options, () -> others);
  }

  /** The same, writing notes of this length. */
  public NotePipeline withLength(NoteLength length) {
    return new NotePipeline(model, options.withLength(length), prompts);
  }

  /** As {@link #run}, without the times. */
  public Note write(Transcript transcript, Template template, Monitor monitor) {
    return run(transcript, template, monitor).note();
  }

  /**
   * @throws InvalidInputException when nothing was said that a note could rest on
   * @throws CancelledException when the monitor says so
   */
  public NoteResult run(Transcript transcript, Template template, Monitor monitor) {
    if (transcript.isEmpty()) {
      throw new InvalidInputException(
          "No speech was recognised, so there is nothing to write a note from. "
              + "Check that the recording has sound, or give a transcript.");
    }
    PipelineRun run = new PipelineRun(monitor);
    ModelWriter.Written written = draft(transcript, template, run);
    Note reviewed = run.through(new CheckStage(checker, transcript), written.note());
    if (reviewed.generation().model().equals(ComposeStage.WRITER)) {
      reviewed = supportedOnly(reviewed);
    } else if (isBesideTheVisit(reviewed)) {
      reviewed = composedInstead(reviewed, transcript, template, run).orElse(reviewed);
    }
    if (reviewed.statements().findAny().isEmpty()) {
      throw new InvalidInputException(
          "Nothing was said in this transcript that a note could rest on: it has no symptom, "
              + "finding, result or order. Check that it is the transcript of a visit.");
    }
    return new NoteResult(reviewed, run.times(), written.review());
  }

  /** Of a model's note next to nothing was said in the visit. */
  private static boolean isBesideTheVisit(Note note) {
    long all = note.statements().count();
    long supported = note.statements().filter(s -> s.support() == Support.SUPPORTED).count();
    return all > 0 && supported <= all * NEXT_TO_NOTHING;
  }

  /**
   * The built-in composer's note in place of a model's that has nothing to do with the visit; empty
   * when the composer has none, either, as of a visit in a language that it does not read.
   */
  private Optional<Note> composedInstead(
      Note note, Transcript transcript, Template template, PipelineRun run) {
    String writer = note.generation().model();
    try {
      Note composed = composed(transcript, template, run).note();
      Note checked = supportedOnly(run.through(new CheckStage(checker, transcript), composed));
      if (checked.statements().findAny().isEmpty()) {
        return Optional.empty();
      }
      String reason =
          writer
              + " wrote "
              + note.statements().count()
              + " statements of which next to none was found in the visit. Choose a larger model.";
      Generation fallen =
          Generation.fallenBack(note.generation().requested(), ComposeStage.WRITER, reason);
      return Optional.of(
          checked.withGeneration(note.generation().work().map(fallen::withWork).orElse(fallen)));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }

  /**
   * What the composer wrote and the checker cannot find again is a slip of the composer's: a person
   * should not have to look at it. A model's statements stay, marked, because a person asked for
   * them.
   */
  private static Note supportedOnly(Note note) {
    List<Section> sections = new ArrayList<>();
    for (Section section : note.sections()) {
      List<Statement> supported =
          section.statements().stream().filter(s -> s.support() == Support.SUPPORTED).toList();
      if (!supported.isEmpty()) {
        sections.add(section.withStatements(supported));
      }
    }
    return new Note(note.template(), sections, note.coverage(), note.generation(), note.status());
  }

  private ModelWriter.Written draft(Transcript transcript, Template template, PipelineRun run) {
    if (model.isEmpty()) {
      return composed(transcript, template, run);
    }
    LanguageModel writer = model.get();
    try {
      return new ModelWriter(writer, prompts.get(), options, checker, template, run)
          .write(transcript);
    } catch (EngineException | NotReadyException e) {
      log.warn("{} wrote no note; the built-in composer does", writer.name(), e);
      Note note = composed(transcript, template, run).note();
      Generation generation =
          Generation.fallenBack(writer.name(), ComposeStage.WRITER, e.getMessage());
      return new ModelWriter.Written(note.withGeneration(generation), Optional.empty());
    }
  }

  private ModelWriter.Written composed(Transcript transcript, Template template, PipelineRun run) {
    var conversation = run.through(new CleanStage(), transcript);
    var facts = run.through(new ExtractStage(transcript), conversation);
    Note note = run.through(new ComposeStage(template, options.length()), facts);
    return new ModelWriter.Written(note, Optional.empty());
  }
}
