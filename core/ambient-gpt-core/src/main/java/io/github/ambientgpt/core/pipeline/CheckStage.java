package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.check.Checker;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.progress.Stage;
import io.github.ambientgpt.core.transcript.Transcript;

/** Links each statement to its evidence and marks what the transcript does not support. */
final class CheckStage implements Stage<Note, Note> {
  private final Checker checker;
  private final Transcript transcript;

  CheckStage(Checker checker, Transcript transcript) {
    this.checker = checker;
    this.transcript = transcript;
  }

  @Override
  public String name() {
    return "review";
  }

  @Override
  public Note run(Note draft, Monitor monitor) {
    return checker.check(draft, transcript, monitor);
  }
}
