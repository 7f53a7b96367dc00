package io.github.ambientgpt.api.retention;

import io.github.ambientgpt.api.audit.AuditLog;
import io.github.ambientgpt.api.audit.Outcome;
import io.github.ambientgpt.api.user.User;
import io.github.ambientgpt.core.progress.Monitor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes what is older than its rule says, one thing a transaction, each with its line of audit.
 */
@Service
class Retention {
  private static final Logger log = LoggerFactory.getLogger(Retention.class);
  private static final int MOST = 1000;

  private final List<RetentionRule> rules;
  private final RetentionProperties properties;
  private final AuditLog audit;
  private final TransactionTemplate transactions;
  private final Clock clock;

  /**
   * What would go.
   *
   * @param kind audio, transcript or unsigned-note
   * @param since when it was made or last changed
   */
  record DueItem(String kind, UUID id, UUID encounterId, Instant since) {}

  /**
   * What a rule deleted.
   *
   * @param left how many it could not delete; the log says why
   */
  record Deleted(String kind, int deleted, int left) {}

  Retention(
      List<RetentionRule> rules,
      RetentionProperties properties,
      AuditLog audit,
      TransactionTemplate transactions,
      Clock clock) {
    this.rules = rules;
    this.properties = properties;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** At most {@value #MOST} of each kind. */
  List<DueItem> preview() {
    List<DueItem> items = new ArrayList<>();
    for (RetentionRule rule : rules) {
      due(rule)
          .forEach(
              due -> items.add(new DueItem(rule.kind(), due.id(), due.encounterId(), due.since())));
    }
    return items;
  }

  /** Every rule, with what would go now. */
  List<RetentionView> rules() {
    return rules.stream().map(this::view).toList();
  }

  private RetentionView view(RetentionRule rule) {
    Duration age = rule.age(properties);
    List<RetentionRule.Due> due = due(rule);
    return new RetentionView(
        rule.kind(),
        age == null ? null : age.toDays(),
        due.size(),
        due.size() == MOST,
        due.isEmpty() ? null : due.get(0).since());
  }

  private List<RetentionRule.Due> due(RetentionRule rule) {
    Duration age = rule.age(properties);
    return age == null ? List.of() : rule.due(clock.instant().minus(age), MOST);
  }

  /**
   * Deletes all that is due now.
   *
   * @param actor who asked for it; null for the service itself
   */
  List<Deleted> enforce(@Nullable User actor, Monitor monitor) {
    List<Deleted> all = rules.stream().map(rule -> enforce(rule, actor, monitor)).toList();
    int count = all.stream().mapToInt(Deleted::deleted).sum();
    if (count > 0) {
      log.info("{} things were older than the rules of retention let them be", count);
    }
    return all;
  }

  private Deleted enforce(RetentionRule rule, @Nullable User actor, Monitor monitor) {
    int deleted = 0;
    int before;
    int left;
    do {
      before = deleted;
      left = 0;
      for (RetentionRule.Due due : due(rule)) {
        monitor.checkCancelled();
        try {
          deleted += delete(rule, due, actor) ? 1 : 0;
        } catch (RuntimeException e) {
          log.warn("What is too old could not be deleted: {}", e.getClass().getName());
          left++;
        }
      }
    } while (deleted > before);
    return new Deleted(rule.kind(), deleted, left);
  }

  private boolean delete(RetentionRule rule, RetentionRule.Due due, @Nullable User actor) {
    return Boolean.TRUE.equals(
        transactions.execute(
            transaction -> {
              boolean gone = rule.delete(due);
              if (gone) {
                audit.record(actor, "retention.delete", rule.kind() + "/" + due.id(), Outcome.DONE);
              }
              return gone;
            }));
  }
}
