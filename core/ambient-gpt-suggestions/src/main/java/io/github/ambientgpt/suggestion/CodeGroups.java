package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.english.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Groups of codes from {@code code-groups.tsv}, by how they begin. */
final class CodeGroups {
  private static final Map<String, List<String>> GROUPS = new HashMap<>();

  static {
    Table.read(
        CodeGroups.class,
        "code-groups.tsv",
        row ->
            GROUPS
                .computeIfAbsent(row.get(0), group -> new ArrayList<>())
                .addAll(Table.alternatives(row.get(1))));
  }

  private CodeGroups() {}

  static boolean is(String group, IcdCode code) {
    return GROUPS.get(group).stream().anyMatch(code.code()::startsWith);
  }
}
