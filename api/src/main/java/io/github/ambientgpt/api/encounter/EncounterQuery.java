package io.github.ambientgpt.api.encounter;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which visits, in which order.
 *
 * @param q words that stand in the label or in a transcript, all of them
 * @param from the first day
 * @param to the last day
 * @param state unsigned: with a note that nobody signed; signed: with one that somebody did;
 *     recording: one is being made
 * @param sort by what; with a hyphen before it, the last first
 */
record EncounterQuery(
    @Size(max = 200) @Nullable String q,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Pattern(regexp = "unsigned|signed|recording") @Nullable String state,
    @Pattern(regexp = "-?(visitedOn|createdAt|updatedAt)") @Nullable String sort) {
  EncounterQuery {
    sort = sort == null ? "-visitedOn" : sort;
  }

  /** The words of SQL; never what was sent. */
  String order() {
    boolean down = sort.startsWith("-");
    String column =
        switch (down ? sort.substring(1) : sort) {
          case "createdAt" -> "created_at";
          case "updatedAt" -> "updated_at";
          default -> "visited_on";
        };
    String direction = down ? " desc" : " asc";
    return column + direction + ", id" + direction;
  }

  /** The words of SQL for what a visit of this state has; never what was sent. */
  String belonging() {
    return switch (state) {
      case "signed" ->
          "(select 1 from note n where n.encounter_id = encounter.id and n.state = 'SIGNED')";
      case "recording" ->
          "(select 1 from recording r where r.encounter_id = encounter.id and r.state = 'RECEIVING')";
      default -> "(select 1 from note n where n.encounter_id = encounter.id and n.state = 'DRAFT')";
    };
  }

  /** Without the words, which have no place in a log. */
  @Override
  public String toString() {
    return "EncounterQuery[" + sort + "]";
  }
}
