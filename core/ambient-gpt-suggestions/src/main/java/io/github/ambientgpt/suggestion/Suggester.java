package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.check.Checker;
import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.vocabulary.SpokenEnglish;
import io.github.ambientgpt.suggestion.Suggestion.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Suggests codes, a level and a checklist for a visit: by tables and rules, and with a language
 * model where one is given. Whatever the model says is checked; what cannot be checked is marked.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class Suggester {
  /** The name of the tables and rules in a generation. */
  public static final String BUILTIN = "builtin";

  private static final Logger log = LoggerFactory.getLogger(Suggester.class);
  private static final Set<Kind> OF_MODELS = EnumSet.of(Kind.ALTERNATIVE, Kind.CPT, Kind.SNOMED);

  private final Optional<LanguageModel> model;
  private final CodeList codes;

  private Suggester(Optional<LanguageModel> model, CodeList codes) {
    this.model = model;
    this.codes = codes;
  }

  /** Needs no language model. */
  public static Suggester builtin() {
    return new Suggester(Optional.empty(), CodeList.NONE);
  }

  /**
   * @param model stays the caller's to close
   */
  public static Suggester with(LanguageModel model) {
    return new Suggester(Optional.of(Objects.requireNonNull(model, "model")), CodeList.NONE);
  }

  /**
   * @param known CPT and SNOMED codes of the user's own, to check and to name what a model suggests
   */
  public Suggester withCodes(CodeList known) {
    return new Suggester(model, Objects.requireNonNull(known, "known"));
  }

  /**
   * @param note what was noted of the visit: problems that it names and the transcript supports
   *     count as said; empty for none
   * @param kinds what is wanted
   * @throws InvalidInputException when nothing was said, or not in English
   * @throws CancelledException when the monitor says so
   */
  public Suggestions suggest(
      Transcript transcript,
      Optional<Note> note,
      VisitDetails details,
      Set<Kind> kinds,
      Monitor monitor) {
    if (transcript.isEmpty()) {
      throw new InvalidInputException(
          "No speech was recognised, so there is nothing to suggest anything from. "
              + "Check that the recording has sound, or give a transcript.");
    }
    SpokenEnglish.require(transcript, "what suggests codes");
    monitor.checkCancelled();
    Optional<Note> checked = note.map(given -> new Checker().check(given, transcript, monitor));
    Visit visit = Visit.of(transcript, checked, monitor);
    List<Problem> problems = Problems.of(visit);
    List<Suggestion> all = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (kinds.contains(kind)) {
        monitor.checkCancelled();
        all.addAll(byRule(kind, visit, problems, details));
      }
    }
    return withModel(
        new Suggestions(all, List.of(), Generation.of(BUILTIN)), visit, kinds, monitor);
  }

  private static List<Suggestion> byRule(
      Kind kind, Visit visit, List<Problem> problems, VisitDetails details) {
    return switch (kind) {
      case ICD_10_CM -> DiagnosisCodes.of(problems);
      case VISIT_LEVEL -> VisitLevels.of(visit, problems, details);
      case SOCIAL -> SocialFactors.of(visit);
      case COMORBIDITY -> Comorbidities.of(problems);
      case PAYER -> DocumentationGaps.of(visit, problems, details);
      case ALTERNATIVE, CPT, SNOMED -> List.of();
    };
  }

  private Suggestions withModel(Suggestions found, Visit visit, Set<Kind> kinds, Monitor monitor) {
    List<String> remarks = new ArrayList<>();
    if (model.isEmpty()) {
      for (Kind kind : OF_MODELS) {
        if (kinds.contains(kind)) {
          remarks.add(ModelQuestion.name(kind) + " need a language model: none was given.");
        }
      }
      return new Suggestions(found.all(), remarks, found.generation());
    }
    LanguageModel asked = model.get();
    try {
      return new ModelSuggestions(asked, codes, visit, monitor).added(found, kinds);
    } catch (EngineException e) {
      log.warn("{} suggested nothing", asked.name());
      remarks.add(asked.name() + " suggested nothing: " + e.getMessage());
      return new Suggestions(
          found.all(), remarks, Generation.fallenBack(asked.name(), BUILTIN, e.getMessage()));
    }
  }
}
