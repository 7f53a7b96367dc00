package io.github.ambientgpt.api.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * The tables of a database as lines of JSON, the same for H2 and PostgreSQL: first the names of the
 * columns, then a row a line. It knows none of them by name, so that a new one is never forgotten.
 */
final class Tables {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int BATCH = 200;

  /** Of Flyway's, and what only says who is logged in now. */
  private static final List<String> LEFT_OUT = List.of("flyway_schema_history", "spring_session");

  /** How a value is written and read. */
  private enum Kind {
    UUID,
    BYTES,
    TIME,
    DATE,
    BOOLEAN,
    WHOLE,
    FRACTION,
    TEXT;

    static Kind of(String type) {
      String name = type.toLowerCase(Locale.ROOT);
      if (name.equals("uuid")) {
        return UUID;
      }
      if (name.contains("binary") || name.equals("bytea")) {
        return BYTES;
      }
      if (name.startsWith("timestamp")) {
        return TIME;
      }
      if (name.equals("date")) {
        return DATE;
      }
      if (name.startsWith("bool")) {
        return BOOLEAN;
      }
      if (name.contains("int") && !name.equals("interval")) {
        return WHOLE;
      }
      return name.startsWith("double") || name.equals("float8") ? FRACTION : TEXT;
    }
  }

  private record Column(String name, Kind kind) {}

  private Tables() {}

