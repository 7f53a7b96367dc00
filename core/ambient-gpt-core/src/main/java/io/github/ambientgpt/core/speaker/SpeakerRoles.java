package io.github.ambientgpt.core.speaker;

import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Works out who is the clinician and who the patient, from wording alone, where the transcript does
 * not say it or has it the wrong way round.
 */
public final class SpeakerRoles {
  /** Labels are believed unless the wording contradicts them by as much as this, per utterance. */
  private static final double CONTRADICTION = 0.6;

  /** How much likelier it is that the other speaks next. */
  private static final double ALTERNATION = 0.7;

  private SpeakerRoles() {}

  /** The same transcript with each speaker's role set where it can be told. */
  public static Transcript assigned(Transcript transcript) {
    Map<Speaker, List<Double>> scores = new LinkedHashMap<>();
    for (Utterance utterance : transcript.utterances()) {
      scores
          .computeIfAbsent(utterance.speaker(), s -> new ArrayList<>())
          .add(ClinicianLikelihood.clinicianScore(utterance.text()));
    }
    boolean labelled =
        scores.keySet().stream()
            .anyMatch(s -> s.role() == Role.CLINICIAN || s.role() == Role.PATIENT);
    if (labelled) {
      return swapped(scores) ? exchanged(transcript) : transcript;
    }
    List<Speaker> unknown = scores.keySet().stream().filter(s -> s.role() == Role.UNKNOWN).toList();
    if (unknown.size() < 2) {
      return unknown.isEmpty() ? transcript : byTurn(transcript);
    }
    return byVoice(transcript, scores, unknown);
  }

  private static double mean(List<Double> scores) {
    return scores.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private static boolean swapped(Map<Speaker, List<Double>> scores) {
    double clinician = mean(of(scores, Role.CLINICIAN));
    double patient = mean(of(scores, Role.PATIENT));
    return !of(scores, Role.CLINICIAN).isEmpty()
        && !of(scores, Role.PATIENT).isEmpty()
        && patient - clinician > CONTRADICTION;
  }

  private static List<Double> of(Map<Speaker, List<Double>> scores, Role role) {
    return scores.entrySet().stream()
        .filter(entry -> entry.getKey().role() == role)
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }

  private static Transcript exchanged(Transcript transcript) {
    return mapped(
        transcript,
        utterance ->
            switch (utterance.speaker().role()) {
              case CLINICIAN -> Role.PATIENT;
              case PATIENT -> Role.CLINICIAN;
              case OTHER, UNKNOWN -> utterance.speaker().role();
            });
  }

  /** Of voices without a role, the one that sounds most like a clinician is. */
  private static Transcript byVoice(
      Transcript transcript, Map<Speaker, List<Double>> scores, List<Speaker> unknown) {
    Speaker clinician =
        unknown.stream().max(Comparator.comparingDouble(s -> mean(scores.get(s)))).orElseThrow();
    Speaker patient =
        unknown.stream()
            .filter(s -> !s.equals(clinician))
            .max(Comparator.comparingInt(s -> scores.get(s).size()))
            .orElseThrow();
    return mapped(
        transcript,
        utterance -> {
          Speaker speaker = utterance.speaker();
          if (speaker.equals(clinician)) {
            return Role.CLINICIAN;
          }
          if (speaker.equals(patient)) {
            return Role.PATIENT;
          }
          return speaker.role() == Role.UNKNOWN ? Role.OTHER : speaker.role();
        });
  }

  /** With no voices told apart: the likeliest sequence of two that tend to take turns (Viterbi). */
  private static Transcript byTurn(Transcript transcript) {
    List<Utterance> utterances = transcript.utterances();
    int n = utterances.size();
    double[][] best = new double[n][2];
    int[][] from = new int[n][2];
    for (int i = 0; i < n; i++) {
      double score = ClinicianLikelihood.clinicianScore(utterances.get(i).text());
      for (int role = 0; role < 2; role++) {
        double own = role == 0 ? score : -score;
        if (i == 0) {
          best[i][role] = own;
          continue;
        }
        double same = best[i - 1][role] - ALTERNATION;
        double other = best[i - 1][1 - role] + ALTERNATION;
        from[i][role] = other >= same ? 1 - role : role;
        best[i][role] = own + Math.max(same, other);
      }
    }
    Map<String, Role> roles = new LinkedHashMap<>();
    int role = best[n - 1][0] >= best[n - 1][1] ? 0 : 1;
    for (int i = n - 1; i >= 0; i--) {
      roles.put(utterances.get(i).id(), role == 0 ? Role.CLINICIAN : Role.PATIENT);
      role = from[i][role];
    }
    return mapped(transcript, utterance -> roles.get(utterance.id()));
  }

  private static Transcript mapped(
      Transcript transcript, java.util.function.Function<Utterance, Role> role) {
    return transcript.withUtterances(
        transcript.utterances().stream()
            .map(u -> u.withSpeaker(new Speaker(u.speaker().label(), role.apply(u))))
            .toList());
  }
}
