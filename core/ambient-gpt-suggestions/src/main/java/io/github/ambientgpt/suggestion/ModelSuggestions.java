package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.check.Checker;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.suggestion.ModelQuestion.Answer;
import io.github.ambientgpt.suggestion.Suggestion.Ground;
import io.github.ambientgpt.suggestion.Suggestion.Kind;
import io.github.ambientgpt.suggestion.Suggestion.Source;
import io.github.ambientgpt.suggestion.Suggestion.Standing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a language model suggests, after everything that can be checked has been: codes against the
 * official table, titles against the model's words, words against the transcript.
 */
final class ModelSuggestions {
  /** As many alternative diagnoses are asked for. */
  private static final int ALTERNATIVES = 4;

  /** A title that has less than this of the model's words does not fit them. */
  private static final double FITS = 0.5;

  private static final Pattern CPT = Pattern.compile("\\d{4}[0-9A-Z]");
  private static final Pattern SNOMED = Pattern.compile("[1-9]\\d{5,17}");
  private static final String NUMBER_ONLY =
      "A number only, not checked: its code system is licensed, and no file of codes was given.";

  private final LanguageModel model;
  private final Source source;
  private final CodeList codes;
  private final Monitor monitor;
  private final Transcript transcript;
  private final List<String> dropped = new ArrayList<>();

  ModelSuggestions(LanguageModel model, CodeList codes, Visit visit, Monitor monitor) {
    this.model = model;
    this.source = new Source(Source.By.MODEL, model.name());
    this.codes = codes;
    this.transcript = visit.transcript();
    this.monitor = monitor;
  }

