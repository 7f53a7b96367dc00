package io.github.ambientgpt.bench;

import io.github.ambientgpt.core.compose.ComposeStage;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A visit and the note that was written of it. */
record Composed(Visit visit, Note note, double millis) {
  /** One note of each visit; a visit of which none could be written has none here. */
  static List<Composed> of(List<Visit> visits, String template, Author author) {
    List<Composed> composed = new ArrayList<>();
    for (Visit visit : visits) {
      long begin = System.nanoTime();
      Optional<Note> note = author.note(visit.transcript(), template);
      double millis = (System.nanoTime() - begin) / 1e6;
      note.ifPresent(n -> composed.add(new Composed(visit, n, millis)));
    }
    return composed;
  }

  /** The same visit with what the built-in composer drafted for it. */
  Composed drafted() {
    return new Composed(visit, Author.draft(visit.transcript(), note.template()), millis);
  }

  /** What the built-in composer had drafted and the checker could not find again. */
  Share leftOut() {
    if (!note.generation().model().equals(ComposeStage.WRITER)) {
      return Share.NONE;
    }
    int drafted = (int) drafted().note().statements().count();
    return new Share(drafted - (int) note.statements().count(), drafted);
  }

  String text() {
    return NoteText.of(note);
  }

  Rouge rouge() {
    return Rouge.of(text(), visit.reference());
  }

  Share supported() {
    int all = (int) note.statements().count();
    int supported = (int) note.statements().filter(s -> s.support() == Support.SUPPORTED).count();
    return new Share(supported, all);
  }
}
