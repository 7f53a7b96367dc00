package io.github.ambientgpt.api.storage;

import java.util.function.Supplier;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has the statements of one read share a connection: many clients wait for one of the pool once a
 * request, and not once a statement. Inside of a transaction they belong to that.
 */
@Component
public class Reads {
  private final TransactionTemplate transaction;

  Reads(JdbcTransactionManager manager) {
    transaction = new TransactionTemplate(manager);
    transaction.setReadOnly(true); // nothing to be put on the disk at its end
  }

  /** Nothing may be written in it: PostgreSQL refuses that. */
  public <T> T together(Supplier<T> read) {
    return transaction.execute(status -> read.get());
  }
}