  /** The same with the model's behind those of their kind. */
  Suggestions added(Suggestions found, Set<Kind> kinds) {
    if (kinds.stream().noneMatch(ModelQuestion::asks)) {
      return found;
    }
    List<Answer> answers = new ModelQuestion(model, kinds).answers(transcript, monitor);
    List<Suggestion> all = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<Suggestion> ofKind = new ArrayList<>(found.of(kind));
      answers.stream()
          .filter(answer -> answer.kind() == kind && kinds.contains(kind))
          .forEach(answer -> suggestion(answer).ifPresent(other -> add(other, ofKind)));
      all.addAll(ofKind);
    }
    List<String> remarks = new ArrayList<>(found.remarks());
    if (!dropped.isEmpty()) {
      remarks.add(
          "Dropped, because there are no such codes: %s (from %s)."
              .formatted(String.join(", ", new LinkedHashSet<>(dropped)), model.name()));
    }
    long alternatives = all.stream().filter(s -> s.kind() == Kind.ALTERNATIVE).count();
    if (kinds.contains(Kind.ALTERNATIVE) && alternatives < ALTERNATIVES) {
      remarks.add(
          "%s gave %d alternative diagnoses where %d were asked for."
              .formatted(model.name(), alternatives, ALTERNATIVES));
    }
    return new Suggestions(all, remarks, Generation.of(model.name()));
  }

  /** What is there already is only said to have been suggested twice. */
  private void add(Suggestion other, List<Suggestion> ofKind) {
    for (int i = 0; i < ofKind.size(); i++) {
      Suggestion there = ofKind.get(i);
      boolean same =
          there.code().equals(other.code())
              && (!there.code().isEmpty() || there.text().equalsIgnoreCase(other.text()));
      if (same) {
        if (!there.source().equals(source)) {
          ofKind.set(i, with(there, "Also suggested by " + model.name() + "."));
        }
        return;
      }
    }
    ofKind.add(other);
  }

  private static Suggestion with(Suggestion suggestion, String remark) {
    List<String> remarks = new ArrayList<>(suggestion.remarks());
    remarks.add(remark);
    return new Suggestion(
        suggestion.kind(),
        suggestion.code(),
        suggestion.text(),
        suggestion.standing(),
        suggestion.source(),
        suggestion.grounds(),
        remarks);
  }

  private Optional<Suggestion> suggestion(Answer answer) {
    return switch (answer.kind()) {
      case ICD_10_CM, COMORBIDITY, SOCIAL -> official(answer);
      case CPT -> licensed(answer, CPT.matcher(answer.code()).matches());
      case SNOMED ->
          licensed(
              answer, SNOMED.matcher(answer.code()).matches() && CheckDigit.isRight(answer.code()));
      case ALTERNATIVE -> alternative(answer);
      case VISIT_LEVEL, PAYER -> Optional.empty();
    };
  }

  // -- codes of the official table

  private Optional<Suggestion> official(Answer answer) {
    Optional<IcdCode> found = Icd10Cm.official().code(answer.code());
    boolean placed = answer.kind() != Kind.SOCIAL || found.filter(SocialFactors::is).isPresent();
    if (found.isEmpty() || !placed) {
      drop(answer.code());
      return Optional.empty();
    }
    IcdCode code = found.get();
    List<String> remarks = DiagnosisCodes.remarks(code);
    boolean fits = fits(answer.text(), code);
    if (!fits) {
      remarks.add("The official title does not fit the model's own words for it.");
    }
    String words = answer.text().isBlank() ? code.title() : answer.text();
    Statement checked = checked(words, hints(answer));
    boolean supported = checked.support() == Support.SUPPORTED;
    if (!supported) {
      remarks.add(unsupported(checked));
    }
    return Optional.of(
        new Suggestion(
            answer.kind(),
            code.code(),
            code.title(),
            fits && supported ? Standing.CHECKED : Standing.DOUBTFUL,
            source,
            List.of(new Ground("The model's words: " + words, checked.evidence())),
            remarks));
  }

  private static boolean fits(String words, IcdCode code) {
    Icd10Cm table = Icd10Cm.official();
    return words.isBlank()
        || table.overlap(words, code) >= FITS
        || table.find(words, true, 5).stream()
            .anyMatch(match -> match.code().category().equals(code.category()));
  }

  private static String unsupported(Statement checked) {
    String why = checked.reasons().stream().map(Reason::message).collect(Collectors.joining(" "));
    return why.isBlank() ? "The transcript does not say this." : "The transcript: " + why;
  }

  // -- codes of licensed systems

  private Optional<Suggestion> licensed(Answer answer, boolean wellFormed) {
    if (!wellFormed) {
      drop(answer.code());
      return Optional.empty();
    }
    Optional<String> term = codes.term(answer.code());
    Standing standing = Standing.UNCHECKED;
    String remark = NUMBER_ONLY;
    if (!codes.isEmpty()) {
      standing = term.isPresent() ? Standing.CHECKED : Standing.DOUBTFUL;
      remark =
          term.isPresent()
              ? "In your file of codes; whether it fits the visit is not checked."
              : "Not in your file of codes.";
    }
    // the model's words for it may be the licensed ones: they are left out
    return Optional.of(
        new Suggestion(
            answer.kind(),
            answer.code(),
            term.orElse(""),
            standing,
            source,
            List.of(new Ground("Named by the model", hints(answer))),
            List.of(remark)));
  }

  // -- diagnoses that nobody named

  private Optional<Suggestion> alternative(Answer answer) {
    if (answer.text().isBlank()) {
      return Optional.empty();
    }
    List<Evidence> evidence = hints(answer);
    List<String> remarks = new ArrayList<>();
    remarks.add("The model's own idea: nothing here can check whether it fits.");
    if (evidence.isEmpty()) {
      remarks.add("It names no words of the visit that speak for it.");
    }
    return Optional.of(
        new Suggestion(
            Kind.ALTERNATIVE,
            "",
            answer.text(),
            evidence.isEmpty() ? Standing.DOUBTFUL : Standing.UNCHECKED,
            source,
            List.of(new Ground("Named by the model", evidence)),
            remarks));
  }

  // -- what was said

  private Statement checked(String words, List<Evidence> hints) {
    Section section = new Section("Suggestion", List.of(Statement.unchecked("", words, hints)));
    Note note = Note.draft("", List.of(section), Generation.of(model.name()));
    return new Checker().check(note, transcript, monitor).statements().findFirst().orElseThrow();
  }

  /** The utterances that the model names and that there are. */
  private List<Evidence> hints(Answer answer) {
    return answer.evidence().stream()
        .map(id -> transcript.utterance(id.strip()))
        .flatMap(Optional::stream)
        .map(utterance -> new Evidence(utterance.id(), 0, utterance.text().length()))
        .distinct()
        .toList();
  }

  /** A code is short; anything longer is not repeated. */
  private void drop(String code) {
    String plain = code.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z.]", "");
    dropped.add(plain.isEmpty() || plain.length() > 18 ? "something that is no code" : plain);
  }
}
