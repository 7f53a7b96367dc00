package io.github.ambientgpt.bench;

import static io.github.ambientgpt.bench.Report.one;
import static io.github.ambientgpt.bench.Report.two;

import io.github.ambientgpt.bench.Report.Table;
import io.github.ambientgpt.core.note.Content;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.TemplateSection;
import io.github.ambientgpt.core.template.Templates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Single sections of MTS-Dialog's validation split. */
final class MtsMeasure {
  private static final Map<String, List<Content>> CONTENTS = new HashMap<>();

  static {
    io.github.ambientgpt.core.english.Table.read(
        MtsMeasure.class,
        "mts-headers.tsv",
        row ->
            CONTENTS.put(
                row.get(0),
                io.github.ambientgpt.core.english.Table.alternatives(row.get(1)).stream()
                    .map(Content::valueOf)
                    .toList()));
  }

  private final Report report;
  private final Template template = Templates.builtin().get(AciMeasure.FULL);
  private final List<Rouge> sections = new ArrayList<>();
  private final List<Rouge> notes = new ArrayList<>();
  private final List<Rouge> floors = new ArrayList<>();
  private Share supported = Share.NONE;
  private Share filed = Share.NONE;
  private Share written = Share.NONE;

  MtsMeasure(Report report) {
    this.report = report;
  }

  /** The notes, for other measures. */
  List<Note> measure(List<Snippet> snippets, Author author) {
    List<Note> composed = new ArrayList<>();
    for (Snippet snippet : snippets) {
      Optional<Note> note = author.note(snippet.transcript(), template.name());
      written = written.plus(note.isPresent());
      note.ifPresent(composed::add);
      add(snippet, note);
    }
    table(snippets.size());
    return composed;
  }

  private void add(Snippet snippet, Optional<Note> note) {
    String said =
        String.join("\n", snippet.transcript().utterances().stream().map(u -> u.text()).toList());
    String whole = note.map(n -> statements(n.sections())).orElse("");
    String section = note.map(n -> statements(wanted(n, snippet.header()))).orElse("");
    floors.add(Rouge.of(said, snippet.reference()));
    notes.add(Rouge.of(whole, snippet.reference()));
    sections.add(Rouge.of(section, snippet.reference()));
    filed = filed.plus(!section.isEmpty());
    if (note.isPresent()) {
      int all = (int) note.get().statements().count();
      int good =
          (int) note.get().statements().filter(s -> s.support() == Support.SUPPORTED).count();
      supported = supported.plus(new Share(good, all));
    }
  }

  /** The sections where the template has what the header stands for. */
  List<Section> wanted(Note note, String header) {
    Set<String> titles =
        CONTENTS.getOrDefault(header, List.of()).stream()
            .flatMap(content -> template.sectionFor(content).stream())
            .map(TemplateSection::title)
            .collect(Collectors.toSet());
    return note.sections().stream().filter(s -> titles.contains(s.title())).toList();
  }

  static String statements(List<Section> sections) {
    return sections.stream()
        .flatMap(section -> section.statements().stream())
        .map(statement -> statement.text() + "\n")
        .collect(Collectors.joining());
  }

  private void table(int count) {
    report.figure("mts.supported", supported.percent());
    report.figure("mts.filed", filed.percent());
    report.table(
        new Table(
            "Sections of " + count + " short dialogues (MTS-Dialog valid)",
            "Written with "
                + AciMeasure.FULL
                + "; statements without headings against the reference section. \"The "
                + "section\": only what stands where the reference's header says "
                + "(mts-headers.tsv), filled in "
                + one(filed.percent())
                + " % of them; \"the note\": all of it. A note was written of "
                + one(written.percent())
                + " %, and "
                + one(supported.percent())
                + " % of "
                + supported.whole()
                + " statements are supported.",
            List.of("Text", "ROUGE-1", "ROUGE-2", "ROUGE-Lsum"),
            List.of(
                row("The whole dialogue", "dialogue", floors),
                row("The section", "section", sections),
                row("The note", "note", notes))));
  }

  private List<String> row(String name, String id, List<Rouge> scores) {
    Rouge mean = Rouge.mean(scores);
    report.figure("mts." + id + ".rouge1", mean.one());
    report.figure("mts." + id + ".rouge2", mean.two());
    report.figure("mts." + id + ".rougeLsum", mean.lsum());
    return List.of(name, two(mean.one()), two(mean.two()), two(mean.lsum()));
  }
}
