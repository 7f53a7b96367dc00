package io.github.ambientgpt.core.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.contract.Visits;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
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
  void besideAClinicianThePersonWithoutARoleIsThePatient() {
    Transcript half =
        relabelled(
            role ->
                role == Role.CLINICIAN
                    ? new Speaker("Dr. Hale", Role.CLINICIAN)
                    : new Speaker("Maria Lopez", Role.UNKNOWN));

    assertThat(roles(SpeakerRoles.assigned(half))).isEqualTo(TRUTH);
  }

  @Test
  void besideAPatientThePersonWithoutARoleIsTheClinician() {
    Transcript half =
        relabelled(
            role ->
                role == Role.CLINICIAN
                    ? new Speaker("Nadia", Role.UNKNOWN)
                    : new Speaker("pt", Role.PATIENT));

    assertThat(roles(SpeakerRoles.assigned(half))).isEqualTo(TRUTH);
  }

  @Test
  void aTurnWithoutAVoiceIsToldByItsWordsAndItsNeighbours() {
    List<Transcript> visits =
        List.of(
            visit(
                "S1",
                "What brings you in?",
                "S2",
                "My throat hurts.",
                "",
                "Any fever?",
                "S2",
                "No."),
            visit(
                "S1", "Does it hurt?", "S2", "Yes, it does.", "", "Where?", "S2", "Here, my ear."),
            visit(
                "S1",
                "How are you?",
                "",
                "I've had a cough.",
                "S1",
                "Any fever?",
                "S2",
                "No, I haven't."));

    assertThat(visits)
        .allSatisfy(
            visit ->
                assertThat(roles(SpeakerRoles.assigned(visit)))
                    .containsExactly(Role.CLINICIAN, Role.PATIENT, Role.CLINICIAN, Role.PATIENT));
  }

  private static Transcript visit(String... turns) {
    List<Utterance> utterances = new ArrayList<>();
    for (int i = 0; i < turns.length; i += 2) {
      utterances.add(
          new Utterance("u" + (i / 2 + 1), new Speaker(turns[i], Role.UNKNOWN), turns[i + 1]));
    }
    return new Transcript("en", Recognition.TYPED, utterances);
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
