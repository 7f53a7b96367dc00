package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.progress.Stage;
import io.github.ambientgpt.core.prompt.Line;
import io.github.ambientgpt.core.prompt.LooseJson;
import io.github.ambientgpt.core.prompt.PromptedModel;
import io.github.ambientgpt.core.prompt.Prompts;
import io.github.ambientgpt.core.prompt.Question;
import io.github.ambientgpt.core.prompt.UnusableAnswerException;
import io.github.ambientgpt.core.speaker.ClinicianLikelihood;
import io.github.ambientgpt.core.speaker.SpeakerRoles;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Finds out who is the clinician and who the patient where a transcript does not say it. A language
 * model may label the voices, or the turns where voices were not told apart; where the wording
 * plainly contradicts it, the wording stands; where it fails or says nothing, {@link SpeakerRoles}
 * does the work. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SpeakerLabeller implements Stage<Transcript, LabelledTranscript> {
  private static final Logger log = LoggerFactory.getLogger(SpeakerLabeller.class);

  /**
   * A voice's mean score from which its wording is plain; {@link ClinicianLikelihood} goes from -4
   * to 4.
   */
  private static final double PLAIN_VOICE = 0.6;

  /** The same of a single turn, which has less to go by. */
  private static final double PLAIN_TURN = 1.5;

  /** An answer is short: an id and a role for each line. */
  private static final double ANSWER_SHARE = 0.5;

  private final Optional<PromptedModel> model;

  private SpeakerLabeller(Optional<PromptedModel> model) {
    this.model = model;
  }

  public SpeakerLabeller(PromptedModel model) {
    this(Optional.of(model));
  }

  /** By wording alone. */
  public static SpeakerLabeller builtin() {
    return new SpeakerLabeller(Optional.empty());
  }

  /**
   * @param model stays the caller's to close
   */
  public static SpeakerLabeller with(LanguageModel model, Prompts prompts) {
    return new SpeakerLabeller(new PromptedModel(model, prompts));
  }

  @Override
  public String name() {
    return "speakers";
  }

  /** Whether a language model would be asked: nobody is labelled clinician or patient. */
  public boolean isNeeded(Transcript transcript) {
    return model.isPresent()
        && transcript.utterances().stream()
            .map(u -> u.speaker().role())
            .noneMatch(role -> role == Role.CLINICIAN || role == Role.PATIENT)
        && transcript.utterances().stream().anyMatch(u -> u.speaker().role() == Role.UNKNOWN);
  }

  /**
   * @throws CancelledException when the monitor says so
   */
  @Override
  public LabelledTranscript run(Transcript transcript, Monitor monitor) {
    Transcript byWording = SpeakerRoles.assigned(transcript);
    if (!isNeeded(transcript)) {
      return new LabelledTranscript(byWording, List.of(), Optional.empty());
    }
    try {
      return labelled(transcript, byWording, monitor);
    } catch (EngineException | NotReadyException e) {
      log.warn("{} labelled no speakers; their wording does", model.get().name(), e);
      return new LabelledTranscript(byWording, List.of(), Optional.of(e.getMessage()));
    }
  }

  private LabelledTranscript labelled(
      Transcript transcript, Transcript byWording, Monitor monitor) {
    Voices voices = new Voices(transcript);
    Map<String, Role> proposed = proposed(voices.lines(), monitor);
    if (!Set.copyOf(proposed.values()).containsAll(Set.of(Role.CLINICIAN, Role.PATIENT))) {
      throw EngineException.lasting(
          model.orElseThrow().name() + " did not tell a clinician from a patient.", null);
    }
    Map<String, LabelledTranscript.Overruled> overruled = new LinkedHashMap<>();
    List<Utterance> utterances = new ArrayList<>();
    for (int i = 0; i < transcript.utterances().size(); i++) {
      Utterance utterance = transcript.utterances().get(i);
      String id = voices.id(i);
      Role role = proposed.getOrDefault(id, byWording.utterances().get(i).speaker().role());
      Optional<Role> plain = voices.plainRole(id);
      boolean companion = role == Role.OTHER; // who speaks much as a patient does
      if (proposed.containsKey(id) && !companion && plain.isPresent() && plain.get() != role) {
        overruled.put(id, new LabelledTranscript.Overruled(voices.named(i), role, plain.get()));
        role = plain.get();
      }
      utterances.add(utterance.withSpeaker(new Speaker(utterance.speaker().label(), role)));
    }
    Transcript labelled = transcript.withUtterances(utterances);
    Transcript weighed =
        SpeakerRoles.assigned(labelled); // the wording of both, one against the other
    for (int i = 0; i < utterances.size(); i++) {
      Role role = utterances.get(i).speaker().role();
      Role kept = weighed.utterances().get(i).speaker().role();
      if (role != kept) {
        overruled.putIfAbsent(
            voices.id(i), new LabelledTranscript.Overruled(voices.named(i), role, kept));
      }
    }
    return new LabelledTranscript(weighed, List.copyOf(overruled.values()), Optional.empty());
  }

  /** What the model says of each id; of several pieces, what it says most often. */
  private Map<String, Role> proposed(List<Line> lines, Monitor monitor) {
    Question question = model.orElseThrow().question("speakers", Map.of(), Map.of(), ANSWER_SHARE);
    List<List<Line>> pieces = question.pieces("transcript", lines);
    Map<String, Map<Role, Integer>> votes = new HashMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      question
          .ask(question.block("transcript", pieces.get(i)), SpeakerLabeller::read, monitor)
          .forEach(
              (id, role) ->
                  votes.computeIfAbsent(id, key -> new HashMap<>()).merge(role, 1, Integer::sum));
      monitor.report(name(), (i + 1.0) / pieces.size());
    }
    Map<String, Role> proposed = new HashMap<>();
    votes.forEach(
        (id, each) ->
            each.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(most -> proposed.put(id, most.getKey())));
    proposed.keySet().retainAll(lines.stream().map(Line::head).toList());
    return proposed;
  }

  private static Map<String, Role> read(JsonNode root) throws UnusableAnswerException {
    Map<String, Role> roles = new HashMap<>();
    for (LooseJson.Item item : LooseJson.items(root, "speakers", "id")) {
      String id = LooseJson.text(item.value().path("id"));
      String role = LooseJson.text(item.value(), "role").toLowerCase(Locale.ROOT);
      role(role).ifPresent(r -> roles.put(id.isEmpty() ? item.key() : id, r));
    }
    return roles;
  }

  private static Optional<Role> role(String name) {
    return switch (name) {
      case "clinician", "doctor", "physician", "provider" -> Optional.of(Role.CLINICIAN);
      case "patient" -> Optional.of(Role.PATIENT);
      case "other", "nurse", "companion", "interpreter" -> Optional.of(Role.OTHER);
      default -> Optional.empty();
    };
  }

  /** The voices of a transcript, or its turns where there is but one voice, under short ids. */
  private static final class Voices {
    private final Transcript transcript;
    private final boolean apart;
    private final List<String> ids = new ArrayList<>();
    private final Map<String, List<Double>> scores = new HashMap<>();

    Voices(Transcript transcript) {
      this.transcript = transcript;
      Map<Speaker, String> voices = new LinkedHashMap<>();
      transcript.utterances().forEach(u -> voices.putIfAbsent(u.speaker(), ""));
      this.apart = voices.size() > 1;
      int number = 0;
      for (Speaker speaker : voices.keySet()) {
        voices.put(speaker, "v" + ++number);
      }
      for (Utterance utterance : transcript.utterances()) {
        String id = apart ? voices.get(utterance.speaker()) : "u" + (ids.size() + 1);
        ids.add(id);
        scores
            .computeIfAbsent(id, key -> new ArrayList<>())
            .add(ClinicianLikelihood.clinicianScore(utterance.text()));
      }
    }

    String id(int place) {
      return ids.get(place);
    }

    String named(int place) {
      Utterance utterance = transcript.utterances().get(place);
      return apart ? utterance.speaker().label() : utterance.id();
    }

    List<Line> lines() {
      List<Line> lines = new ArrayList<>();
      for (Utterance utterance : transcript.utterances()) {
        lines.add(new Line(ids.get(lines.size()), utterance.text()));
      }
      return lines;
    }

    /** The role that the wording leaves no doubt of. */
    Optional<Role> plainRole(String id) {
      double mean = scores.get(id).stream().mapToDouble(Double::doubleValue).average().orElse(0);
      if (Math.abs(mean) < (apart ? PLAIN_VOICE : PLAIN_TURN)) {
        return Optional.empty();
      }
      return Optional.of(mean > 0 ? Role.CLINICIAN : Role.PATIENT);
    }
  }
}
