package io.github.ambientgpt.core.speaker;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Works out who is the clinician and who the patient, from wording alone, where the transcript does
 * not say it or has it the wrong way round.
 *
 * @since 0.1.0
 */
public final class SpeakerRoles {
  /** Labels are believed unless the wording contradicts them by as much as this, per utterance. */
  private static final double CONTRADICTION = 0.6;

  /** The wording of fewer utterances of each contradicts nothing. */
  private static final int ENOUGH = 3;

  /** How much likelier it is that the other speaks next. */
  private static final double ALTERNATION = 0.7;

  /** More than any wording: who is told is believed. */
  private static final double TOLD = 100;

  private static final Predicate<Speaker> UNKNOWN_ROLE = s -> s.role() == Role.UNKNOWN;

  private SpeakerRoles() {}

  /** The same transcript with each speaker's role set where it can be told. */
  public static Transcript assigned(Transcript transcript) {
    return assigned(transcript, Monitor.NONE);
  }

  /**
   * The same, for a caller who may not want to wait.
   *
   * @throws CancelledException when the monitor says so
   */
  public static Transcript assigned(Transcript transcript, Monitor monitor) {
    Map<Speaker, List<Double>> scores = new LinkedHashMap<>();
    for (Utterance utterance : transcript.utterances()) {
      monitor.checkCancelled();
      scores
          .computeIfAbsent(utterance.speaker(), s -> new ArrayList<>())
          .add(ClinicianLikelihood.clinicianScore(utterance.text()));
    }
    boolean voiceless =
        scores.containsKey(Speaker.UNKNOWN)
            && (scores.size() > 2 || scores.keySet().stream().anyMatch(s -> isTold(s.role())));
    if (voiceless) { // of these turns no voice was told: each is a case of its own
      scores.remove(Speaker.UNKNOWN);
    }
    Transcript byVoice = byVoice(transcript, scores);
    boolean alone = scores.keySet().stream().filter(UNKNOWN_ROLE).count() == 1 && !told(byVoice);
    return alone || voiceless ? byTurn(byVoice) : byVoice;
  }

  private static boolean told(Transcript transcript) {
    return transcript.utterances().stream().anyMatch(u -> isTold(u.speaker().role()));
  }

  private static boolean isTold(Role role) {
    return role == Role.CLINICIAN || role == Role.PATIENT;
  }

  private static Transcript byVoice(Transcript transcript, Map<Speaker, List<Double>> scores) {
    List<Speaker> unknown = scores.keySet().stream().filter(UNKNOWN_ROLE).toList();
    boolean clinician = !of(scores, Role.CLINICIAN).isEmpty();
    boolean patient = !of(scores, Role.PATIENT).isEmpty();
    if (clinician && patient) {
      return swapped(scores) ? exchanged(transcript) : transcript;
    }
    if (clinician) {
      return unknown.isEmpty() ? transcript : withPatient(transcript, most(unknown, scores));
    }
    if (patient) {
      return unknown.isEmpty() ? transcript : withClinician(transcript, likeliest(unknown, scores));
    }
    if (unknown.size() < 2) {
      return transcript;
    }
    Speaker likeliest = likeliest(unknown, scores);
    List<Speaker> rest = unknown.stream().filter(s -> !s.equals(likeliest)).toList();
    return withPatient(withClinician(transcript, likeliest), most(rest, scores));
  }

  /** The one that sounds most like a clinician. */
  private static Speaker likeliest(List<Speaker> voices, Map<Speaker, List<Double>> scores) {
    return voices.stream().max(Comparator.comparingDouble(s -> mean(scores.get(s)))).orElseThrow();
  }

  /** The one that speaks most often. */
  private static Speaker most(List<Speaker> voices, Map<Speaker, List<Double>> scores) {
    return voices.stream().max(Comparator.comparingInt(s -> scores.get(s).size())).orElseThrow();
  }

  private static Transcript withClinician(Transcript transcript, Speaker clinician) {
    return mapped(
        transcript, u -> u.speaker().equals(clinician) ? Role.CLINICIAN : u.speaker().role());
  }

  /** Who is neither stays with them as somebody else. */
  private static Transcript withPatient(Transcript transcript, Speaker patient) {
    return mapped(
        transcript,
        u -> {
          if (u.speaker().equals(patient)) {
            return Role.PATIENT;
          }
          boolean other = UNKNOWN_ROLE.test(u.speaker()) && !u.speaker().label().isEmpty();
          return other ? Role.OTHER : u.speaker().role();
        });
  }

  private static double mean(List<Double> scores) {
    return scores.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private static boolean swapped(Map<Speaker, List<Double>> scores) {
    double clinician = mean(of(scores, Role.CLINICIAN));
    double patient = mean(of(scores, Role.PATIENT));
    return of(scores, Role.CLINICIAN).size() >= ENOUGH
        && of(scores, Role.PATIENT).size() >= ENOUGH
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

  /**
   * Where no voice was told: the likeliest sequence of two that tend to take turns (Viterbi),
   * around those that were.
   */
  private static Transcript byTurn(Transcript transcript) {
    List<Utterance> utterances = transcript.utterances();
    int n = utterances.size();
    double[][] best = new double[n][2];
    int[][] from = new int[n][2];
    for (int i = 0; i < n; i++) {
      double score = score(utterances.get(i));
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
    return mapped(
        transcript,
        utterance ->
            UNKNOWN_ROLE.test(utterance.speaker())
                ? roles.get(utterance.id())
                : utterance.speaker().role());
  }

  /** Above 0 for the clinician. */
  private static double score(Utterance utterance) {
    return switch (utterance.speaker().role()) {
      case CLINICIAN -> TOLD;
      case PATIENT, OTHER -> -TOLD;
      case UNKNOWN -> ClinicianLikelihood.clinicianScore(utterance.text());
    };
  }

  private static Transcript mapped(Transcript transcript, Function<Utterance, Role> role) {
    return transcript.withUtterances(
        transcript.utterances().stream()
            .map(u -> u.withSpeaker(new Speaker(u.speaker().label(), role.apply(u))))
            .toList());
  }
}
