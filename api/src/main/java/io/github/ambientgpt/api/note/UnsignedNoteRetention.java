package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.retention.RetentionProperties;
import io.github.ambientgpt.api.retention.RetentionRule;
import io.github.ambientgpt.api.storage.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes that were never signed: the draft of an amendment belongs to a signed one, and stays. */
@Component
class UnsignedNoteRetention implements RetentionRule {
  private static final String NEVER_SIGNED = "state = 'DRAFT' and amends = false";

  private final JdbcClient jdbc;

  UnsignedNoteRetention(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "unsigned-note";
  }

  @Override
  public @Nullable Duration age(RetentionProperties properties) {
    return properties.unsignedNote();
  }

  @Override
  public List<Due> due(Instant before, int most) {
    return jdbc.sql(
            "select id, encounter_id, updated_at as since from note where "
                + NEVER_SIGNED
                + " and updated_at < :before order by updated_at limit :most")
        .param("before", Times.parameter(before))
        .param("most", most)
        .query(Due.class)
        .list();
  }

  @Override
  public boolean delete(Due due) {
    return jdbc.sql("delete from note where id = ? and updated_at = ? and " + NEVER_SIGNED)
            .params(due.id(), Times.parameter(due.since()))
            .update()
        > 0;
  }
}
