package io.github.ambientgpt.api.key;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys of what is sealed, one of each kind for each owner, wrapped. One that was made in a
 * transaction which is undone is never used: it is remembered only once it is committed. For any
 * thread.
 */
@Component
class DataKeys {
  private static final int REMEMBERED = 2000;
  private static final int BATCH = 500;

  private final JdbcClient jdbc;
  private final MasterKey master;
  private final TransactionTemplate inside;
  private final Map<Name, DataKey> known = new LinkedHashMap<>(16, 0.75f, true);

  private record Name(UUID owner, String kind) {
    @Override
    public String toString() {
      return owner + "/" + kind;
    }
  }

  private record Row(UUID owner, String kind, long master, byte[] keyset) {
    Name name() {
      return new Name(owner, kind);
    }

    MasterKey.Wrapped wrapped() {
      return new MasterKey.Wrapped(master, keyset);
    }
  }

  DataKeys(JdbcClient jdbc, MasterKey master, JdbcTransactionManager manager) {
    this.jdbc = jdbc;
    this.master = master;
    this.inside = new TransactionTemplate(manager);
    // Somebody else may be quicker, and PostgreSQL takes no statement more after one that failed.
    inside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /** The key, made when there is none. */
  DataKey get(UUID owner, String kind, Parameters parameters) {
    return find(owner, kind).orElseGet(() -> make(new Name(owner, kind), parameters));
  }

  Optional<DataKey> find(UUID owner, String kind) {
    Name name = new Name(owner, kind);
    synchronized (known) {
      DataKey key = known.get(name);
      if (key != null) {
        return Optional.of(key);
      }
    }
    return read(name);
  }

  private Optional<DataKey> read(Name name) {
    return jdbc.sql("select * from data_key where owner = ? and kind = ?")
        .params(name.owner(), name.kind())
        .query(Row.class)
        .optional()
        .map(this::unwrapped);
  }

  /** Reads those that are not known at once, where many are to be used one after the other. */
  void load(Collection<UUID> owners, String kind) {
    List<UUID> unknown;
    synchronized (known) {
      unknown = owners.stream().filter(owner -> !known.containsKey(new Name(owner, kind))).toList();
    }
    if (unknown.size() > 1) {
      jdbc.sql("select * from data_key where owner in (:owners) and kind = :kind")
          .param("owners", unknown)
          .param("kind", kind)
          .query(Row.class)
          .list()
          .forEach(this::unwrapped);
    }
  }

  private DataKey unwrapped(Row row) {
    Configuration tink = Tink.of(row.kind());
    DataKey key = new DataKey(master.unwrap(row.wrapped(), row.name().toString(), tink), tink);
    remember(row.name(), key);
    return key;
  }

  private DataKey make(Name name, Parameters parameters) {
    Configuration tink = Tink.of(name.kind());
    try {
      KeysetHandle keyset = KeysetHandle.generateNew(parameters, tink);
      MasterKey.Wrapped wrapped = master.wrap(keyset, name.toString(), tink);
      inside.executeWithoutResult(
          transaction ->
              jdbc.sql("insert into data_key (owner, kind, master, keyset) values (?, ?, ?, ?)")
                  .params(name.owner(), name.kind(), wrapped.master(), wrapped.keyset())
                  .update());
      DataKey key = new DataKey(keyset, tink);
      remember(name, key);
      return key;
    } catch (DuplicateKeyException e) {
      return read(name).orElseThrow(() -> e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java has these ciphers
    }
  }

  private void remember(Name name, DataKey key) {
    Runnable remember =
        () -> {
          synchronized (known) {
            known.put(name, key);
            if (known.size() > REMEMBERED) {
              known.remove(known.keySet().iterator().next()); // the one not used for longest
            }
          }
        };
    if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
      remember.run(); // what is found there was committed by others
    } else {
      afterCommit(remember);
    }
  }

  /** Whether there is one: nothing is sealed where there is none. */
  boolean any() {
    return jdbc.sql("select count(*) from data_key").query(Long.class).single() > 0;
  }

  /** All of this owner. */
  void destroy(UUID owner) {
    jdbc.sql("delete from data_key where owner = ?").param(owner).update();
    Runnable forget =
        () -> {
          synchronized (known) {
            known.keySet().removeIf(name -> name.owner().equals(owner));
          }
        };
    forget.run();
    afterCommit(forget);
  }

  private static void afterCommit(Runnable work) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      work.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            work.run();
          }
        });
  }

  /**
   * Has the newest master key wrap all of them. What breaks off is gone on with when it is called
   * again.
   *
   * @return how many were wrapped anew
   */
  long wrapAnew() {
    long newest = master.id();
    long count = 0;
    while (true) {
      List<Row> rows =
          jdbc.sql("select * from data_key where master <> ? fetch first " + BATCH + " rows only")
              .param(newest)
              .query(Row.class)
              .list();
      if (rows.isEmpty()) {
        return count;
      }
      inside.executeWithoutResult(transaction -> rows.forEach(this::wrapAnew));
      count += rows.size();
    }
  }

  private void wrapAnew(Row row) {
    String name = row.name().toString();
    Configuration tink = Tink.of(row.kind());
    MasterKey.Wrapped anew = master.wrap(master.unwrap(row.wrapped(), name, tink), name, tink);
    jdbc.sql(
            "update data_key set master = ?, keyset = ? where owner = ? and kind = ? and master ="
                + " ?")
        .params(anew.master(), anew.keyset(), row.owner(), row.kind(), row.master())
        .update();
  }
}
