package io.github.ambientgpt.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's own settings have the last word over {@code .mvn/settings.xml}. */
class SettingsIT {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> logins = new CopyOnWriteArrayList<>();

  @TempDir Path folder;
  private HttpServer server;
  private Workspace project;

  /** A server that wants a login and has nothing. */
  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          String login = exchange.getRequestHeaders().getFirst("Authorization");
          if (login == null) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"test\"");
          } else {
            logins.add(login);
          }
          exchange.sendResponseHeaders(login == null ? 401 : 404, -1);
          exchange.close();
        });
    server.start();
    project = new Workspace(folder);
    project.take("mvnw", "mvnw.cmd", ".mvn");
    project.write(
        "pom.xml",
        "<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>a</artifactId><version>1</version></project>");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void theirMirrorIsAskedWithTheirLoginAlsoForAServerThatTheProjectKnows() throws IOException {
    settings(
        """
        <servers><server><id>central-portal</id><username>mine</username><password>own</password></server></servers>
        <mirrors><mirror><id>central-portal</id><mirrorOf>*</mirrorOf><url>http://127.0.0.1:%d/mirror</url></mirror></mirrors>
        """);

    validate();

    assertThat(asked).isNotEmpty().allMatch(path -> path.startsWith("/mirror/"));
    String own = Base64.getEncoder().encodeToString("mine:own".getBytes(StandardCharsets.UTF_8));
    assertThat(logins).isNotEmpty().containsOnly("Basic " + own);
  }

  @Test
  void theirProxyIsUsed() throws IOException {
    settings(
        """
        <mirrors><mirror><id>plain</id><mirrorOf>*</mirrorOf><url>http://repository.example/plain</url></mirror></mirrors>
        <proxies><proxy><id>own</id><active>true</active><protocol>http</protocol><host>127.0.0.1</host><port>%d</port></proxy></proxies>
        """);

    validate();

    assertThat(asked)
        .isNotEmpty()
        .allMatch(path -> path.startsWith("http://repository.example/plain/"));
  }

  private void settings(String content) throws IOException {
    project.write(
        "own.xml", "<settings>" + content.formatted(server.getAddress().getPort()) + "</settings>");
  }

  /** With an empty repository, so that Maven has to ask. */
  private void validate() {
    project.maven(
        "--settings", "own.xml", "-Dmaven.repo.local=" + folder.resolve("empty"), "clean");
  }
}
