package io.github.ambientgpt.api.storage;

import io.github.ambientgpt.api.Postgres;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.ServiceProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest extends TwoDatabases {
  @TempDir static Path folder;
  private static ServiceProcess process;

  @BeforeAll
  static void start() {
    process = ServiceProcess.start(folder, Postgres.properties());
  }

  @AfterAll
  static void stop() {
    if (process != null) {
      process.close();
    }
  }

  @Override
  Service service() {
    return process.service();
  }
}
