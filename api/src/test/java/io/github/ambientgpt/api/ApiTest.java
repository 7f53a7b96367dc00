package io.github.ambientgpt.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/** The whole service on a free port, with data of its own. Tests of one configuration share it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = ApiApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = ApiTest.OwnFolder.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface ApiTest {
  /** Each service has a new folder. */
  class OwnFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      try {
        Path folder = Files.createTempDirectory("ambient-gpt-api");
        TestPropertyValues.of(
                "ambient-gpt.storage.folder=" + folder.resolve("data"),
                "ambient-gpt.keys.file=" + folder.resolve("keys").resolve("master-key.json"),
                "db-scheduler.polling-interval=200ms")
            .applyTo(context);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
