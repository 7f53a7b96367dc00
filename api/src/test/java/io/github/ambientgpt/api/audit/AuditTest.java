package io.github.ambientgpt.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.storage.Ids;
import io.github.ambientgpt.api.user.User;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@ApiTest
@DirtiesContext
class AuditTest {
  private static final User ANN = new User(Ids.next(), "Ann");

  private final AuditLog log;
  private final AuditVerification verification;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Service service;

  AuditTest(
      AuditLog log,
      AuditVerification verification,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      @LocalServerPort int port) {
    this.log = log;
    this.verification = verification;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.service = Service.at(port);
  }

  private void write(int lines) {
    IntStream.range(0, lines)
        .forEach(i -> log.record(ANN, "test.write", "thing/" + i, Outcome.DONE, "number " + i));
  }

  private AuditFinding verify() {
    return verification.verify(null);
  }

  private long last() {
    return jdbc.sql("select max(number) from audit_line").query(Long.class).single();
  }

  /** Does harm, sees that it is found, and undoes it. */
  private void isFound(String fault, Consumer<JdbcClient> harm) {
    transactions.executeWithoutResult(
        transaction -> {
          harm.accept(jdbc);
          assertThat(String.join("\n", verify().faults())).contains(fault);
          transaction.setRollbackOnly();
        });
    assertThat(verify().faults()).isEmpty();
  }

  @Test
  void whatIsWrittenIsListedTheNewestFirst() {
    write(3);

    JsonNode page = service.get("/api/v1/audit-lines?size=2&actorId=" + ANN.id()).is(200).json();
    assertThat(page.at("/items/0/object").asString()).isEqualTo("thing/2");
    assertThat(page.at("/items/0/actorName").asString()).isEqualTo("Ann");
    assertThat(page.at("/items/0/outcome").asString()).isEqualTo("DONE");
    assertThat(page.at("/items/1/object").asString()).isEqualTo("thing/1");
    assertThat(page.at("/total").asInt()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void aSoundLogIsFoundSound() {
    write(4);

    JsonNode found = service.post("/api/v1/audit-lines:verify").send().is(200).json();
    assertThat(found.get("faults")).isEmpty();
    assertThat(found.get("lines").asLong()).isEqualTo(last());
  }

  @Test
  void aChangedLineIsFound() {
    write(4);
    long line = last() - 2;

    for (String change :
        List.of(
            "actor_name = 'Bob'",
            "action = 'other'",
            "object = null",
            "outcome = 'REFUSED'",
            "detail = 'another'",
            "at = at + interval '1' second")) {
      isFound(
          "Line %d is not what was written".formatted(line),
          db -> db.sql("update audit_line set " + change + " where number = " + line).update());
    }
  }

  @Test
  void aRemovedLineIsFoundAlsoWhenTheOthersMoveUp() {
    write(4);
    long line = last() - 1;

    isFound(
        "Lines %d to %d were removed".formatted(line, line),
        db -> db.sql("delete from audit_line where number = " + line).update());
    isFound(
        "Line %d is not what was written".formatted(line),
        db -> {
          db.sql("delete from audit_line where number = " + line).update();
          db.sql("update audit_line set number = number - 1 where number > " + line).update();
        });
  }

  @Test
  void reorderedLinesAreFound() {
    write(4);
    long line = last() - 2;

    isFound(
        "Line %d is not what was written".formatted(line),
        db -> {
          db.sql("update audit_line set number = -1 where number = " + line).update();
          db.sql("update audit_line set number = %d where number = %d".formatted(line, line + 1))
              .update();
          db.sql("update audit_line set number = %d where number = -1".formatted(line + 1))
              .update();
        });
  }

  @Test
  void aCutTailIsFoundAlsoWhenTheAnchorIsMovedWithIt() {
    write(4);
    AuditVerification.Anchor noted = AuditVerification.Anchor.parse(verify().anchor());
    long line = last();

    isFound(
        "The end was cut: lines %d to %d are missing".formatted(line, line),
        db -> db.sql("delete from audit_line where number = " + line).update());
    isFound(
        "The anchor, which says how many lines there are, was changed",
        db -> {
          db.sql("delete from audit_line where number = " + line).update();
          db.sql(
                  "update audit_anchor set lines = lines - 1, digest = (select digest from audit_line where number = lines - 1)")
              .update();
        });
    transactions.executeWithoutResult(
        transaction -> {
          jdbc.sql("delete from audit_line").update();
          jdbc.sql("update audit_anchor set lines = 0, digest = null, seal = null").update();
          assertThat(verification.verify(noted).faults())
              .singleElement()
              .asString()
              .contains("does not hold the end that was noted");
          transaction.setRollbackOnly();
        });
    write(1);
    assertThat(verification.verify(noted).faults()).isEmpty();
  }

  @Test
  void aLineIsThereIfAndOnlyIfWhatItTellsOfIs() {
    write(1);
    long before = last();
    assertThatThrownBy(
            () ->
                transactions.executeWithoutResult(
                    transaction -> {
                      log.record(ANN, "test.undone", null, Outcome.DONE);
                      throw new IllegalStateException("undone");
                    }))
        .hasMessage("undone");
    assertThat(last()).isEqualTo(before);

    transactions.executeWithoutResult(
        transaction -> log.record(null, "test.done", null, Outcome.DONE));
    assertThat(last()).isEqualTo(before + 1);
  }

  @Test
  void manyWhoWriteAtOnceMakeOneChain() {
    write(1);
    long before = last();
    IntStream.range(0, 60)
        .parallel()
        .forEach(i -> log.record(ANN, "test.together", "thing/" + i, Outcome.DONE));

    assertThat(last()).isEqualTo(before + 60);
    assertThat(verify().faults()).isEmpty();
  }
}
