package io.github.ambientgpt.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.contract.RecordingMonitor;
import io.github.ambientgpt.core.contract.Visits;
import io.github.ambientgpt.core.contract.fake.PlayedModel;
import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.prompt.Prompts;
import io.github.ambientgpt.core.speaker.SpeakerRoles;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeakerLabellerTest {
  private static final List<Role> RIGHT =
      Visits.cough().utterances().stream().map(u -> u.speaker().role()).toList();

  /** The voices are told apart but nobody knows whose they are. */
  private static Transcript voices() {
    return labelled(role -> new Speaker(role == Role.CLINICIAN ? "Ann" : "Bob", Role.UNKNOWN));
  }

  private static Transcript turns() {
    return labelled(role -> Speaker.UNKNOWN);
  }

  private static Transcript labelled(java.util.function.Function<Role, Speaker> speaker) {
    List<Utterance> utterances = new ArrayList<>();
    for (Utterance u : Visits.cough().utterances()) {
      utterances.add(u.withSpeaker(speaker.apply(u.speaker().role())));
    }
    return Visits.cough().withUtterances(utterances);
  }

  private static LabelledTranscript label(PlayedModel model, Transcript transcript) {
    return SpeakerLabeller.with(model, Prompts.builtin()).run(transcript, Monitor.NONE);
  }

  private static PlayedModel answering(String answer) {
    return PlayedModel.ofContext(4096).distorting("speakers", any -> answer);
  }

  private static List<Role> roles(LabelledTranscript labelled) {
    return labelled.transcript().utterances().stream().map(u -> u.speaker().role()).toList();
  }

  @Test
  void theModelLabelsVoicesAndIsToldNoLabels() {
    PlayedModel model =
        answering(
            "{\"v1\": \"clinician\", \"speakers\": {\"v1\": \"clinician\", \"v2\": \"patient\"}}");
    LabelledTranscript labelled = label(model, voices());

    assertThat(roles(labelled)).isEqualTo(RIGHT);
    assertThat(labelled.overruled()).isEmpty();
    assertThat(labelled.fallback()).isEmpty();
    assertThat(model.contents().get(0)).contains("v1 ", "v2 ").doesNotContain("Ann", "Bob");
  }

  @Test
  void whereTheWordingPlainlyContradictsTheModelTheWordingStands() {
    LabelledTranscript labelled =
        label(
            answering(
                "{\"speakers\": [{\"id\": \"v1\", \"role\": \"patient\"}, {\"id\": \"v2\", \"role\":"
                    + " \"clinician\"}]}"),
            voices());

    assertThat(roles(labelled)).isEqualTo(RIGHT);
    assertThat(labelled.overruled())
        .extracting(LabelledTranscript.Overruled::voice)
        .containsExactly("Ann", "Bob");
    assertThat(labelled.overruled().get(0).reason())
        .isEqualTo(
            "The model took 'Ann' for the patient, but the wording is plainly that of the"
                + " clinician.");
  }

  @Test
  void turnsAreLabelledOneByOneWhereVoicesWereNotToldApart() {
    StringBuilder answer = new StringBuilder("{\"speakers\": {\"u99\": \"patient\"");
    for (int i = 0; i < RIGHT.size(); i++) {
      if (i != 4) { // the wording says who asks "Any shortness of breath?"
        answer.append(", \"u%d\": \"%s\"".formatted(i + 1, RIGHT.get(i)));
      }
    }
    LabelledTranscript labelled = label(answering(answer + "}}"), turns());

    assertThat(roles(labelled)).isEqualTo(RIGHT);
    assertThat(labelled.fallback()).isEmpty();
  }

  @Test
  void aCompanionIsBelieved() {
    List<Utterance> utterances = new ArrayList<>(voices().utterances());
    utterances.add(
        new Utterance("x", new Speaker("Cy", Role.UNKNOWN), "I told him my cough was bad too."));
    LabelledTranscript labelled =
        label(
            answering(
                "{\"speakers\": {\"v1\": \"doctor\", \"v2\": \"patient\", \"v3\": \"other\"}}"),
            voices().withUtterances(utterances));

    assertThat(roles(labelled)).endsWith(Role.OTHER);
  }

  @Test
  void aModelThatFailsOrTellsNobodyApartLeavesItToTheWording() {
    Transcript byWording = SpeakerRoles.assigned(voices());
    for (String answer :
        List.of("No idea.", "{\"speakers\": {\"v1\": \"patient\", \"v2\": \"patient\"}}")) {
      LabelledTranscript labelled = label(answering(answer), voices());
      assertThat(labelled.transcript()).isEqualTo(byWording);
      assertThat(labelled.fallback().orElseThrow()).contains("playing/model");
    }
  }

  @Test
  void aTranscriptThatSaysWhoSpeaksNeedsNoModel() {
    PlayedModel model = PlayedModel.ofContext(4096);

    assertThat(label(model, Visits.cough()).transcript()).isEqualTo(Visits.cough());
    assertThat(SpeakerLabeller.builtin().run(voices(), Monitor.NONE).transcript())
        .isEqualTo(SpeakerRoles.assigned(voices()));
    assertThat(model.exchanges()).isEmpty();
  }

  @Test
  void cancellingStops() {
    assertThatThrownBy(
            () ->
                SpeakerLabeller.with(PlayedModel.ofContext(4096), Prompts.builtin())
                    .run(voices(), RecordingMonitor.cancelledAfter(0)))
        .isInstanceOf(CancelledException.class);
  }
}
