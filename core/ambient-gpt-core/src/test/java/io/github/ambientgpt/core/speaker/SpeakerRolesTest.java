package io.github.ambientgpt.core.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.contract.Visits;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeakerRolesTest {
  private static final Transcript VISIT = Visits.cough();
  private static final List<Role> TRUTH = roles(VISIT);

  @Test
  void rolesThatFitTheWordingAreLeftAlone() {
    assertThat(SpeakerRoles.assigned(VISIT)).isSameAs(VISIT);
  }

  @Test
  void ofTwoNeutralVoicesTheOneThatAsksIsTheClinician() {
    Transcript neutral =
        relabelled(
            role -> new Speaker(role == Role.CLINICIAN ? "SPEAKER 2" : "SPEAKER 1", Role.UNKNOWN));

    assertThat(roles(SpeakerRoles.assigned(neutral))).isEqualTo(TRUTH);
  }

  @Test
  void rolesThatContradictTheWordingAreExchanged() {
    Transcript swapped =
        relabelled(
            role -> new Speaker("x", role == Role.CLINICIAN ? Role.PATIENT : Role.CLINICIAN));

    assertThat(roles(SpeakerRoles.assigned(swapped))).isEqualTo(TRUTH);
  }

  @Test
  void withoutAnyLabelTurnsAreToldApart() {
    List<Role> found = roles(SpeakerRoles.assigned(relabelled(role -> Speaker.UNKNOWN)));

    long right = 0;
    for (int i = 0; i < TRUTH.size(); i++) {
      right += found.get(i) == TRUTH.get(i) ? 1 : 0;
    }
    assertThat((double) right / TRUTH.size()).isGreaterThan(0.85);
  }

  @Test
  void labelsAndWordsStay() {
    Transcript neutral = relabelled(role -> new Speaker(role.name(), Role.UNKNOWN));

    assertThat(SpeakerRoles.assigned(neutral).utterances())
        .extracting(u -> u.speaker().label(), u -> u.text())
        .containsExactlyElementsOf(
            neutral.utterances().stream()
                .map(u -> org.assertj.core.groups.Tuple.tuple(u.speaker().label(), u.text()))
                .toList());
  }

  private static Transcript relabelled(java.util.function.Function<Role, Speaker> speaker) {
    return VISIT.withUtterances(
        VISIT.utterances().stream()
            .map(u -> u.withSpeaker(speaker.apply(u.speaker().role())))
            .toList());
  }

  private static List<Role> roles(Transcript transcript) {
    return transcript.utterances().stream().map(u -> u.speaker().role()).toList();
  }
}
