package io.github.ambientgpt.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A machine whose Node will not do gets one from where the build is told, if it is the one whose
 * checksum is known: this machine's own, packed as Node's makers do, from a server of the test's.
 */
class FetchIT {
  private static final String VERSION = "999.0.0";

  private final List<String> asked = new CopyOnWriteArrayList<>();

  @TempDir Path folder;
  private HttpServer server;
  private Workspace project;
  private byte[] archive;

  @BeforeEach
  void start() throws IOException {
    project = new Workspace(Files.createDirectory(folder.resolve("project")));
    assumeTrue(
        Archive.system().equals("linux")
            && (project.has("npm", "--version")
                || Boolean.parseBoolean(System.getenv("AMBIENT_GPT_PARTS_REQUIRED"))),
        "Node with npm, on Linux, is packed and fetched: there is none here");
    archive = Files.readAllBytes(pack());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().getPath());
          exchange.sendResponseHeaders(200, archive.length);
          exchange.getResponseBody().write(archive);
          exchange.close();
        });
    server.start();
    project.take("release/pom.xml", "release/src", "frontend/pom.xml", "frontend/docker");
    project.reactor("release", "frontend");
    project.write(
        "frontend/package.json",
        """
        {"name": "small", "version": "1.0.0", "scripts": {
          "build": "node -e \\"require('fs').writeFileSync('target/by.txt', process.execPath)\\"",
          "test": "node --version"}}
        """);
    project.write(
        "frontend/package-lock.json",
        "{\"name\": \"small\", \"version\": \"1.0.0\", \"lockfileVersion\": 3, \"packages\": {}}");
    project.commit("feat: a page");
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  @Test
  void onlyTheOneWithTheKnownChecksumMakesThePage() throws IOException {
    for (String again : List.of("not there yet", "left from the first time")) {
      Workspace.Outcome refused = build("0".repeat(64));

      assertThat(refused.errors())
          .as("an archive that is " + again)
          .anyMatch(line -> line.contains("wget (node)") && line.contains("Not same digest"));
      assertThat(project.path("frontend/target/node/" + name())).doesNotExist();
      assertThat(project.path("frontend/target/by.txt")).doesNotExist();
    }

    Workspace.Outcome taken = build(Images.digest(archive).replace("sha256:", ""));

    assertThat(taken.status()).as(taken.output()).isZero();
    assertThat(taken.output()).contains("name another place by -Dnode.download");
    assertThat(asked).containsOnly("/v" + VERSION + "/" + name() + ".tar.gz");
    assertThat(project.path("frontend/target/by.txt"))
        .content()
        .endsWith("frontend/target/node/" + name() + "/bin/node");
  }

  private Workspace.Outcome build(String sum) {
    return project.maven(
        "-DskipTests",
        "-Ddep.node.version=" + VERSION,
        "-Ddownload.cache.directory=" + folder.resolve("cache"),
        "-Dnode.download=http://127.0.0.1:" + server.getAddress().getPort(),
        "-Dnode.sum=" + sum,
        "package");
  }

  private static String name() {
    return "node-v" + VERSION + "-linux-" + (Archive.isArm() ? "arm64" : "x64");
  }

  /** This machine's own, laid out as in the archives of Node's makers. */
  private Path pack() throws IOException {
    Path node = folder.resolve(name());
    Files.createDirectories(node.resolve("bin"));
    Files.createDirectories(node.resolve("lib/node_modules"));
    Files.copy(Path.of(Command.text("node", "-p", "process.execPath")), node.resolve("bin/node"));
    Path npm = Path.of(Command.text("npm", "root", "--global")).resolve("npm").toRealPath();
    Command.text("cp", "-r", npm.toString(), node.resolve("lib/node_modules/npm").toString());
    Files.createSymbolicLink(
        node.resolve("bin/npm"), Path.of("../lib/node_modules/npm/bin/npm-cli.js"));
    Path packed = folder.resolve("node.tar.gz");
    Command.text("tar", "-czf", packed.toString(), "-C", folder.toString(), name());
    return packed;
  }
}
