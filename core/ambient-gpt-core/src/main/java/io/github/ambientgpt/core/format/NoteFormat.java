package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.note.Note;

/**
 * How a note is written by itself. All say of a draft that it is one.
 *
 * @since 0.1.0
 */
public enum NoteFormat {
  /** Each statement with its evidence; {@link NoteReader} reads the same statements back. */
  MARKDOWN {
    @Override
    public String write(Note note) {
      return new MarkdownNote().write(note);
    }
  },
  /** The same for a terminal of 80 columns. */
  TEXT {
    @Override
    public String write(Note note) {
      return new TextNote().write(note);
    }
  },
  /** Everything that is known; it reads back as the same note. */
  JSON {
    @Override
    public String write(Note note) {
      return NoteJson.write(note);
    }
  },
  /** AWS HealthScribe's clinical document; a segment's id is an utterance's. */
  HEALTHSCRIBE {
    @Override
    public String write(Note note) {
      return NoteJson.writeHealthScribe(note);
    }
  };

  /** Returns the whole document, its lines ended by {@code \n}. */
  public abstract String write(Note note);
}
