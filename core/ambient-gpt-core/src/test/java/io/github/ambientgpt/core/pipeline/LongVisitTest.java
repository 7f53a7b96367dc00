package io.github.ambientgpt.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.contract.LongVisit;
import io.github.ambientgpt.core.contract.fake.PlayedModel;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.Templates;
import io.github.ambientgpt.core.transcript.Transcript;
import org.junit.jupiter.api.Test;

class LongVisitTest {
  private static final int CONTEXT = 4096;
  private static final Template SOAP = Templates.builtin().get("SOAP");

  @Test
  void aVisitOfTwoHoursIsReadWholeByAModelWithASmallContext() {
    Transcript visit = LongVisit.ofWords(LongVisit.TWO_HOURS);
    PlayedModel model = PlayedModel.ofContext(CONTEXT);

    Note note = NotePipeline.with(model).write(visit, SOAP, Monitor.NONE);

    assertThat(LongVisit.missing(visit, model.contents())).isEmpty();
    assertThat(model.mostTokens()).isLessThanOrEqualTo(CONTEXT);
    assertThat(note.generation().model()).isEqualTo("playing/model");
    assertThat(note.generation().fallback()).isEmpty();
    assertThat(note.generation().work().orElseThrow().pieces()).isGreaterThan(10);
    System.out.printf(
        "%d utterances, all seen in %d pieces and %d prompts; the longest prompt with its answer"
            + " has %d of %d tokens, the longest without %d; %d statements%n",
        visit.utterances().size(),
        note.generation().work().orElseThrow().pieces(),
        model.exchanges().size(),
        model.mostTokens(),
        CONTEXT,
        model.exchanges().stream().mapToInt(PlayedModel.Exchange::promptTokens).max().orElse(0),
        note.statements().count());
  }
}
