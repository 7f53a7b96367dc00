package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.note.NoteView.SectionView;
import io.github.ambientgpt.api.note.NoteView.WriterView;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A section that was written anew and that nobody has taken yet.
 *
 * @param section its title
 * @param before as it stood when it was asked for; absent when there was none
 * @param written as it would be; absent when nothing was said that belongs there
 */
record SectionPreview(
    UUID noteId,
    String section,
    @Nullable SectionView before,
    @Nullable SectionView written,
    WriterView writer) {
  /** To be checked again where it is taken. */
  Optional<Section> unchecked() {
    return Optional.ofNullable(written)
        .map(
            view ->
                new Section(
                    view.title(),
                    view.statements().stream()
                        .map(
                            statement ->
                                Statement.unchecked(
                                    statement.topic(),
                                    statement.text(),
                                    statement.evidence().stream()
                                        .map(e -> new Evidence(e.utteranceId(), e.begin(), e.end()))
                                        .toList()))
                        .toList()));
  }

  /** Without the words: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "SectionPreview[" + noteId + "]";
  }
}
