package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.pipeline.PipelineOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a language model writes a note. */
final class WritingOptions {
  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = "--review",
      negatable = true,
      description = "Whether the language model reviews its draft. Default: it does.")
  Boolean review;

  @Option(
      names = "--max-iterations",
      paramLabel = "N",
      description = "How often a draft may be written anew after a review. Default: 1.")
  Integer maxIterations;

  @Option(
      names = "--score-limit",
      paramLabel = "0-100",
      description = "The score of a review from which a draft is good enough. Default: 90.")
  Integer scoreLimit;

  @Option(
      names = "--clean",
      description = "The language model first corrects what the recognizer misheard.")
  boolean clean;

  @Option(
      names = "--single-prompt",
      description =
          "The language model writes the note in one go instead of in stages, if the visit fits"
              + " its context.")
  boolean singlePrompt;

  /** Nothing is ignored in silence. */
  void refuseWithoutModel() {
    if (review != null || maxIterations != null || scoreLimit != null || clean || singlePrompt) {
      throw new ParameterException(
          spec.commandLine(),
          "--review, --max-iterations, --score-limit, --clean and --single-prompt need --llm and"
              + " the name of a provider.");
    }
  }

  PipelineOptions options() {
    PipelineOptions options =
        PipelineOptions.DEFAULT.withClean(clean).withReview(!Boolean.FALSE.equals(review));
    if (singlePrompt) {
      options = options.withApproach(PipelineOptions.Approach.SINGLE_PROMPT);
    }
    try {
      options = maxIterations == null ? options : options.withMaxIterations(maxIterations);
      return scoreLimit == null ? options : options.withScoreLimit(scoreLimit);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage() + ".", e);
    }
  }
}
