package io.github.ambientgpt.bench;

import static io.github.ambientgpt.bench.Report.two;

import io.github.ambientgpt.bench.Corpus.MissingDataException;
import io.github.ambientgpt.bench.Corpus.Split;
import io.github.ambientgpt.bench.Report.Table;
import io.github.ambientgpt.core.error.AmbientGptException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures the notes of the built-in composer, or of a language model. What it could not do, or a
 * gate that is missed, leaves a file behind at which the build fails with a sentence. {@code
 * docs/quality.md} says what is measured and how.
 */
public final class Bench {
  private final Path root;
  private final Corpus corpus;
  private final Path reports;
  private final int limit;

  /** For whoever builds the checker or listens: those figures alone, in minutes, without gates. */
  private final Optional<String> only = property("bench.only");

  private final Report report = new Report();
  private final List<String> examples = new ArrayList<>();

  private Bench(Path root, Corpus corpus, int limit) {
    this.root = root;
    this.corpus = corpus;
    this.reports = root.resolve("target/reports");
    this.limit = limit;
  }

  /** Reads the system properties {@code bench.*} that {@code bench/pom.xml} lists. */
  public static void main(String[] args) throws IOException, RunnerException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path root = Path.of(System.getProperty("project.root", "."));
    Path data = property("bench.data").map(Path::of).orElse(root.resolve("../shared/data"));
    Path marker = Path.of(property("bench.missed").orElse(root + "/target/bench-missed"));
    Files.createDirectories(marker.toAbsolutePath().getParent());
    // Stands until all is well, so that a run that breaks off is no success.
    Files.writeString(marker, "");
    try {
      Bench bench = new Bench(root, new Corpus(data), limit());
      if (bench.run(out)) {
        Files.delete(marker);
      }
    } catch (MissingDataException | AmbientGptException e) {
      out.println(e.getMessage());
    }
  }

  private static int limit() {
    String limit = property("bench.limit").orElse("" + Integer.MAX_VALUE);
    if (!limit.matches("[1-9]\\d{0,9}")) {
      throw new InvalidInputException("bench.limit is a number of visits, not '" + limit + "'.");
    }
    return (int) Math.min(Integer.MAX_VALUE, Long.parseLong(limit));
  }

  private boolean run(PrintStream out) throws IOException, RunnerException {
    Optional<String> id = property("bench.llm");
    if (id.isEmpty()) {
      measure(Author.builtin());
      return finish(Author.builtin(), out);
    }
    Settings settings =
        Settings.NONE
            .with(Settings.MODEL, property("bench.llm-model").orElse(null))
            .with(Settings.URL, property("bench.llm-url").orElse(null))
            .with(Settings.KEY, System.getenv("BENCH_LLM_KEY"));
    try (LanguageModel model = Providers.languageModels().create(id.get(), settings)) {
      Author author = Author.of(model);
      measure(author);
      return finish(author, out);
    }
  }

  private void measure(Author author) throws IOException, RunnerException {
    if (author.isBuiltin() && !only.equals(Optional.of("speech"))) {
      checker();
    }
    if (author.isBuiltin() && !only.equals(Optional.of("checker"))) {
      speech(author);
    }
    if (only.isPresent()) {
      return;
    }
    List<Visit> train = corpus.visits(Split.TRAIN);
    List<Visit> valid = corpus.visits(Split.VALID).stream().limit(limit).toList();
    List<Snippet> snippets = corpus.snippets(Split.VALID).stream().limit(limit).toList();

    // Also warms the composer up, before anything is timed.
    List<Composed> training =
        author.isBuiltin() ? Composed.of(train, AciMeasure.SOAP, author) : List.of();
    List<Composed> soap = Composed.of(valid, AciMeasure.SOAP, author);
    List<Composed> full = Composed.of(valid, AciMeasure.FULL, author);
    new AciMeasure(report, valid).measure(soap, full);
    new WorthMeasure(report).measure("valid", full);
    Stream.of("before", "after", "later").map(NoteLabels::new).forEach(read -> read.report(report));
    List<Note> sections = new MtsMeasure(report).measure(snippets, author);

    LintMeasure lint = new LintMeasure(report);
    lint.add("ACI-BENCH valid, SOAP", notes(soap));
    lint.add("ACI-BENCH valid, History and Physical", notes(full));
    lint.add("MTS-Dialog valid", sections);
    if (author.isBuiltin()) {
      lint.add("ACI-BENCH train, SOAP", notes(training));
    }
    lint.finish();

    if (author.isBuiltin()) {
      speakers(train, valid);
      new BoundaryMeasure(report).measure(train);
      new CodeMeasure(report).measure();
      List<String> heard =
          train.stream().map(visit -> SpeechErrorMeasure.text(visit.transcript())).toList();
      new SpeechErrorMeasure(report).measure(valid, heard, author);
      new CostMeasure(report).measure(train, author);
      new SpeedMeasure(report).measure(corpus.folder());
      collect(training);
    }
  }

  private void speech(Author author) throws IOException {
    Optional<Path> model = SpeechModel.find();
    if (model.isEmpty()) {
      report.leaveOut("transcribe.");
      report.leaveOut("sound.");
      report.table(new Table("Real speech", SpeechModel.MISSING, List.of(""), List.of()));
      return;
    }
    new SoundMeasure(report).measure(model.get(), author, examples);
    new TranscribeMeasure(report).measure(model.get());
  }

  private void checker() throws IOException {
    List<WrittenNote> models = corpus.modelNotes();
    Map<String, List<WrittenNote>> people = new LinkedHashMap<>();
    for (Split split : Split.values()) {
      people.put("" + split, corpus.visits(split).stream().map(WrittenNote::reference).toList());
    }
    CheckerMeasure measure = new CheckerMeasure(report);
    new JudgementMeasure(report, examples).measure(models);
    measure.people(people);
    new HandWrittenMeasure(report, examples).measure();
    new ReaderMeasure(report, examples)
        .measure(people.values().stream().flatMap(List::stream).toList());
    new SummaryMeasure(report).measure(corpus.judgedSummaries());
    List<WrittenNote> written = people.values().stream().flatMap(List::stream).toList();
    measure.measure(heldOut(written), heldOut(models));
    if (property("bench.examples").isPresent()) {
      CheckerTrial trial = new CheckerTrial();
      Stream.concat(written.stream(), models.stream())
          .filter(note -> !HeldOut.is(note.visit()))
          .forEach(trial::add);
      examples.addAll(trial.failures());
    }
  }

  private static List<WrittenNote> heldOut(List<WrittenNote> notes) {
    return notes.stream().filter(note -> HeldOut.is(note.visit())).toList();
  }

  private void speakers(List<Visit> train, List<Visit> valid) {
    SpeakerMeasure speakers = new SpeakerMeasure(report);
    speakers.add("valid", "", valid);
    speakers.add("train", "train.", train);
    speakers.finish();
  }

  private static List<Note> notes(List<Composed> composed) {
    return composed.stream().map(Composed::note).toList();
  }

  /** For whoever mends the composer: what breaks a rule of form. */
  private void collect(List<Composed> training) {
    for (Composed composed : training) {
      for (Lint.Hit hit : Lint.hits(composed.note())) {
        examples.add(
            composed.visit().id() + " " + hit.rule() + " [" + hit.section() + "]: " + hit.text());
      }
    }
  }

  private List<Gate> gates() {
    return Gate.all().stream().filter(gate -> !report.isLeftOut(gate.figure())).toList();
  }

  private boolean finish(Author author, PrintStream out) throws IOException {
    List<Gate> gates = author.isBuiltin() && only.isEmpty() ? gates() : List.of();
    List<List<String>> rows = new ArrayList<>();
    boolean reached = true;
    for (Gate gate : gates) {
      boolean good = gate.reached(report.figures());
      reached &= good;
      double value = report.figures().getOrDefault(gate.figure(), Double.NaN);
      rows.add(List.of(gate.meaning(), gate.wanted(), two(value), good ? "reached" : "MISSED"));
    }
    if (!gates.isEmpty()) {
      report.table(
          new Table(
              "Gates", "What the build asks for.", List.of("Figure", "wanted", "is", ""), rows));
    }
    ReportFiles.write(reports, author.name(), report, gates);
    out.println("Notes by " + author.name() + "\n");
    out.print(ReportFiles.markdown(report));
    out.println("Written to " + reports.resolve("quality.json").toAbsolutePath().normalize());
    if (property("bench.examples").isPresent()) {
      Files.write(reports.resolve("examples.txt"), examples);
    }
    if (!reached) {
      out.println("A gate is missed: see the last table.");
    }
    return reached;
  }

  /** Empty when it is not there or blank: Maven passes on what nobody set as nothing. */
  private static Optional<String> property(String name) {
    return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
  }
}
