package io.github.ambientgpt.api.web;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.storage.Seal;
import io.github.ambientgpt.api.storage.SealedColumns;
import io.github.ambientgpt.api.storage.Times;
import io.github.ambientgpt.api.user.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Remembers what a request with an Idempotency-Key was answered, in the transaction that does what
 * it asks for: a client that lost the answer sends it again, gets the same one, and nothing is done
 * twice.
 */
@Component
public class Idempotency {
  static final Duration KEPT = Duration.ofHours(48);

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final SealedColumns columns;
  private final CurrentUser user;
  private final Clock clock;

  /**
   * What was answered.
   *
   * @param headers those that say what was made
   */
  record Answer(int status, Map<String, String> headers, byte[] body) {
    Answer {
      headers = new TreeMap<>(headers);
    }

    boolean failed() {
      return status >= 400;
    }
  }

  private record Row(String request, byte @Nullable [] answer) {}

  Idempotency(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      SealedColumns columns,
      CurrentUser user,
      Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.columns = columns;
    this.user = user;
    this.clock = clock;
  }

  /**
   * @param request a digest of all that was asked for
   * @param work not called when the key is known; an answer that failed is not kept, and what it
   *     wrote is undone
   */
  Answer once(String key, String request, Supplier<Answer> work) {
    UUID owner = user.get().id();
    boolean inside = TransactionSynchronizationManager.isActualTransactionActive();
    try {
      return transactions.execute(transaction -> once(owner, key, request, work, transaction));
    } catch (Simultaneous e) {
      if (inside) { // the caller's transaction is lost
        throw busy();
      }
      Row row = known(owner, key).orElseThrow(Idempotency::busy);
      return same(row, owner, request);
    }
  }

  private Answer once(
      UUID owner,
      String key,
      String request,
      Supplier<Answer> work,
      TransactionStatus transaction) {
    forgetOld();
    Optional<Row> known = known(owner, key);
    if (known.isPresent()) {
      return same(known.get(), owner, request);
    }
    take(owner, key, request);
    Answer answer = work.get();
    if (answer.failed()) {
      transaction.setRollbackOnly();
    } else {
      jdbc.sql("update idempotency_key set answer = ? where owner_id = ? and name = ?")
          .params(columns.record(context(owner), answer), owner, key)
          .update();
    }
    return answer;
  }

  /** Waits for another request with the same key, if one is at work. */
  private void take(UUID owner, String key, String request) {
    try {
      jdbc.sql(
              "insert into idempotency_key (owner_id, name, request, created_at) values (?, ?, ?, ?)")
          .params(owner, key, request, Times.parameter(clock.instant()))
          .update();
    } catch (DuplicateKeyException e) {
      throw new Simultaneous();
    }
  }

  private static ApiException busy() {
    return new ApiException(
        ProblemType.BUSY,
        "Another request with this Idempotency-Key is at work: send it again in a moment.");
  }

  /** Somebody else was quicker with the same key. */
  private static final class Simultaneous extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * The same for what is known by its path alone.
   *
   * @param key empty when the client sent none: then the work is always done
   * @param work makes something and says its path
   * @return the path of what was made now, or of what was made then
   */
  public String path(Optional<String> key, String request, Supplier<String> work) {
    return key.map(
            given ->
                once(
                        given,
                        request,
                        () -> new Answer(201, Map.of("Location", work.get()), new byte[0]))
                    .headers()
                    .get("Location"))
        .orElseGet(work);
  }

  private Optional<Row> known(UUID owner, String key) {
    return jdbc.sql("select request, answer from idempotency_key where owner_id = ? and name = ?")
        .params(owner, key)
        .query(Row.class)
        .optional();
  }

  private Answer same(Row row, UUID owner, String request) {
    if (!row.request().equals(request)) {
      throw new ApiException(
          ProblemType.KEY_REUSED,
          "This Idempotency-Key came with another request: take a new one for each thing that you create.");
    }
    return columns.record(context(owner), row.answer(), Answer.class);
  }

  private void forgetOld() {
    jdbc.sql("delete from idempotency_key where created_at < ?")
        .param(Times.parameter(clock.instant().minus(KEPT)))
        .update();
  }

  private static Seal.Context context(UUID owner) {
    return new Seal.Context(owner, "answer");
  }
}