  /** Their names, each after those that it refers to. */
  static List<String> of(Connection connection) throws SQLException {
    DatabaseMetaData data = connection.getMetaData();
    TreeMap<String, Set<String>> needs = new TreeMap<>();
    TreeMap<String, String> spelled = new TreeMap<>();
    try (ResultSet tables =
        data.getTables(
            connection.getCatalog(),
            connection.getSchema(),
            "%",
            new String[] {"TABLE", "BASE TABLE"})) {
      while (tables.next()) {
        String spelling = tables.getString("TABLE_NAME");
        String name = spelling.toLowerCase(Locale.ROOT);
        if (LEFT_OUT.stream().noneMatch(name::startsWith)) {
          spelled.put(name, spelling);
        }
      }
    }
    for (String name : spelled.keySet()) {
      Set<String> others = new LinkedHashSet<>();
      try (ResultSet keys =
          data.getImportedKeys(
              connection.getCatalog(), connection.getSchema(), spelled.get(name))) {
        while (keys.next()) {
          String other = keys.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT);
          if (!other.equals(name)) {
            others.add(other);
          }
        }
      }
      needs.put(name, others);
    }
    Set<String> ordered = new LinkedHashSet<>();
    while (ordered.size() < needs.size()) {
      int before = ordered.size();
      needs.forEach(
          (name, others) -> {
            if (ordered.containsAll(others)) {
              ordered.add(name);
            }
          });
      if (ordered.size() == before) {
        throw new IllegalStateException("Tables refer to each other in a circle: " + needs);
      }
    }
    return List.copyOf(ordered);
  }

  /** The version of the schema. */
  static String version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select \"version\" from \"flyway_schema_history\" where \"version\" is not null order by \"installed_rank\"")) {
      List<String> versions = new ArrayList<>();
      while (row.next()) {
        versions.add(row.getString(1));
      }
      Collections.sort(versions);
      return String.join(",", versions);
    }
  }

  static long count(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static List<Column> columns(ResultSetMetaData data) throws SQLException {
    List<Column> columns = new ArrayList<>();
    for (int i = 1; i <= data.getColumnCount(); i++) {
      columns.add(
          new Column(
              data.getColumnName(i).toLowerCase(Locale.ROOT), Kind.of(data.getColumnTypeName(i))));
    }
    return columns;
  }

  /**
   * @return how many rows
   */
  static long write(Connection connection, String table, Writer to)
      throws SQLException, IOException {
    long count = 0;
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(BATCH);
      try (ResultSet rows = statement.executeQuery("select * from " + table)) {
        List<Column> columns = columns(rows.getMetaData());
        ArrayNode names = JSON.createArrayNode();
        columns.forEach(column -> names.add(column.name()));
        to.write(names + "\n");
        while (rows.next()) {
          to.write(row(rows, columns) + "\n");
          count++;
        }
      }
    }
    return count;
  }

  private static void add(ArrayNode row, ResultSet from, int place, Kind kind) throws SQLException {
    if (from.getObject(place) == null) {
      row.addNull();
      return;
    }
    switch (kind) {
      case UUID -> row.add(from.getObject(place, UUID.class).toString());
      case BYTES -> row.add(Base64.getEncoder().encodeToString(from.getBytes(place)));
      case TIME -> row.add(from.getObject(place, OffsetDateTime.class).toString());
      case DATE -> row.add(from.getObject(place, LocalDate.class).toString());
      case BOOLEAN -> row.add(from.getBoolean(place));
      case WHOLE -> row.add(from.getLong(place));
      case FRACTION -> row.add(from.getDouble(place));
      case TEXT -> row.add(from.getString(place));
      default -> throw new IllegalStateException("a kind of column that is not copied: " + kind);
    }
  }

  /**
   * In the place of what is there.
   *
   * @return how many rows
   */
  static long read(Connection connection, String table, BufferedReader from)
      throws SQLException, IOException {
    List<String> names = new ArrayList<>();
    JSON.readTree(from.readLine()).forEach(name -> names.add(name.asString()));
    if (!names.stream().allMatch(name -> name.matches("[a-z0-9_]+"))) {
      throw new IOException("a column has no name that columns have");
    }
    List<Kind> kinds = kinds(connection, table, names);
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("delete from " + table);
    }
    try (Inserting inserting = new Inserting(connection, table, names, kinds)) {
      for (String line = from.readLine(); line != null; line = from.readLine()) {
        inserting.add(JSON.readTree(line));
      }
      return inserting.end();
    }
  }

  /**
   * From one database to another, in the place of what is there.
   *
   * @return how many rows
   */
  static long copy(Connection from, Connection to, String table) throws SQLException {
    try (Statement statement = from.createStatement();
        ResultSet rows = statement.executeQuery("select * from " + table)) {
      List<Column> columns = columns(rows.getMetaData());
      List<String> names = columns.stream().map(Column::name).toList();
      try (Statement old = to.createStatement()) {
        old.executeUpdate("delete from " + table);
      }
      try (Inserting inserting = new Inserting(to, table, names, kinds(to, table, names))) {
        while (rows.next()) {
          inserting.add(row(rows, columns));
        }
        return inserting.end();
      }
    }
  }

  /** Of all rows, whatever their order and the order of their columns. */
  static String digest(Connection connection, String table) throws SQLException {
    byte[] sum = new byte[32];
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from " + table)) {
      List<Column> columns = columns(rows.getMetaData());
      while (rows.next()) {
        TreeMap<String, JsonNode> values = new TreeMap<>();
        ArrayNode row = row(rows, columns);
        for (int i = 0; i < columns.size(); i++) {
          values.put(columns.get(i).name(), comparable(row.get(i), columns.get(i).kind()));
        }
        byte[] digest =
            BackupCommand.sha256()
                .digest(values.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (int i = 0; i < sum.length; i++) {
          sum[i] += digest[i];
        }
      }
    }
    return java.util.HexFormat.of().formatHex(sum);
  }

  /** Databases give the same instant in different zones. */
  private static JsonNode comparable(JsonNode value, Kind kind) {
    return kind == Kind.TIME && !value.isNull()
        ? JSON.valueToTree(OffsetDateTime.parse(value.asString()).toInstant().toString())
        : value;
  }

  private static ArrayNode row(ResultSet rows, List<Column> columns) throws SQLException {
    ArrayNode row = JSON.createArrayNode();
    for (int i = 0; i < columns.size(); i++) {
      add(row, rows, i + 1, columns.get(i).kind());
    }
    return row;
  }

  /** Rows that come one by one, put in many at once. */
  private static final class Inserting implements AutoCloseable {
    private final PreparedStatement insert;
    private final List<Kind> kinds;
    private long count;

    Inserting(Connection to, String table, List<String> names, List<Kind> kinds)
        throws SQLException {
      this.kinds = kinds;
      this.insert =
          to.prepareStatement(
              "insert into %s (%s) values (%s)"
                  .formatted(
                      table,
                      String.join(", ", names),
                      String.join(", ", Collections.nCopies(names.size(), "?"))));
    }

    void add(JsonNode row) throws SQLException {
      for (int i = 0; i < kinds.size(); i++) {
        insert.setObject(i + 1, value(row.get(i), kinds.get(i)));
      }
      insert.addBatch();
      if (++count % BATCH == 0) {
        insert.executeBatch();
      }
    }

    long end() throws SQLException {
      insert.executeBatch();
      return count;
    }

    @Override
    public void close() throws SQLException {
      insert.close();
    }
  }

  private static List<Kind> kinds(Connection connection, String table, List<String> names)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet none =
            statement.executeQuery(
                "select " + String.join(", ", names) + " from " + table + " where 1 = 0")) {
      return columns(none.getMetaData()).stream().map(Column::kind).toList();
    }
  }

  private static @Nullable Object value(JsonNode value, Kind kind) {
    if (value.isNull()) {
      return null;
    }
    return switch (kind) {
      case UUID -> UUID.fromString(value.asString());
      case BYTES -> Base64.getDecoder().decode(value.asString());
      case TIME -> OffsetDateTime.parse(value.asString());
      case DATE -> LocalDate.parse(value.asString());
      case BOOLEAN -> value.asBoolean();
      case WHOLE -> value.asLong();
      case FRACTION -> value.asDouble();
      case TEXT -> value.asString();
    };
  }
}
