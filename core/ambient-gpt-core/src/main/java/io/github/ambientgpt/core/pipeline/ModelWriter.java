package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.check.Checker;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.prompt.PromptedModel;
import io.github.ambientgpt.core.prompt.Prompts;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a language model write a note, in stages, and when that fails with a single prompt. For one
 * run.
 */
final class ModelWriter {
  private static final Logger log = LoggerFactory.getLogger(ModelWriter.class);

  /** A note that nobody has checked and what its writer thought of it. */
  record Written(Note note, Optional<Review> review) {}

  private final PromptedModel model;
  private final PipelineOptions options;
  private final Checker checker;
  private final Template template;
  private final PipelineRun run;
  private final Set<String> stages = new LinkedHashSet<>();
  private Optional<Shortfall> shortfall = Optional.empty();

  /** What was left out of what was asked for, and why. */
  private record Shortfall(String way, String why) {}

  ModelWriter(
      LanguageModel model,
      Prompts prompts,
      PipelineOptions options,
      Checker checker,
      Template template,
      PipelineRun run) {
    this.model = new PromptedModel(model, prompts);
    this.options = options;
    this.checker = checker;
    this.template = template;
    this.run = run;
  }

  /**
   * @throws EngineException when the model writes no note in either way
   */
  Written write(Transcript transcript) {
    CleanedTranscript cleaned = cleaned(labelled(transcript));
    if (options.approach() == PipelineOptions.Approach.SINGLE_PROMPT) {
      return inOneGo(cleaned);
    }
    try {
      return inStages(cleaned);
    } catch (EngineException e) {
      if (e.retriable()) { // it gives no answer at all: another question is no use
        throw e;
      }
      log.warn("{} wrote no note in stages; a single prompt is tried", model.name(), e);
      return inOneGoInstead(cleaned, e);
    }
  }

  private Transcript labelled(Transcript transcript) {
    SpeakerLabeller labeller =
        options.labelSpeakers() ? new SpeakerLabeller(model) : SpeakerLabeller.builtin();
    if (!labeller.isNeeded(transcript)) {
      return SpeakerLabeller.builtin().run(transcript, run).transcript();
    }
    LabelledTranscript labelled = run.through(labeller, transcript);
    if (labelled.fallback().isPresent()) {
      shortfall =
          Optional.of(new Shortfall("with speakers told by wording", labelled.fallback().get()));
    }
    return labelled.transcript();
  }

  private CleanedTranscript cleaned(Transcript transcript) {
    if (!options.clean()) {
      return CleanedTranscript.unchanged(transcript);
    }
    CleanedTranscript cleaned = run.through(new TranscriptCleaner(model), transcript);
    if (cleaned.fallback().isEmpty()) {
      stages.add("clean");
    } else {
      shortfall = Optional.of(new Shortfall("without its cleaning", cleaned.fallback().get()));
    }
    return cleaned;
  }

  private Written inStages(CleanedTranscript cleaned) {
    ExtractedFacts facts = run.through(new ModelExtractStage(model), cleaned);
    stages.add("extract");
    Transcript shown = cleaned.transcript();
    Draft draft = run.through(new ModelWriteStage(model, template, options.length(), shown), facts);
    stages.add("write");
    Improvement improvement = new Improvement(checked(draft, cleaned));
    if (options.review()) {
      try {
        improve(improvement, cleaned);
      } catch (EngineException e) { // what is written already is kept
        log.warn("{} did not finish its review", model.name(), e);
        shortfall = Optional.of(new Shortfall("without a finished review", e.getMessage()));
      }
    }
    Note note = note(improvement.best.draft(), facts.pieces(), improvement.iterations);
    return new Written(note, improvement.review);
  }

  /** The best draft so far, which the checker chooses, and what the model thought of it. */
  private static final class Improvement {
    private CheckedDraft best;
    private Optional<Review> review = Optional.empty();
    private int iterations;

    Improvement(CheckedDraft first) {
      this.best = first;
    }
  }

  private void improve(Improvement improvement, CleanedTranscript cleaned) {
    Transcript shown = cleaned.transcript();
    CheckedDraft latest = improvement.best;
    while (true) {
      Reviewed reviewed = run.through(new ReviewStage(model, shown), latest);
      stages.add("review");
      if (latest == improvement.best) {
        improvement.review = Optional.of(reviewed.review());
      }
      if (reviewed.review().score() >= options.scoreLimit()
          || improvement.iterations == options.maxIterations()) {
        return;
      }
      latest = checked(run.through(new ModelReviseStage(model, shown), reviewed), cleaned);
      improvement.iterations++;
      if (latest.isBetterThan(improvement.best)) {
        improvement.best = latest;
        improvement.review = Optional.empty();
      }
    }
  }

  private Written inOneGoInstead(CleanedTranscript cleaned, EngineException staged) {
    stages.retainAll(Set.of("clean"));
    shortfall = Optional.of(new Shortfall("with a single prompt", staged.getMessage()));
    try {
      return inOneGo(cleaned);
    } catch (EngineException e) {
      String why = staged.getMessage();
      if (!why.equals(e.getMessage())) {
        why += " Then, with a single prompt: " + e.getMessage();
      }
      throw e.retriable() ? EngineException.passing(why, e) : EngineException.lasting(why, e);
    }
  }

  private Written inOneGo(CleanedTranscript cleaned) {
    Draft draft = run.through(new SinglePromptStage(model, template, options.length()), cleaned);
    stages.add("write");
    return new Written(note(draft, 1, 0), Optional.empty());
  }

  private CheckedDraft checked(Draft draft, CleanedTranscript cleaned) {
    Note note = draft.note(model.name());
    return new CheckedDraft(draft, checker.check(note, cleaned.original(), run));
  }

  private Note note(Draft draft, int pieces, int iterations) {
    Note note = draft.note(model.name());
    Generation generation =
        note.generation().withWork(new Generation.Work(List.copyOf(stages), pieces, iterations));
    return note.withGeneration(
        shortfall.map(s -> generation.withFallback(s.way(), s.why())).orElse(generation));
  }
}
