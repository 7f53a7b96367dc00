package io.github.ambientgpt.bench;

import static io.github.ambientgpt.bench.Report.one;

import io.github.ambientgpt.bench.Report.Table;
import io.github.ambientgpt.core.speaker.SpeakerRoles;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Whether wording alone tells clinician from patient, with labels removed, made neutral, or
 * exchanged. The truth is the data's labels, put right where the data has them the wrong way round.
 */
final class SpeakerMeasure {
  private static final Set<String> EXCHANGED = new HashSet<>();

  static {
    io.github.ambientgpt.core.english.Table.read(
        SpeakerMeasure.class, "exchanged-labels.tsv", row -> EXCHANGED.add(row.get(0)));
  }

  private final Report report;
  private final List<List<String>> rows = new ArrayList<>();

  SpeakerMeasure(Report report) {
    this.report = report;
  }

  /**
   * @param prefix of the figures' names; empty for the split that is reported
   */
  void add(String name, String prefix, List<Visit> visits) {
    Share neutral = Share.NONE;
    Share neutralAsLabelled = Share.NONE;
    Share turns = Share.NONE;
    Share found = Share.NONE;
    Share kept = Share.NONE;
    int wrong = 0;
    for (Visit visit : visits) {
      boolean exchanged = EXCHANGED.contains(visit.id());
      Transcript labelled = visit.transcript();
      Transcript truth = exchanged ? exchanged(labelled) : labelled;
      wrong += exchanged ? 1 : 0;
      boolean right = same(truth, SpeakerRoles.assigned(neutral(truth)));
      neutral = neutral.plus(right);
      neutralAsLabelled = neutralAsLabelled.plus(right && !exchanged);
      turns = turns.plus(agreeing(truth, SpeakerRoles.assigned(unlabelled(truth))));
      found = found.plus(same(truth, SpeakerRoles.assigned(exchanged(truth))));
      kept = kept.plus(same(truth, SpeakerRoles.assigned(truth)));
    }
    report.figure("speakers." + prefix + "neutral", neutral.percent());
    report.figure("speakers." + prefix + "neutral-as-labelled", neutralAsLabelled.percent());
    report.figure("speakers." + prefix + "none", turns.percent());
    report.figure("speakers." + prefix + "swap-found", found.percent());
    report.figure("speakers." + prefix + "right-labels-kept", kept.percent());
    rows.add(
        List.of(
            name + " (" + visits.size() + " visits, " + wrong + " put right)",
            one(neutral.percent()),
            one(neutralAsLabelled.percent()),
            one(turns.percent()),
            one(found.percent()),
            one(kept.percent())));
  }

  void finish() {
    report.table(
        new Table(
            "Speakers without a model (ACI-BENCH)",
            "In %. Neutral: labels are SPEAKER 1, 2, …, in the order of speaking; a visit "
                + "is right when every turn of clinician and patient is. None: no labels, turns "
                + "as they are; share of turns. Some visits have their labels exchanged in the "
                + "data itself (exchanged-labels.tsv, found by reading): they are put right "
                + "first; \"as labelled\" counts them as wrong, whatever was said. Companions' "
                + "turns are not counted.",
            List.of(
                "Split",
                "visits right, neutral labels",
                "the same, as labelled",
                "turns right, no labels",
                "exchanged labels found",
                "right labels left alone"),
            rows));
  }

  private static boolean same(Transcript truth, Transcript found) {
    Share turns = agreeing(truth, found);
    return turns.part() == turns.whole();
  }

  private static Share agreeing(Transcript truth, Transcript found) {
    Share turns = Share.NONE;
    for (int i = 0; i < truth.utterances().size(); i++) {
      Role role = truth.utterances().get(i).speaker().role();
      if (role == Role.CLINICIAN || role == Role.PATIENT) {
        turns = turns.plus(found.utterances().get(i).speaker().role() == role);
      }
    }
    return turns;
  }

  private static Transcript neutral(Transcript transcript) {
    Map<Speaker, Speaker> names = new LinkedHashMap<>();
    return mapped(
        transcript,
        speaker ->
            names.computeIfAbsent(
                speaker, s -> new Speaker("SPEAKER " + (names.size() + 1), Role.UNKNOWN)));
  }

  private static Transcript unlabelled(Transcript transcript) {
    return mapped(transcript, speaker -> Speaker.UNKNOWN);
  }

  private static Transcript exchanged(Transcript transcript) {
    return mapped(
        transcript,
        speaker ->
            switch (speaker.role()) {
              case CLINICIAN -> new Speaker("patient", Role.PATIENT);
              case PATIENT -> new Speaker("doctor", Role.CLINICIAN);
              case OTHER, UNKNOWN -> speaker;
            });
  }

  private static Transcript mapped(Transcript transcript, UnaryOperator<Speaker> change) {
    List<Utterance> utterances =
        transcript.utterances().stream()
            .map(u -> u.withSpeaker(change.apply(u.speaker())))
            .toList();
    return transcript.withUtterances(utterances);
  }
}
