package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.note.NoteContent.NoteSection;
import io.github.ambientgpt.api.note.NoteContent.NoteStatement;
import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.core.note.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a person does to the statements of a note. Each gives another content; nothing is checked
 * yet.
 */
final class NoteEdits {
  private NoteEdits() {}

  /**
   * @param after the statement that it is to follow; absent to stand last in the section
   */
  static NoteContent add(
      NoteContent content, String section, String topic, String text, @Nullable String after) {
    NoteContent.Ids ids = new NoteContent.Ids(content.lastId());
    NoteStatement added =
        NoteStatement.of(ids.next(), Statement.unchecked(topic, text, List.of()), false);
    return place(content, added, section, after).numberedTo(ids.last());
  }

  static NoteContent change(
      NoteContent content,
      String id,
      @Nullable String topic,
      @Nullable String text,
      @Nullable Boolean settled) {
    return replace(
        content,
        id,
        old -> {
          NoteStatement changed =
              old.withText(topic == null ? old.topic() : topic, text == null ? old.text() : text);
          return List.of(settled == null ? changed : changed.withSettled(settled));
        });
  }

  static NoteContent remove(NoteContent content, String id) {
    return replace(content, id, old -> List.of());
  }

  /**
   * @param at the index of the first character of the second half
   */
  static NoteContent split(NoteContent content, String id, int at) {
    NoteContent.Ids ids = new NoteContent.Ids(content.lastId());
    String text = require(content, id).text();
    String first = at <= 0 || at >= text.length() ? "" : text.substring(0, at).strip();
    String second = first.isEmpty() ? "" : text.substring(at).strip();
    if (first.isEmpty() || second.isEmpty()) {
      throw ApiException.field("at", "it has to leave words on both sides");
    }
    return replace(
            content,
            id,
            old ->
                List.of(
                    old.withText(old.topic(), first),
                    NoteStatement.of(
                        ids.next(),
                        Statement.unchecked(old.topic(), second, old.evidence()),
                        false)))
        .numberedTo(ids.last());
  }

  /** One statement of two; the one that follows goes. */
  static NoteContent join(NoteContent content, String id, String with) {
    NoteStatement first = require(content, id);
    NoteStatement second = require(content, with);
    if (id.equals(with)) {
      throw ApiException.field("with", "it has to be another statement");
    }
    String text = first.text().strip() + " " + second.text().strip();
    return replace(
        replace(content, with, old -> List.of()),
        id,
        old -> List.of(old.withText(old.topic(), text)));
  }

  static NoteContent move(NoteContent content, String id, String section, @Nullable String after) {
    NoteStatement moved = require(content, id);
    if (id.equals(after)) {
      throw ApiException.field("after", "it has to be another statement");
    }
    return place(replace(content, id, old -> List.of()), moved, section, after);
  }

  static NoteStatement require(NoteContent content, String id) {
    return content.statement(id).orElseThrow(() -> ApiException.notFound("statement"));
  }

  private static NoteContent replace(
      NoteContent content, String id, Function<NoteStatement, List<NoteStatement>> change) {
    require(content, id);
    return content.mapSections(
        section ->
            new NoteSection(
                section.title(),
                section.statements().stream()
                    .flatMap(
                        old -> (old.id().equals(id) ? change.apply(old) : List.of(old)).stream())
                    .toList()));
  }

  private static NoteContent place(
      NoteContent content, NoteStatement placed, String title, @Nullable String after) {
    if (content.section(title).isEmpty()) {
      if (after != null) {
        throw ApiException.field("after", "there is no such statement in this section");
      }
      List<NoteSection> sections = new ArrayList<>(content.sections());
      sections.add(new NoteSection(title.strip(), List.of(placed)));
      return content.with(sections, content.lastId());
    }
    return content.mapSections(
        section ->
            section.title().equalsIgnoreCase(title.strip())
                ? new NoteSection(section.title(), placed(section.statements(), placed, after))
                : section);
  }

  private static List<NoteStatement> placed(
      List<NoteStatement> statements, NoteStatement placed, @Nullable String after) {
    List<NoteStatement> others = new ArrayList<>(statements);
    if (after == null) {
      others.add(placed);
    } else if (after.isEmpty()) {
      others.add(0, placed);
    } else {
      int index = others.stream().map(NoteStatement::id).toList().indexOf(after);
      if (index < 0) {
        throw ApiException.field("after", "there is no such statement in this section");
      }
      others.add(index + 1, placed);
    }
    return others;
  }
}
