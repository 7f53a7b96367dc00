package io.github.ambientgpt.api.recording;

import io.github.ambientgpt.api.retention.RetentionProperties;
import io.github.ambientgpt.api.retention.RetentionRule;
import io.github.ambientgpt.api.storage.SealedBlobs;
import io.github.ambientgpt.api.storage.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Component
class AudioRetention implements RetentionRule {
  private final JdbcClient jdbc;
  private final SealedBlobs blobs;
  private final Pieces pieces;

  AudioRetention(JdbcClient jdbc, SealedBlobs blobs, Pieces pieces) {
    this.jdbc = jdbc;
    this.blobs = blobs;
    this.pieces = pieces;
  }

  @Override
  public String kind() {
    return "audio";
  }

  @Override
  public @Nullable Duration age(RetentionProperties properties) {
    return properties.audio();
  }

  @Override
  public List<Due> due(Instant before, int most) {
    return jdbc.sql(
            "select id, encounter_id, created_at as since from recording where created_at < :before order by created_at limit :most")
        .param("before", Times.parameter(before))
        .param("most", most)
        .query(Due.class)
        .list();
  }

  @Override
  public boolean delete(Due due) {
    List<String> keys =
        jdbc.sql("select blob from recording where id = ? and blob is not null")
            .param(due.id())
            .query(String.class)
            .list();
    Runnable received = pieces.remove(due.id());
    int rows = jdbc.sql("delete from recording where id = ?").param(due.id()).update();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            keys.forEach(blobs::delete);
            received.run();
          }
        });
    return rows > 0;
  }
}
