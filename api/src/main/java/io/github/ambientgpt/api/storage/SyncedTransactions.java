package io.github.ambientgpt.api.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Has H2 put on the disk what it committed: by itself it leaves that to the operating system, and a
 * power cut takes what was acknowledged.
 */
final class SyncedTransactions extends JdbcTransactionManager {
  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(SyncedTransactions.class);

  SyncedTransactions(DataSource source) {
    super(source);
  }

  @Override
  protected void doCommit(DefaultTransactionStatus status) {
    super.doCommit(status);
    if (!status.isReadOnly()) {
      sync();
    }
  }

  /** What is committed stays so, whatever happens here. */
  private void sync() {
    Connection connection = DataSourceUtils.getConnection(obtainDataSource());
    try (Statement statement = connection.createStatement()) {
      statement.execute("checkpoint sync");
    } catch (SQLException e) {
      log.warn("The database could not be synced to the disk: error {}", e.getErrorCode());
    } finally {
      DataSourceUtils.releaseConnection(connection, getDataSource());
    }
  }
}
