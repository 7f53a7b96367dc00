package io.github.ambientgpt.api.transcript;

import io.github.ambientgpt.api.encounter.SearchIndex;
import io.github.ambientgpt.api.retention.RetentionProperties;
import io.github.ambientgpt.api.retention.RetentionRule;
import io.github.ambientgpt.api.storage.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A note that rests on one stays, and shows its evidence no more. */
@Component
class TranscriptRetention implements RetentionRule {
  private final JdbcClient jdbc;
  private final SearchIndex index;

  TranscriptRetention(JdbcClient jdbc, SearchIndex index) {
    this.jdbc = jdbc;
    this.index = index;
  }

  @Override
  public String kind() {
    return "transcript";
  }

  @Override
  public @Nullable Duration age(RetentionProperties properties) {
    return properties.transcript();
  }

  @Override
  public List<Due> due(Instant before, int most) {
    return jdbc.sql(
            "select id, encounter_id, updated_at as since from transcript where updated_at < :before order by updated_at limit :most")
        .param("before", Times.parameter(before))
        .param("most", most)
        .query(Due.class)
        .list();
  }

  @Override
  public boolean delete(Due due) {
    int rows =
        jdbc.sql("delete from transcript where id = ? and updated_at = ?")
            .params(due.id(), Times.parameter(due.since()))
            .update();
    if (rows > 0) {
      index.remove(due.id());
    }
    return rows > 0;
  }
}
