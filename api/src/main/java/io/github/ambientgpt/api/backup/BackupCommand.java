package io.github.ambientgpt.api.backup;

import io.github.ambientgpt.api.audit.AuditLog;
import io.github.ambientgpt.api.audit.Outcome;
import io.github.ambientgpt.api.command.Command;
import io.github.ambientgpt.api.command.CommandArguments;
import io.github.ambientgpt.api.command.CommandFailure;
import io.github.ambientgpt.api.storage.Blobs;
import io.github.ambientgpt.api.storage.OwnerOnly;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything in one file, while the service works: the rows as they are at one moment, then the
 * blobs, which never change and are there before the rows that name them.
 */
@Component
class BackupCommand implements Command {
  private final DataSource database;
  private final Blobs blobs;
  private final ObjectProvider<AuditLog> audit;
  private final JsonMapper json;
  private final Clock clock;

  BackupCommand(
      DataSource database,
      Blobs blobs,
      ObjectProvider<AuditLog> audit,
      JsonMapper json,
      Clock clock) {
    this.database = database;
    this.blobs = blobs;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "backup";
  }

  @Override
  public String usage() {
    return "backup FILE   writes everything but the master key to one file, also while the service runs";
  }

  @Override
  public void run(CommandArguments arguments, PrintStream out) throws Exception {
    arguments.requireOnly(1);
    Path file = arguments.path(0, "the file to write");
    if (Files.exists(file)) {
      throw CommandFailure.failed("There is a file at " + file + ": name another.");
    }
    if (!Files.isDirectory(file.getParent())) {
      throw CommandFailure.failed("There is no folder " + file.getParent() + ": make it first.");
    }
    audit.getObject().record(null, "backup.make", null, Outcome.DONE);
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    Manifest manifest;
    try {
      manifest = write(unfinished);
      Files.move(unfinished, file);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    out.printf(
        "%s: %d rows, %d blobs.%n",
        file,
        manifest.rows().values().stream().mapToLong(Long::longValue).sum(),
        manifest.blobs().size());
    if (manifest.missing() > 0) {
      out.println(manifest.missing() + " recordings were deleted while it was made.");
    }
    out.println("The master key is not in it: see 'keys export', and keep the two apart.");
  }

  private Manifest write(Path file) throws IOException, SQLException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      OwnerOnly.set(file);
      ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(channel));
      zip.setLevel(Deflater.BEST_SPEED);
      TreeMap<String, Long> rows = new TreeMap<>();
      TreeMap<String, String> tables = new TreeMap<>();
      Set<String> named = new TreeSet<>();
      List<Long> masters = new ArrayList<>();
      String schema = tables(zip, rows, tables, named, masters);
      TreeMap<String, String> stored = new TreeMap<>();
      for (String key : named) {
        try (InputStream in = Channels.newInputStream(blobs.open(key))) {
          zip.putNextEntry(new ZipEntry(Manifest.BLOBS + key));
          stored.put(key, copied(in, zip));
          zip.closeEntry();
        } catch (NoSuchFileException e) {
          // deleted since the rows were read
        }
      }
      Manifest manifest =
          new Manifest(
              Manifest.FORMAT,
              clock.instant(),
              schema,
              masters,
              rows,
              tables,
              stored,
              named.size() - stored.size());
      zip.putNextEntry(new ZipEntry(Manifest.NAME));
      zip.write(json.writeValueAsBytes(manifest));
      zip.closeEntry();
      zip.finish();
      channel.force(true);
      return manifest;
    }
  }

  /** All of one moment: what is written meanwhile is not seen. */
  private String tables(
      ZipOutputStream zip,
      Map<String, Long> rows,
      Map<String, String> digests,
      Set<String> named,
      List<Long> masters)
      throws SQLException, IOException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      int isolation = connection.getTransactionIsolation();
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try {
        for (String table : Tables.of(connection)) {
          zip.putNextEntry(new ZipEntry(Manifest.TABLES + table));
          MessageDigest digest = sha256();
          BufferedWriter to =
              new BufferedWriter(
                  new OutputStreamWriter(new Digested(zip, digest), StandardCharsets.UTF_8));
          rows.put(table, Tables.write(connection, table, to));
          to.flush();
          zip.closeEntry();
          digests.put(table, HexFormat.of().formatHex(digest.digest()));
        }
        named.addAll(texts(connection, "select blob from recording where blob is not null"));
        named.addAll(texts(connection, "select blob from piece"));
        texts(connection, "select distinct cast(master as varchar(20)) from data_key")
            .forEach(id -> masters.add(Long.valueOf(id)));
        return Tables.version(connection);
      } finally {
        connection.rollback();
        connection.setTransactionIsolation(isolation);
        connection.setAutoCommit(true);
      }
    }
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  /**
   * @return the SHA-256 of what was copied
   */
  static String copied(InputStream in, OutputStream out) throws IOException {
    MessageDigest digest = sha256();
    in.transferTo(new Digested(out, digest));
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** Not closed with what writes to it. */
  private static final class Digested extends OutputStream {
    private final OutputStream out;
    private final MessageDigest digest;

    Digested(OutputStream out, MessageDigest digest) {
      this.out = out;
      this.digest = digest;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      digest.update(bytes, offset, length);
      out.write(bytes, offset, length);
    }
  }
}
