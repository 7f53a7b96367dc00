package io.github.ambientgpt.api.audit;

import io.github.ambientgpt.api.audit.AuditController.AuditQuery;
import io.github.ambientgpt.api.storage.Times;
import io.github.ambientgpt.api.web.Page;
import io.github.ambientgpt.api.web.PageQuery;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the log. */
@Repository
class AuditLines {
  private final JdbcClient jdbc;

  AuditLines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<AuditLine> list(AuditQuery query, PageQuery page) {
    String where = where(query);
    List<AuditLine> items =
        bound(
                "select * from audit_line"
                    + where
                    + " order by number desc limit :size offset :offset",
                query)
            .param("size", page.size())
            .param("offset", page.offset())
            .query(AuditLine.class)
            .list();
    long total = bound("select count(*) from audit_line" + where, query).query(Long.class).single();
    return Page.of(items, page, total);
  }

  private static String where(AuditQuery query) {
    StringBuilder where = new StringBuilder(" where 1 = 1");
    if (query.from() != null) {
      where.append(" and at >= :from");
    }
    if (query.to() != null) {
      where.append(" and at < :to");
    }
    if (query.actorId() != null) {
      where.append(" and actor_id = :actor");
    }
    if (query.action() != null) {
      where.append(" and action = :action");
    }
    if (query.object() != null) {
      where.append(" and object = :object");
    }
    return where.toString();
  }

  private JdbcClient.StatementSpec bound(String sql, AuditQuery query) {
    return jdbc.sql(sql)
        .param("from", Times.parameter(query.from()))
        .param("to", Times.parameter(query.to()))
        .param("actor", query.actorId())
        .param("action", query.action())
        .param("object", query.object());
  }
}
