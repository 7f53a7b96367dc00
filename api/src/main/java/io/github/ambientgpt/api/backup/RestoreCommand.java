package io.github.ambientgpt.api.backup;

import io.github.ambientgpt.api.command.Command;
import io.github.ambientgpt.api.command.CommandArguments;
import io.github.ambientgpt.api.command.CommandFailure;
import io.github.ambientgpt.api.key.MasterKeys;
import io.github.ambientgpt.api.storage.Blobs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts a backup into an empty installation: first the blobs, then all rows in one transaction. One
 * that broke off has no rows, and goes on when it is called again.
 */
@Component
class RestoreCommand implements Command {
  private final DataSource database;
  private final JdbcClient jdbc;
  private final Blobs blobs;
  private final MasterKeys masters;
  private final Checks checks;
  private final JsonMapper json;

  RestoreCommand(
      DataSource database,
      JdbcClient jdbc,
      Blobs blobs,
      MasterKeys masters,
      Checks checks,
      JsonMapper json) {
    this.database = database;
    this.jdbc = jdbc; // so that the schema is there
    this.blobs = blobs;
    this.masters = masters;
    this.checks = checks;
    this.json = json;
  }

  @Override
  public String name() {
    return "restore";
  }

  @Override
  public String usage() {
    return "restore FILE   puts a backup into an empty installation, and checks it";
  }

  @Override
  public boolean alone() {
    return true;
  }

  @Override
  public void run(CommandArguments arguments, PrintStream out) throws Exception {
    arguments.requireOnly(1);
    Path file = arguments.path(0, "the file to read");
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Manifest manifest = manifest(zip);
      requireFitting(manifest);
      int kept = blobs(zip, manifest);
      out.println("Blobs: " + manifest.blobs().size() + ", of which " + kept + " were there.");
      rows(zip, manifest);
      out.println("Rows: " + manifest.rows().values().stream().mapToLong(Long::longValue).sum());
    } catch (NoSuchFileException | java.io.FileNotFoundException e) {
      throw CommandFailure.failed("There is no file " + file + " that can be read.");
    } catch (ZipException e) {
      throw CommandFailure.failed(file + " is no backup, or was not written to its end.");
    }
    checks.all(out);
    out.println("The backup is restored: start the service.");
  }

  private Manifest manifest(ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(Manifest.NAME);
    if (entry == null) {
      throw CommandFailure.failed("This is no backup, or it was not written to its end.");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return json.readValue(in, Manifest.class);
    } catch (JacksonException e) {
      throw CommandFailure.failed("This is no backup that this version reads.");
    }
  }

  private void requireFitting(Manifest manifest) throws SQLException {
    try (Connection connection = database.getConnection()) {
      if (manifest.format() != Manifest.FORMAT
          || !manifest.schema().equals(Tables.version(connection))) {
        throw CommandFailure.failed(
            "This backup is of another version of the program: restore it with that version, then upgrade.");
      }
    }
    for (String table : List.of("encounter", "data_key", "audit_line")) {
      if (jdbc.sql("select count(*) from " + table).query(Long.class).single() > 0) {
        throw CommandFailure.failed(
            "There is data here already: a backup is restored into an empty folder and database.");
      }
    }
    if (!masters.has(manifest.masters())) {
      throw CommandFailure.failed(
          "The master key of this backup is not in %s: 'keys import' puts it there."
              .formatted(masters.path()));
    }
  }

  private int blobs(ZipFile zip, Manifest manifest) throws IOException {
    int there = 0;
    for (Map.Entry<String, String> blob : manifest.blobs().entrySet()) {
      String key = blob.getKey();
      if (blob.getValue().equals(digest(key))) {
        there++; // an earlier attempt got so far
        continue;
      }
      ZipEntry entry = entry(zip, Manifest.BLOBS + key);
      blobs.write(
          key,
          out -> {
            try (InputStream in = zip.getInputStream(entry)) {
              in.transferTo(out);
            }
          });
      if (!blob.getValue().equals(digest(key))) {
        throw CommandFailure.failed("A blob is not what was backed up: " + key);
      }
    }
    return there;
  }

  private String digest(String key) throws IOException {
    try (InputStream in = Channels.newInputStream(blobs.open(key))) {
      return BackupCommand.copied(in, OutputStream.nullOutputStream());
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  private static ZipEntry entry(ZipFile zip, String name) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw CommandFailure.failed("The backup lacks " + name + ".");
    }
    return entry;
  }

  private void rows(ZipFile zip, Manifest manifest) throws IOException, SQLException {
    for (Map.Entry<String, String> table : manifest.tables().entrySet()) {
      try (InputStream in = zip.getInputStream(entry(zip, Manifest.TABLES + table.getKey()))) {
        if (!BackupCommand.copied(in, OutputStream.nullOutputStream()).equals(table.getValue())) {
          throw CommandFailure.failed("A table is not what was backed up: " + table.getKey());
        }
      }
    }
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        for (String table : Tables.of(connection)) {
          try (BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(
                      zip.getInputStream(entry(zip, Manifest.TABLES + table)),
                      StandardCharsets.UTF_8))) {
            long count = Tables.read(connection, table, in);
            if (count != manifest.rows().get(table) || count != Tables.count(connection, table)) {
              throw CommandFailure.failed("Rows are missing of " + table + ".");
            }
          }
        }
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }
}
