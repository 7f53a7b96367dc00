package io.github.ambientgpt.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compose file with the profile postgres, as {@code .env.example} says. */
class PostgresIT {
  @TempDir Path secrets;

  @Test
  void whatIsKeptInPostgreSqlIsThereAfterItWasTakenDown() throws IOException {
    Path password = Files.writeString(secrets.resolve("password"), "smoke-test-0123456789");
    Map<String, String> settings =
        Map.of(
            "AMBIENT_GPT_DATABASE_PASSWORD_FILE", password.toString(),
            "AMBIENT_GPT_DATABASE_URL", "jdbc:postgresql://postgres/ambient",
            "COMPOSE_PROFILES", "postgres");
    try (Compose compose = new Compose("ambient-gpt-postgres", Images.tested(), settings)) {
      compose.up();
      Visitor visitor = new Visitor(compose.door());
      visitor.comeIn(compose.run("logs", "--no-color", "api"));
      visitor.post("/api/v1/encounters", Map.of("label", "Kept"), 201);

      compose.run("down");
      compose.up();

      visitor = new Visitor(compose.door());
      visitor.comeIn("");
      assertThat(visitor.get("/api/v1/encounters").body()).contains("Kept");
      assertThat(
              compose.run(
                  "exec",
                  "-T",
                  "postgres",
                  "psql",
                  "--username",
                  "ambient",
                  "--tuples-only",
                  "--command",
                  "select count(*) from encounter",
                  "ambient"))
          .isEqualTo("1");
    }
  }
}
