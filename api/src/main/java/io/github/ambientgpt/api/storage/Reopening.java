package io.github.ambientgpt.api.storage;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import io.github.ambientgpt.api.problem.StorageFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens H2 anew after it could not write. By itself it stays broken for as long as the process
 * lives, even when there is room again; opened anew it has all that was committed, as after a
 * crash.
 */
final class Reopening implements SQLExceptionOverride {
  private static final Logger log = LoggerFactory.getLogger(Reopening.class);

  private final HikariDataSource source;
  private final AtomicBoolean atWork = new AtomicBoolean();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "database-reopening");
            made.setDaemon(true);
            return made;
          });

  Reopening(HikariDataSource source) {
    this.source = source;
  }

  @java.lang.Override // the interface has an enum of this name
  public Override adjudicate(SQLException e) {
    if (!StorageFailure.isFull(e) && !StorageFailure.isBroken(e)) {
      return Override.CONTINUE_EVICT;
    }
    if (atWork.compareAndSet(false, true)) {
      thread.execute(this::reopen);
    }
    return Override.MUST_EVICT;
  }

  private void reopen() {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      log.warn("The database could not write, so it is opened anew");
      statement.execute("shutdown immediately");
    } catch (SQLException e) {
      log.info("The database is closed: error {}", e.getErrorCode());
    } finally {
      source.getHikariPoolMXBean().softEvictConnections();
      atWork.set(false);
    }
  }
}
