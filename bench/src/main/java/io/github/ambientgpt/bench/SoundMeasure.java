package io.github.ambientgpt.bench;

import static io.github.ambientgpt.bench.Report.one;

import io.github.ambientgpt.bench.Facts.Sort;
import io.github.ambientgpt.bench.Report.Table;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.speech.WordErrors;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * From sound to note: of the statements of the note that is written from the true words, how many
 * come back in the note from what was heard of them, in mono, nobody named.
 *
 * <p>A statement comes back when a statement of the other note has most of its words and the very
 * same facts: quantities, drugs, findings, denials.
 */
final class SoundMeasure {
  /** ROUGE-1 of two statements that say the same. */
  private static final double SAME = 60;

  private final Report report;

  SoundMeasure(Report report) {
    this.report = report;
  }

  void measure(Path model, Author author, List<String> examples) {
    Share all = Share.NONE;
    List<List<String>> rows = new ArrayList<>();
    Settings settings = Settings.of(Settings.MODEL, model.toString());
    try (SpeechRecognizer recognizer = Providers.recognizers().create("whisper", settings)) {
      for (SaidVisit visit : SaidVisit.all()) {
        Transcript heard =
            recognizer.transcribe(
                AudioStream.of(visit.samples()), RecognitionOptions.DEFAULT, Monitor.NONE);
        List<String> fromWords = statements(author.note(visit.transcript(), AciMeasure.SOAP));
        List<String> fromSound = statements(author.note(heard, AciMeasure.SOAP));
        List<String> lost =
            fromWords.stream()
                .filter(said -> fromSound.stream().noneMatch(other -> isSame(said, other)))
                .toList();
        lost.forEach(statement -> examples.add(visit.id() + " lost in sound: " + statement));
        Share back = new Share(fromWords.size() - lost.size(), fromWords.size());
        all = all.plus(back);
        rows.add(row(visit.id(), back, WordErrors.between(visit.text(), text(heard))));
      }
    }
    report.figure("sound.back", all.percent());
    report.table(
        new Table(
            "From sound to note",
            "Statements of the note from the true words that the note from the sound has, too, with "
                + "the same facts. Two synthetic voices in one channel, model tiny.en.",
            List.of("Visit", "word errors, %", "statements", "come back, %"),
            rows));
  }

  private static List<String> row(String visit, Share back, WordErrors errors) {
    return List.of(
        visit, one(errors.percent()), Integer.toString(back.whole()), one(back.percent()));
  }

  private static List<String> statements(Optional<Note> note) {
    return note.stream().flatMap(Note::statements).map(Statement::text).toList();
  }

  private static String text(Transcript heard) {
    return heard.utterances().stream().map(Utterance::text).collect(Collectors.joining(" "));
  }

  private static boolean isSame(String said, String other) {
    Facts one = Facts.of(said);
    Facts two = Facts.of(other);
    for (Sort sort : Sort.values()) {
      if (!one.of(sort).equals(two.of(sort))) {
        return false;
      }
    }
    return Rouge.of(other, said).one() >= SAME;
  }
}
