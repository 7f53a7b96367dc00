package io.github.ambientgpt.api.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database, chosen by the properties and not by conditions on beans. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  /**
   * Without the first an acknowledged row is lost by a kill; without the trace level H2 writes
   * values to a file of its own. A connection remembers the plans of 8 statements by itself, and
   * the common reads have more: each was then parsed and planned anew each time, which is most of
   * what it takes.
   */
  private static final String H2_SETTINGS =
      ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;QUERY_CACHE_SIZE=256";

  /** Else PostgreSQL quotes the values of a row that it refuses. */
  private static final String NO_DETAIL = "logServerErrorDetail";

  @Bean
  HikariDataSource dataSource(StorageProperties properties) {
    return open(properties);
  }

  static HikariDataSource open(StorageProperties properties) {
    StorageProperties.Database database = properties.database();
    HikariDataSource source = new HikariDataSource();
    source.setPoolName("database");
    source.setMaximumPoolSize(database.connections());
    if (database.embedded()) {
      source.setJdbcUrl("jdbc:h2:file:" + file(properties.folder()) + H2_SETTINGS);
      source.setUsername("sa");
      source.setPassword("");
      source.setExceptionOverride(new Reopening(source));
    } else {
      source.setJdbcUrl(database.url());
      source.addDataSourceProperty(NO_DETAIL, "false");
      source.setUsername(database.username());
      source.setPassword(database.password());
    }
    return source;
  }

  private static Path file(Path folder) {
    try {
      Path database = Files.createDirectories(folder.resolve("database"));
      Files.delete(Files.createTempFile(database, "writable", null));
      return database.resolve("ambient-gpt");
    } catch (IOException e) {
      throw new DataFolderException(folder, e);
    }
  }

  @Bean
  JdbcTransactionManager transactionManager(DataSource source, StorageProperties properties) {
    return properties.database().embedded()
        ? new SyncedTransactions(source)
        : new JdbcTransactionManager(source);
  }

  @Bean
  TransactionTemplate transactions(JdbcTransactionManager manager) {
    return new TransactionTemplate(manager);
  }

  /** In microseconds, as databases keep times: what was answered reads back the same. */
  @Bean
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
  }
}
