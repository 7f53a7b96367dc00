package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.progress.Stage;
import io.github.ambientgpt.core.prompt.PromptedModel;
import io.github.ambientgpt.core.prompt.Prompts;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cleans a transcript and shows what it changed: without a language model it takes out fillers,
 * false starts and repetitions; with one it also corrects misheard medical terms and grammar.
 * Whoever proposed a change, one that would alter a number, a negation, a side, an answer or a drug
 * is refused, and the utterance stays as it was. When the model fails, the cleaning without one
 * stands in. Thread-safe.
 *
 * @since 0.1.0
 */
public final class TranscriptCleaner implements Stage<Transcript, CleanedTranscript> {
  private static final Logger log = LoggerFactory.getLogger(TranscriptCleaner.class);

  private final Optional<PromptedModel> model;

  private TranscriptCleaner(Optional<PromptedModel> model) {
    this.model = model;
  }

  TranscriptCleaner(PromptedModel model) {
    this(Optional.of(model));
  }

  /** Needs no language model. */
  public static TranscriptCleaner builtin() {
    return new TranscriptCleaner(Optional.empty());
  }

  /**
   * @param model stays the caller's to close
   */
  public static TranscriptCleaner with(LanguageModel model, Prompts prompts) {
    return new TranscriptCleaner(new PromptedModel(model, prompts));
  }

  @Override
  public String name() {
    return "clean";
  }

  /**
   * @throws CancelledException when the monitor says so
   */
  @Override
  public CleanedTranscript run(Transcript transcript, Monitor monitor) {
    if (model.isEmpty()) {
      return cleaned(transcript, new BuiltinCleaning().proposed(transcript), Optional.empty());
    }
    try {
      Map<String, String> proposed = new ModelCleaning(model.get()).proposed(transcript, monitor);
      return cleaned(transcript, proposed, Optional.empty());
    } catch (EngineException | NotReadyException e) {
      log.warn("{} cleaned nothing; the cleaning without a model does", model.get().name(), e);
      Map<String, String> proposed = new BuiltinCleaning().proposed(transcript);
      return cleaned(transcript, proposed, Optional.of(e.getMessage()));
    }
  }

  /**
   * @param proposed cleaned texts by the ids of their utterances
   */
  private static CleanedTranscript cleaned(
      Transcript transcript, Map<String, String> proposed, Optional<String> fallback) {
    List<CleanedUtterance> utterances = new ArrayList<>();
    for (Utterance utterance : transcript.utterances()) {
      String text = proposed.getOrDefault(utterance.id(), utterance.text()).strip();
      utterances.add(cleaned(utterance, text));
    }
    return new CleanedTranscript(transcript, utterances, fallback);
  }

  private static CleanedUtterance cleaned(Utterance utterance, String text) {
    Optional<String> refused = CorrectionGuard.altered(utterance.text(), text);
    if (text.isEmpty() || refused.isPresent()) {
      return new CleanedUtterance(utterance.id(), utterance.text(), List.of(), refused);
    }
    return new CleanedUtterance(
        utterance.id(), text, WordChanges.between(utterance.text(), text), Optional.empty());
  }
}
