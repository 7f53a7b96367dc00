package io.github.ambientgpt.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Helm, put where the build looks for it: the one on the PATH, or else Helm's own archive, whose
 * checksum stands in {@code helm.properties}. The plugin's own download checks none.
 */
final class Helm {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path folder;
  private final String platform;
  private final Properties sums;

  /**
   * @param folder where the build looks for it
   * @param platform in Helm's words, as in linux-amd64
   * @param sums the SHA-256 of each archive that may be fetched, by version-platform
   */
  Helm(Path folder, String platform, Properties sums) {
    this.folder = folder;
    this.platform = platform;
    this.sums = sums;
  }

  /** For this machine, with the checksums that are known here. */
  static Helm in(Path folder) throws IOException {
    Properties sums = new Properties();
    try (InputStream in = Helm.class.getResourceAsStream("/helm.properties")) {
      sums.load(in);
    }
    return new Helm(folder, platform(), sums);
  }

  /**
   * @param version without a v
   * @param from an address, or a folder of this machine
   * @param path folders of programs, as in the variable PATH
   * @throws Refusal when there is none, and it cannot be had or is another than the one known here
   */
  void require(String version, String from, String path) {
    if (Files.exists(program())) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Optional<Path> found = found(path);
      if (found.isPresent()) {
        Files.copy(found.get(), program());
        System.out.println("Helm: " + found.get());
      } else {
        fetch(version, from);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path program() {
    return folder.resolve(name());
  }

  private String name() {
    return isWindows() ? "helm.exe" : "helm";
  }

  private boolean isWindows() {
    return platform.startsWith("windows");
  }

  private Optional<Path> found(String path) {
    return Stream.of(path.split(System.getProperty("path.separator")))
        .filter(place -> !place.isBlank())
        .map(place -> Path.of(place, name()))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private void fetch(String version, String from) throws IOException {
    String known = sums.getProperty(version + "-" + platform);
    if (known == null) {
      throw new Refusal(
          "There is no Helm on the PATH, and no checksum known of Helm %s for %s: put Helm 4 on the PATH"
              .formatted(version, platform));
    }
    String name = "helm-v" + version + "-" + platform + (isWindows() ? ".zip" : ".tar.gz");
    Path archive = folder.resolve(name);
    get(from, name, archive);
    String sum = sha256(archive);
    if (!sum.equals(known)) {
      Files.delete(archive);
      throw new Refusal(
          "%s of %s has the SHA-256 %s, not %s: it is not Helm's own; see who changed it"
              .formatted(name, from, sum, known));
    }
    if (isWindows()) {
      unzip(archive);
    } else {
      Command.text(
          "tar", "-xzf", archive.toString(), "-C", folder.toString(), platform + "/" + name());
      Files.move(
          folder.resolve(platform).resolve(name()), program(), StandardCopyOption.REPLACE_EXISTING);
    }
    System.out.println("Helm: " + version + " from " + from);
  }

  /** Java reads it itself: not every Windows has a tar that does. */
  private void unzip(Path archive) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile());
        InputStream content = zip.getInputStream(zip.getEntry(platform + "/" + name()))) {
      Files.copy(content, program(), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void get(String from, String name, Path archive) throws IOException {
    if (!from.startsWith("http://") && !from.startsWith("https://")) {
      Path there = Path.of(from).resolve(name);
      if (!Files.exists(there)) {
        throw unavailable(there.toString(), "it is not there");
      }
      Files.copy(there, archive, StandardCopyOption.REPLACE_EXISTING);
      return;
    }
    URI url = URI.create(from + "/" + name);
    HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    try {
      HttpResponse<Path> answer =
          client.send(
              HttpRequest.newBuilder(url).timeout(PATIENCE).build(), BodyHandlers.ofFile(archive));
      if (answer.statusCode() != 200) {
        throw unavailable(url.toString(), "status " + answer.statusCode());
      }
    } catch (IOException e) {
      throw unavailable(url.toString(), e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(url.toString(), "interrupted");
    }
  }

  private static Refusal unavailable(String what, String why) {
    return new Refusal(
        "There is no Helm on the PATH, and %s cannot be had (%s): put Helm 4 on the PATH, or name another place by -Dhelm.download"
            .formatted(what, why));
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private static String platform() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String system =
        name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "darwin" : "linux";
    String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    return system + "-" + processor;
  }
}
