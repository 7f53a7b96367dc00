package io.github.ambientgpt.api.audit;

import io.github.ambientgpt.api.storage.Times;
import io.github.ambientgpt.api.user.User;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The log of who did what. In a transaction a line is written as its last statement: it is there if
 * and only if what it tells of is, and an action whose line cannot be written is undone. Outside of
 * one it is durable when {@code record} returns. For any thread.
 */
@Component
public class AuditLog {
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final AuditChain chain;
  private final Clock clock;

  AuditLog(JdbcClient jdbc, TransactionTemplate transactions, AuditChain chain, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.chain = chain;
    this.clock = clock;
  }

  /**
   * @param actor null for the service itself, and for somebody who is not known
   * @param action such as {@code encounter.delete}
   * @param object what it was done to, such as {@code encounter/0199…}; null for none
   */
  public void record(
      @Nullable User actor, String action, @Nullable String object, Outcome outcome) {
    record(actor, action, object, outcome, null);
  }

  /**
   * @param detail a few words that tell more; nothing of what a visit holds may be in them
   */
  public void record(
      @Nullable User actor,
      String action,
      @Nullable String object,
      Outcome outcome,
      @Nullable String detail) {
    UUID id = actor == null ? null : actor.id();
    String name = actor == null ? "" : shortened(actor.name(), 200);
    String address = address();
    Supplier<Long> write =
        () ->
            append(
                new AuditLine(
                    0,
                    clock.instant(),
                    id,
                    name,
                    shortened(action, 60),
                    shortened(object, 200),
                    outcome,
                    address,
                    shortened(detail, 500)));
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      TransactionSynchronizationManager.registerSynchronization(new AtItsEnd(write));
    } else {
      transactions.executeWithoutResult(transaction -> write.get());
    }
  }

  /** Last, so that the lock on the end of the log is held shortly, and none is waited for then. */
  private record AtItsEnd(Supplier<Long> write) implements TransactionSynchronization {
    @Override
    public void beforeCommit(boolean readOnly) {
      write.get();
    }
  }

  private long append(AuditLine wanted) {
    AuditChain.End end = chain.lock();
    AuditLine line =
        new AuditLine(
            end.lines() + 1,
            wanted.at(),
            wanted.actorId(),
            wanted.actorName(),
            wanted.action(),
            wanted.object(),
            wanted.outcome(),
            wanted.address(),
            wanted.detail());
    byte[] digest = chain.digest(end.digest(), line);
    jdbc.sql(
            """
            insert into audit_line (number, at, actor_id, actor_name, action, object, outcome, address, detail, digest)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            Arrays.asList(
                line.number(),
                Times.parameter(line.at()),
                line.actorId(),
                line.actorName(),
                line.action(),
                line.object(),
                line.outcome().name(),
                line.address(),
                line.detail(),
                digest))
        .update();
    chain.moveTo(line.number(), digest);
    return line.number();
  }

  private static @Nullable String shortened(@Nullable String text, int most) {
    return text == null || text.length() <= most ? text : text.substring(0, most);
  }

  private static @Nullable String address() {
    return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
        .filter(ServletRequestAttributes.class::isInstance)
        .map(request -> ((ServletRequestAttributes) request).getRequest().getRemoteAddr())
        .map(address -> shortened(address, 60))
        .orElse(null);
  }
}
