package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.encounter.Encounter;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.transcript.Transcript;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A note with what a reader needs beside it: whose it is, when, and the words it rests on.
 *
 * @param id the document's own; ids within an export come from it
 * @param note what is written
 * @param transcript what its evidence points to; empty when it is not to be shown
 * @param visited the day of the visit
 * @param written when the note was written or signed, to the second
 * @param clinician whose visit it is; empty when not known
 * @param label what the clinician calls the visit; empty for none
 * @since 0.1.0
 */
public record NoteDocument(
    UUID id,
    Note note,
    Optional<Transcript> transcript,
    LocalDate visited,
    Instant written,
    String clinician,
    String label) {
  public NoteDocument {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(transcript, "transcript");
    Objects.requireNonNull(visited, "visited");
    written = written.truncatedTo(ChronoUnit.SECONDS);
    clinician = clinician.strip();
    label = label.strip();
  }

  /** A note by itself; its id comes from what stands in it and when it was written. */
  public static NoteDocument of(Note note, Instant written) {
    String content = NoteFormat.JSON.write(note) + written;
    UUID id = UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
    LocalDate day = LocalDate.ofInstant(written, ZoneOffset.UTC);
    return new NoteDocument(id, note, Optional.empty(), day, written, "", "");
  }

  /** A note of a visit, with all that is known about the visit. */
  public static NoteDocument of(Encounter encounter, Note note, Instant written) {
    return new NoteDocument(
        of(note, written).id,
        note,
        encounter.transcript(),
        encounter.date(),
        written,
        encounter.clinician(),
        encounter.label());
  }

  public NoteDocument withTranscript(Transcript other) {
    return new NoteDocument(id, note, Optional.of(other), visited, written, clinician, label);
  }

  public NoteDocument withVisited(LocalDate day) {
    return new NoteDocument(id, note, transcript, day, written, clinician, label);
  }

  /** False when nobody compared the note with what was said. */
  boolean checked() {
    return note.statements()
        .anyMatch(
            s ->
                s.support() != Support.UNSUPPORTED
                    || !s.reasons().isEmpty()
                    || !s.evidence().isEmpty());
  }

  String notice() {
    return Notice.of(note.status());
  }

  /** Whose visit, which and when, as far as is known. */
  String about() {
    return Stream.of("Visit of " + visited, clinician, label)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", ", "", "."));
  }

  String origin() {
    return Notice.origin(note.generation())
        + (checked() ? "" : " Not checked against what was said.");
  }

  boolean draft() {
    return note.status() == Note.Status.DRAFT;
  }

  String title() {
    return note.template().isBlank() ? "Note" : note.template().strip();
  }

  /** BCP 47; the note is in the language of the visit, as far as that is known. */
  String language() {
    return transcript
        .map(Transcript::language)
        .filter(language -> language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"))
        .filter(language -> !language.equals("und"))
        .orElse("en");
  }

  /** Statements of a section that follow each other under one topic. */
  record Topic(String name, List<Statement> statements) {
    static List<Topic> of(Section section) {
      List<Topic> topics = new ArrayList<>();
      List<Statement> open = new ArrayList<>();
      String name = "";
      for (Statement statement : section.statements()) {
        String next = statement.topic().strip();
        if (!next.equals(name) && !open.isEmpty()) {
          topics.add(new Topic(name, List.copyOf(open)));
          open.clear();
        }
        name = next;
        open.add(statement);
      }
      if (!open.isEmpty()) {
        topics.add(new Topic(name, List.copyOf(open)));
      }
      return topics;
    }
  }

  /** Without the label: it has no place in a log. */
  @Override
  public String toString() {
    return "NoteDocument[" + id + ", " + note.status() + "]";
  }
}
