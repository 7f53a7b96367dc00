package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.backup.StoredCheck;
import io.github.ambientgpt.api.command.CommandFailure;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each signed note opens, which what was changed does not, and holds its signature. */
@Component
class SignedNotesCheck implements StoredCheck {
  private final JdbcClient jdbc;
  private final Notes notes;

  SignedNotesCheck(JdbcClient jdbc, Notes notes) {
    this.jdbc = jdbc;
    this.notes = notes;
  }

  @Override
  public String check() {
    List<UUID> signed =
        jdbc.sql("select id from note where state = ?")
            .param(NoteState.SIGNED.name())
            .query(UUID.class)
            .list();
    for (UUID id : signed) {
      if (notes.forJob(id).content().signature() == null) {
        throw CommandFailure.failed("A signed note has no signature: " + id);
      }
    }
    return signed.size() + " signed notes";
  }
}
