package io.github.ambientgpt.api;

import io.github.ambientgpt.core.contract.Part;
import java.util.List;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A real PostgreSQL: the one that {@value #PROPERTY} names, else one in a container. */
public final class Postgres {
  private static final String PROPERTY = "postgres.url";

  private static PostgreSQLContainer container;

  private Postgres() {}

  /**
   * Properties of a service on a database of its own; skips the test when there is no PostgreSQL.
   */
  public static synchronized List<String> properties() {
    String named = System.getProperty(PROPERTY);
    if (named != null) {
      return List.of("ambient-gpt.storage.database.url=" + named);
    }
    Part.require(
        "Docker",
        DockerClientFactory.instance().isDockerAvailable(),
        "Start it, or name an empty database by -D"
            + PROPERTY
            + "=jdbc:postgresql://…?user=…&password=….");
    if (container == null) {
      container = new PostgreSQLContainer("postgres:17");
      container.start();
    }
    String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    try {
      container.execInContainer("createdb", "-U", container.getUsername(), name);
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    String url = container.getJdbcUrl().replace("/" + container.getDatabaseName(), "/" + name);
    return List.of(
        "ambient-gpt.storage.database.url=" + url,
        "ambient-gpt.storage.database.username=" + container.getUsername(),
        "ambient-gpt.storage.database.password=" + container.getPassword());
  }
}
