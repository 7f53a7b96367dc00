package io.github.ambientgpt.bench;

import io.github.ambientgpt.core.check.Checker;
import io.github.ambientgpt.core.error.AmbientGptException;
import io.github.ambientgpt.core.format.NoteFormat;
import io.github.ambientgpt.core.format.NoteReader;
import io.github.ambientgpt.core.format.TranscriptFormat;
import io.github.ambientgpt.core.format.TranscriptReader;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.template.Templates;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.suggestion.Suggester;
import io.github.ambientgpt.suggestion.Suggestion;
import io.github.ambientgpt.suggestion.SuggestionFormat;
import io.github.ambientgpt.suggestion.VisitDetails;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small visit from the field with what must and must not come out of it.
 *
 * @param run what is tried: note, suggest, export, check or refuse
 * @param name of the file, whose ending may matter
 * @param has regular expressions over what comes out, case ignored
 * @param claims statements of which it is known whether they are true, for check
 */
record FieldCase(
    String id,
    String kind,
    String run,
    String name,
    String said,
    List<Pattern> has,
    List<Pattern> hasNot,
    Map<String, Boolean> claims) {
  private static final Pattern EVIDENCE = Pattern.compile(" ?\\[[uU][0-9u, ]+]|\\*\\*");

  /** All of field-cases.json. */
  static List<FieldCase> all() throws IOException {
    return read("field-cases.json");
  }

  /**
   * @param resource beside this class
   */
  static List<FieldCase> read(String resource) throws IOException {
    List<FieldCase> cases = new ArrayList<>();
    try (InputStream in = FieldCase.class.getResourceAsStream(resource)) {
      for (JsonNode node : new JsonMapper().readTree(in)) {
        cases.add(
            new FieldCase(
                node.path("id").asString(),
                node.path("kind").asString(),
                node.path("run").asString(),
                node.path("name").asString(),
                node.path("said").asString(),
                patterns(node.path("has")),
                patterns(node.path("hasnot")),
                node.path("claims")
                    .valueStream()
                    .collect(
                        Collectors.toMap(
                            claim -> claim.get(0).asString(), claim -> claim.get(1).asBoolean()))));
      }
    }
    return cases;
  }

  private static List<Pattern> patterns(JsonNode node) {
    return node.valueStream()
        .map(JsonNode::asString)
        .map(text -> Pattern.compile(text, Pattern.CASE_INSENSITIVE))
        .toList();
  }

  /** What is not as it must be, in words; none when the case holds. */
  List<String> faults() {
    try {
      Transcript transcript = TranscriptReader.parse(said, name);
      return switch (run) {
        case "check" -> checked(transcript);
        case "note" -> found(NoteFormat.MARKDOWN.write(note(transcript)));
        case "refuse" -> {
          note(transcript);
          yield List.of("not refused");
        }
        case "export" -> found(TranscriptFormat.TEXT.write(transcript));
        case "suggest" ->
            found(
                SuggestionFormat.TEXT.write(
                    Suggester.builtin()
                        .suggest(
                            transcript,
                            Optional.empty(),
                            VisitDetails.UNKNOWN,
                            EnumSet.allOf(Suggestion.Kind.class),
                            Monitor.NONE)));
        default -> throw new IllegalStateException(id + " runs what nobody knows: " + run);
      };
    } catch (AmbientGptException e) {
      return run.equals("refuse") ? found(e.getMessage()) : List.of("refused: " + e.getMessage());
    }
  }

  private static Note note(Transcript transcript) {
    return NotePipeline.builtin()
        .write(transcript, Templates.builtin().get(AciMeasure.SOAP), Monitor.NONE);
  }

  private List<String> checked(Transcript transcript) {
    String claimed =
        claims.keySet().stream().map("- %s\n"::formatted).collect(Collectors.joining());
    Note note = new Checker().check(NoteReader.parse(claimed, id), transcript);
    Map<String, Support> found =
        note.statements()
            .collect(
                Collectors.toMap(
                    statement -> key(statement.text()), statement -> statement.support()));
    Function<Map.Entry<String, Boolean>, String> verdict =
        claim ->
            "%s, but %s: %s"
                .formatted(claim.getValue(), found.get(key(claim.getKey())), claim.getKey());
    return claims.entrySet().stream()
        .filter(claim -> !isRight(found.get(key(claim.getKey())), claim.getValue()))
        .map(verdict)
        .toList();
  }

  private static boolean isRight(Support support, boolean isTrue) {
    return support != null && (isTrue ? support == Support.SUPPORTED : Flagged.is(support));
  }

  private static String key(String statement) {
    return statement.strip().replaceFirst("\\.$", "").toLowerCase(java.util.Locale.ROOT);
  }

  private List<String> found(String written) {
    String text = EVIDENCE.matcher(written.replaceAll("\\s+", " ")).replaceAll("");
    List<String> faults = new ArrayList<>();
    has.stream().filter(p -> !p.matcher(text).find()).forEach(p -> faults.add("lacks " + p));
    hasNot.stream().filter(p -> p.matcher(text).find()).forEach(p -> faults.add("has " + p));
    return faults;
  }
}
