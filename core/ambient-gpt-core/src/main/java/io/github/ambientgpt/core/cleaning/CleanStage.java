package io.github.ambientgpt.core.cleaning;

import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.progress.Stage;
import io.github.ambientgpt.core.speaker.SpeakerRoles;
import io.github.ambientgpt.core.transcript.Transcript;

/**
 * Makes speech readable: without fillers, false starts and repetitions, cut into clauses.
 *
 * @since 0.1.0
 */
public final class CleanStage implements Stage<Transcript, Conversation> {
  @Override
  public String name() {
    return "clean";
  }

  @Override
  public Conversation run(Transcript transcript, Monitor monitor) {
    int words = transcript.utterances().stream().mapToInt(u -> u.text().split("\\s+").length).sum();
    return new Conversation(
        new Cleaner(monitor).clean(SpeakerRoles.assigned(transcript, monitor)), words);
  }
}
