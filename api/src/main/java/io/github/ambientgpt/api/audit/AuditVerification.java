package io.github.ambientgpt.api.audit;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Looks through the whole log for what is not as it was written. */
@Component
public class AuditVerification {
  private final JdbcTemplate jdbc;
  private final AuditChain chain;

  /** Where the log ended once, as {@code count:digest}; noted outside of this machine. */
  public record Anchor(long lines, String digest) {
    /**
     * @throws IllegalArgumentException when it is none
     */
    public static Anchor parse(String text) {
      if (!text.matches("\\d{1,18}:[0-9a-f]*")) {
        throw new IllegalArgumentException(
            "An anchor is a count and a digest, as an earlier verification printed them");
      }
      int colon = text.indexOf(':');
      return new Anchor(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
    }

    @Override
    public String toString() {
      return lines + ":" + digest;
    }
  }

  AuditVerification(JdbcTemplate jdbc, AuditChain chain) {
    this.jdbc = jdbc;
    this.chain = chain;
  }

  /**
   * While others write: what comes meanwhile is not looked at.
   *
   * @param noted an earlier end that the log must still hold; null for none
   */
  public AuditFinding verify(@Nullable Anchor noted) {
    Optional<AuditChain.End> end = chain.end();
    Walk walk = new Walk(noted, end.map(AuditChain.End::lines).orElse(Long.MAX_VALUE));
    jdbc.query("select * from audit_line order by number", walk::line);
    end.ifPresentOrElse(
        walk::end, () -> walk.fault("The anchor, which says how many lines there are, is gone."));
    walk.noted();
    return new AuditFinding(walk.lines, walk.anchor(), walk.faults);
  }

  private final class Walk {
    private final @Nullable Anchor noted;
    private final long last;
    private final List<String> faults = new ArrayList<>();
    private long expected = 1;
    private long lines;
    private byte @Nullable [] before;
    private boolean notedSeen;

    Walk(@Nullable Anchor noted, long last) {
      this.noted = noted;
      this.last = last;
    }

    void fault(String text) {
      if (faults.size() < AuditFinding.MOST_FAULTS) {
        faults.add(text);
      }
    }

    void line(ResultSet row) throws SQLException {
      AuditLine line = read(row);
      if (line.number() > last && lines >= last) {
        return; // written since
      }
      lines++;
      if (line.number() > expected) {
        fault("Lines %d to %d were removed.".formatted(expected, line.number() - 1));
      } else if (line.number() < expected) {
        fault("Line %d is there twice or has a number that no line has.".formatted(line.number()));
      }
      byte[] digest = row.getBytes("digest");
      boolean follows = line.number() == expected;
      if (follows && !MessageDigest.isEqual(digest, chain.digest(before, line))) {
        fault(
            "Line %d is not what was written there: it or the one before it was changed, or lines were put in another order."
                .formatted(line.number()));
      }
      if (noted != null && noted.lines() == line.number()) {
        notedSeen = noted.digest().equals(HexFormat.of().formatHex(digest));
      }
      before = digest;
      expected = line.number() + 1;
    }

    void end(AuditChain.End end) {
      if (!chain.isSealed(end)) {
        fault("The anchor, which says how many lines there are, was changed.");
      } else if (end.lines() > expected - 1) {
        fault("The end was cut: lines %d to %d are missing.".formatted(expected, end.lines()));
      } else if (end.lines() < expected - 1) {
        fault(
            "There are lines after %d, which is the last that was written.".formatted(end.lines()));
      } else if (end.digest() != null && !MessageDigest.isEqual(end.digest(), before)) {
        fault("The last line, %d, is another than was written.".formatted(end.lines()));
      }
    }

    void noted() {
      if (noted != null && noted.lines() > 0 && !notedSeen) {
        fault(
            "The log does not hold the end that was noted, line %d: it was cut or written anew."
                .formatted(noted.lines()));
      }
    }

    String anchor() {
      return new Anchor(expected - 1, before == null ? "" : HexFormat.of().formatHex(before))
          .toString();
    }

    private static AuditLine read(ResultSet row) throws SQLException {
      return new AuditLine(
          row.getLong("number"),
          row.getObject("at", OffsetDateTime.class).toInstant(),
          row.getObject("actor_id", UUID.class),
          row.getString("actor_name"),
          row.getString("action"),
          row.getString("object"),
          outcome(row.getString("outcome")),
          row.getString("address"),
          row.getString("detail"));
    }

    /** One that was never written shows in the digest. */
    private static Outcome outcome(String name) {
      try {
        return Outcome.valueOf(name);
      } catch (IllegalArgumentException e) {
        return Outcome.FAILED;
      }
    }
  }
}
