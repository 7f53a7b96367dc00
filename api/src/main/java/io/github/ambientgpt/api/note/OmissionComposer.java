package io.github.ambientgpt.api.note;

import io.github.ambientgpt.core.check.Checker;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.NoteLength;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.speaker.SpeakerRoles;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Composes what a note could say of one turn. */
@Component
class OmissionComposer {
  /** An answer is not understood without its question. */
  private static final int BEFORE = 2;

  private final Checker checker;

  OmissionComposer(Checker checker) {
    this.checker = checker;
  }

  /**
   * @return its statements rest on this turn, and are checked against the whole visit
   */
  Note compose(Transcript transcript, String utterance, Template template) {
    Transcript known = SpeakerRoles.assigned(transcript);
    List<Section> sections = composed(part(known, utterance), utterance, template);
    if (sections.isEmpty()) {
      sections = List.of(quoted(known.utterance(utterance).orElseThrow(), template));
    }
    return checker.check(Note.draft(template.name(), sections, Generation.GIVEN), transcript);
  }

  private static Transcript part(Transcript transcript, String utterance) {
    List<Utterance> all = transcript.utterances();
    int index = all.stream().map(Utterance::id).toList().indexOf(utterance);
    return transcript.withUtterances(all.subList(Math.max(0, index - BEFORE), index + 1));
  }

  private static List<Section> composed(Transcript part, String utterance, Template template) {
    try {
      List<Section> sections = new ArrayList<>();
      NotePipeline pipeline = NotePipeline.builtin().withLength(NoteLength.FULL);
      for (Section section : pipeline.write(part, template, Monitor.NONE).sections()) {
        List<Statement> resting =
            section.statements().stream()
                .filter(statement -> statement.utterances().contains(utterance))
                .toList();
        if (!resting.isEmpty()) {
          sections.add(section.withStatements(resting));
        }
      }
      return sections;
    } catch (InvalidInputException e) {
      return List.of(); // the composer makes nothing of it
    }
  }

  /** The words themselves, for the person to put right. */
  private static Section quoted(Utterance utterance, Template template) {
    Evidence all = new Evidence(utterance.id(), 0, utterance.text().length());
    return new Section(
        template.sections().get(0).title(),
        List.of(Statement.unchecked("", utterance.text(), List.of(all))));
  }
}
