package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.cleaning.Conversation;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.progress.Stage;
import io.github.ambientgpt.core.reading.ClinicalReader;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.vocabulary.SpokenEnglish;
import java.util.Objects;

/**
 * Finds what is worth noting of a visit in English and says it in the third person.
 *
 * @since 0.1.0
 */
public final class ExtractStage implements Stage<Conversation, Facts> {
  private final Transcript transcript;

  /**
   * @param transcript what the conversation was made of
   */
  public ExtractStage(Transcript transcript) {
    this.transcript = Objects.requireNonNull(transcript, "transcript");
  }

  @Override
  public String name() {
    return "extract";
  }

  /**
   * @throws InvalidInputException when the visit was in another language
   */
  @Override
  public Facts run(Conversation conversation, Monitor monitor) {
    SpokenEnglish.require(
        conversation.turns().stream()
            .flatMap(turn -> turn.clauses().stream())
            .flatMap(clause -> clause.tokens().stream()),
        "the built-in composer");
    return FactExtractor.extract(
            conversation, ClinicalReader.english().read(conversation, transcript, monitor), monitor)
        .named(WrittenNames.of(transcript));
  }
}
