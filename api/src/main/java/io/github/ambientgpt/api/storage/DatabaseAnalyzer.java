package io.github.ambientgpt.api.storage;

import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** A start that ends for want of the database says so in two sentences, and no password. */
class DatabaseAnalyzer extends AbstractFailureAnalyzer<SQLException> {
  private static final String URL = "ambient-gpt.storage.database.url";

  private static final Pattern PLACE =
      Pattern.compile("jdbc:postgresql://(?:[^/?]*@)?([^/?@]+(?:/[^?]*)?)(?:\\?.*)?");

  private static final Set<Integer> DAMAGED =
      Set.of(
          ErrorCode.FILE_CORRUPTED_1,
          ErrorCode.FILE_VERSION_ERROR_1,
          ErrorCode.IO_EXCEPTION_1,
          ErrorCode.IO_EXCEPTION_2);

  private final Environment environment;

  DatabaseAnalyzer(Environment environment) {
    this.environment = environment;
  }

  @Override
  protected FailureAnalysis analyze(Throwable root, SQLException cause) {
    String state = String.valueOf(cause.getSQLState());
    String url = environment.getProperty(URL, "");
    if (url.isBlank()) {
      return embedded(cause);
    }
    String where = place(url);
    if (state.startsWith("08")) {
      return analysis(
          "No PostgreSQL answers at %s.".formatted(where),
          "Start it, and see that this machine reaches it, or name another (%s).".formatted(URL),
          cause);
    }
    if (state.startsWith("28")) {
      return analysis(
          "The PostgreSQL at %s lets nobody in by this name and password.".formatted(where),
          "Set ambient-gpt.storage.database.username and ambient-gpt.storage.database.password to those of the database's owner.",
          cause);
    }
    if (state.equals("3D000")) {
      return analysis(
          "The PostgreSQL at %s has no such database.".formatted(where),
          "Make it (createdb), or name another (%s).".formatted(URL),
          cause);
    }
    return null;
  }

  private FailureAnalysis embedded(SQLException cause) {
    if (cause.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
      return analysis(
          "Another process has the data of this folder open.",
          "Stop it, or name another folder (ambient-gpt.storage.folder, or BASE_DIR). Several services on the same data need PostgreSQL (%s)."
              .formatted(URL),
          cause);
    }
    if (DAMAGED.contains(cause.getErrorCode())) {
      return analysis(
          "The database in the folder of the data cannot be opened: it is damaged, of another version, or the disk fails (H2's error %d)."
              .formatted(cause.getErrorCode()),
          "Look at the disk; then restore a backup into an empty folder ('restore FILE').",
          cause);
    }
    return null;
  }

  /** Hosts, ports and database: what else is in an URL may be a password. */
  private static String place(String url) {
    Matcher place = PLACE.matcher(url);
    return place.matches() ? place.group(1) : "the address that " + URL + " names";
  }

  private static FailureAnalysis analysis(String what, String action, SQLException cause) {
    return new FailureAnalysis(what, action, cause);
  }
}
