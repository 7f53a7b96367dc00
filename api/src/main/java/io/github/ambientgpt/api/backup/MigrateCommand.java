package io.github.ambientgpt.api.backup;

import com.zaxxer.hikari.HikariDataSource;
import io.github.ambientgpt.api.command.Command;
import io.github.ambientgpt.api.command.CommandArguments;
import io.github.ambientgpt.api.command.CommandFailure;
import io.github.ambientgpt.api.storage.Blobs;
import io.github.ambientgpt.api.storage.StorageProperties;
import io.github.ambientgpt.api.storage.Stores;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Copies everything to another database, another blob store, or both; what is here stays as it is.
 * One that broke off goes on when it is called again: blobs that are there whole are not sent
 * twice, and rows come all at once.
 */
@Component
class MigrateCommand implements Command {
  private final DataSource database;
  private final Blobs blobs;
  private final StorageProperties here;
  private final Checks checks;

  MigrateCommand(
      DataSource database, JdbcClient jdbc, Blobs blobs, StorageProperties here, Checks checks) {
    this.database = database; // with its schema, which the client waits for
    this.blobs = blobs;
    this.here = here;
    this.checks = checks;
  }

  @Override
  public String name() {
    return "migrate-storage";
  }

  @Override
  public String usage() {
    return """
        migrate-storage --database-url=URL [--database-username=NAME --database-password-file=FILE]
        migrate-storage --bucket=NAME [--endpoint=URL --region=NAME --access-key=KEY --secret-key-file=FILE]
          copies everything to PostgreSQL, to a bucket, or to both, and compares it afterwards""";
  }

  @Override
  public boolean alone() {
    return true;
  }

  @Override
  public void run(CommandArguments arguments, PrintStream out) throws Exception {
    arguments.requireOnly(
        0,
        "database-url",
        "database-username",
        "database-password-file",
        "bucket",
        "endpoint",
        "region",
        "access-key",
        "secret-key-file");
    if (!arguments.has("database-url") && !arguments.has("bucket")) {
      throw CommandFailure.usage("Say where to:\n" + usage());
    }
    checks.all(out);
    StorageProperties there = there(arguments);
    if (arguments.has("bucket")) {
      copyBlobs(Stores.blobs(there), out);
    }
    if (arguments.has("database-url")) {
      copyRows(there, out);
    }
    out.println(
        "Everything is there and the same. Name it by ambient-gpt.storage and start the service;");
    out.println("what is here stays: delete it once you have seen that all is well.");
  }

  private StorageProperties there(CommandArguments arguments) throws IOException {
    return new StorageProperties(
        here.folder(),
        new StorageProperties.Database(
            arguments.option("database-url").orElse(""),
            arguments.option("database-username").orElse(""),
            secret(arguments, "database-password-file"),
            here.database().connections()),
        new StorageProperties.S3(
            arguments.option("bucket").orElse(""),
            arguments.option("endpoint").map(URI::create).orElse(null),
            arguments.option("region").orElse("us-east-1"),
            arguments.option("access-key").orElse(""),
            secret(arguments, "secret-key-file")));
  }

  /** In a file, since others see what a command is called with. */
  private static String secret(CommandArguments arguments, String option) throws IOException {
    if (!arguments.has(option)) {
      return "";
    }
    Path file = arguments.folder().resolve(arguments.option(option).orElseThrow());
    if (!Files.isReadable(file)) {
      throw CommandFailure.failed("The file " + file + " cannot be read.");
    }
    return Files.readString(file).strip();
  }

  private void copyBlobs(Blobs there, PrintStream out) throws IOException {
    int count = 0;
    int sent = 0;
    for (String key : blobs.keys("")) {
      if (!key.startsWith("recordings/") && !key.startsWith("pieces/")) {
        continue; // what is heard and not kept
      }
      count++;
      String digest = digest(blobs, key);
      if (!digest.equals(digest(there, key))) {
        there.write(
            key,
            to -> {
              try (InputStream in = Channels.newInputStream(blobs.open(key))) {
                in.transferTo(to);
              }
            });
        sent++;
        if (!digest.equals(digest(there, key))) {
          throw CommandFailure.failed("A blob arrived as another: " + key);
        }
      }
    }
    out.println("Blobs: " + count + " are the same there, of which " + sent + " were sent now.");
  }

  private static String digest(Blobs from, String key) throws IOException {
    try (InputStream in = Channels.newInputStream(from.open(key))) {
      return BackupCommand.copied(in, OutputStream.nullOutputStream());
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  private void copyRows(StorageProperties to, PrintStream out) throws SQLException {
    try (HikariDataSource target = Stores.database(to)) {
      Flyway.configure().dataSource(target).locations("classpath:db/migration").load().migrate();
      try (Connection from = database.getConnection();
          Connection there = target.getConnection()) {
        there.setAutoCommit(false);
        if (Tables.count(there, "encounter") > 0 || Tables.count(there, "data_key") > 0) {
          throw CommandFailure.failed(
              "There is data in that database already: name one that is empty.");
        }
        long rows = 0;
        for (String table : Tables.of(there)) {
          long count = Tables.copy(from, there, table);
          if (count != Tables.count(from, table) || count != Tables.count(there, table)) {
            throw CommandFailure.failed("Rows are missing of " + table + ".");
          }
          rows += count;
        }
        for (String table : Tables.of(there)) {
          if (!Tables.digest(from, table).equals(Tables.digest(there, table))) {
            throw CommandFailure.failed("Rows are not the same in " + table + ".");
          }
        }
        there.commit();
        out.println("Rows: " + rows + " are the same there.");
      }
    }
  }
}
