package io.github.ambientgpt.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.check.Checker;
import io.github.ambientgpt.core.cleaning.CleanStage;
import io.github.ambientgpt.core.cleaning.Conversation;
import io.github.ambientgpt.core.compose.ComposeStage;
import io.github.ambientgpt.core.compose.ExtractStage;
import io.github.ambientgpt.core.compose.Facts;
import io.github.ambientgpt.core.contract.Visits;
import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.Templates;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A person who stops waiting is heard within the loops of a stage, not only between stages. */
class CancelledWorkTest {
  private static final Transcript VISIT = Visits.cough();
  private static final Template SOAP = Templates.builtin().get("SOAP");

  /** Stops the work at a look of its choice, and counts them. */
  private static final class Watch implements Monitor {
    private final int last;
    private int looks;

    Watch(int last) {
      this.last = last;
    }

    @Override
    public void report(String stage, double fraction) {}

    @Override
    public boolean isCancelled() {
      looks++;
      return looks >= last;
    }
  }

  /** Each part of the input is looked at, and each look can be the last. */
  private static void stopsAnywhere(int parts, Consumer<Monitor> work) {
    Watch patient = new Watch(Integer.MAX_VALUE);
    work.accept(patient);
    assertThat(patient.looks).isGreaterThanOrEqualTo(parts);
    for (int last : new int[] {1, parts / 2, parts}) {
      Watch impatient = new Watch(last);
      assertThatThrownBy(() -> work.accept(impatient)).isInstanceOf(CancelledException.class);
      assertThat(impatient.looks).isEqualTo(last);
    }
  }

  @Test
  void cleaningStopsAtAnyTurn() {
    stopsAnywhere(VISIT.utterances().size(), watch -> new CleanStage().run(VISIT, watch));
  }

  @Test
  void extractingStopsAtAnyClause() {
    Conversation conversation = new CleanStage().run(VISIT, Monitor.NONE);
    int clauses = conversation.turns().stream().mapToInt(turn -> turn.clauses().size()).sum();
    stopsAnywhere(clauses, watch -> new ExtractStage(VISIT).run(conversation, watch));
  }

  @Test
  void composingStops() {
    Facts facts = new ExtractStage(VISIT).run(new CleanStage().run(VISIT, Monitor.NONE), Monitor.NONE);
    stopsAnywhere(8, watch -> new ComposeStage(SOAP).run(facts, watch));
  }

  @Test
  void checkingStopsAtAnyStatement() {
    Facts facts = new ExtractStage(VISIT).run(new CleanStage().run(VISIT, Monitor.NONE), Monitor.NONE);
    Note note = new ComposeStage(SOAP).run(facts, Monitor.NONE);
    stopsAnywhere(
        (int) note.statements().count(), watch -> new Checker().check(note, VISIT, watch));
  }

  @Test
  void theWholeWayToANoteStopsAtAnyTurn() {
    stopsAnywhere(
        VISIT.utterances().size(), watch -> NotePipeline.builtin().write(VISIT, SOAP, watch));
  }
}
