package io.github.ambientgpt.api.template;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.storage.Ids;
import io.github.ambientgpt.api.storage.Times;
import io.github.ambientgpt.api.web.IfMatch;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.Templates;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Templates that people made for themselves. */
@Repository
class OwnTemplates {
  private final JdbcClient jdbc;
  private final Clock clock;

  record Own(Template template, String source, long version) {}

  private record Row(String source, long version) {
    Own own() {
      return new Own(Templates.parse(source, "the template"), source, version);
    }
  }

  OwnTemplates(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<Own> all(UUID owner) {
    return jdbc
        .sql("select source, version from template where owner_id = ? order by name_key")
        .param(owner)
        .query(Row.class)
        .list()
        .stream()
        .map(Row::own)
        .toList();
  }

  Optional<Own> find(UUID owner, String name) {
    return jdbc.sql("select source, version from template where owner_id = ? and name_key = ?")
        .params(owner, key(name))
        .query(Row.class)
        .optional()
        .map(Row::own);
  }

  @Transactional
  void create(UUID owner, String name, String source) {
    try {
      jdbc.sql(
              """
              insert into template (id, owner_id, name_key, source, version, updated_at)
              values (?, ?, ?, ?, 1, ?)""")
          .params(Ids.next(), owner, key(name), source, Times.parameter(clock.instant()))
          .update();
    } catch (DuplicateKeyException e) {
      throw new ApiException(
          ProblemType.CONFLICT,
          "You have a template of this name already: change that one, or give this another name.");
    }
  }

  @Transactional
  void replace(UUID owner, String name, String source, IfMatch ifMatch) {
    ifMatch.requireChanged(
        jdbc.sql(
                """
                update template set source = ?, version = version + 1, updated_at = ?
                where owner_id = ? and name_key = ? and version = ?""")
            .params(source, Times.parameter(clock.instant()), owner, key(name), ifMatch.version())
            .update());
  }

  @Transactional
  void delete(UUID owner, String name, IfMatch ifMatch) {
    ifMatch.requireChanged(
        jdbc.sql("delete from template where owner_id = ? and name_key = ? and version = ?")
            .params(owner, key(name), ifMatch.version())
            .update());
  }

  /** As core compares names: {@code well-child-visit} is {@code Well-Child Visit}. */
  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
  }
}
