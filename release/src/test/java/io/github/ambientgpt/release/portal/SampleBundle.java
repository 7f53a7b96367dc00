package io.github.ambientgpt.release.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A bundle that Central would take, to be spoiled in one place by each test. */
final class SampleBundle {
  private final ThrowAwayKey key;
  private final String base;
  private final Map<String, byte[]> files = new TreeMap<>();

  SampleBundle(ThrowAwayKey key, String version) {
    this.key = key;
    base = "org/example/sample/" + version + "/sample-" + version;
    with(".pom", pom(version));
    with(".jar", "classes");
    with("-sources.jar", "sources");
    with("-javadoc.jar", "javadoc");
  }

  /** Adds or replaces a file with its signature and sums. */
  SampleBundle with(String ending, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    byte[] signature = key.sign(bytes);
    only(ending, bytes);
    only(ending + ".asc", signature);
    only(ending + ".md5", ascii(Rules.sum("MD5", bytes)));
    only(ending + ".sha1", ascii(Rules.sum("SHA-1", bytes)));
    return this;
  }

  /** Adds or replaces one file and nothing beside it. */
  SampleBundle only(String ending, byte[] content) {
    files.put(base + ending, content);
    return this;
  }

  /** Takes away a file with its signature and sums. */
  SampleBundle without(String ending) {
    files.keySet().removeIf(name -> name.startsWith(base + ending));
    return this;
  }

  SampleBundle withoutOnly(String ending) {
    files.remove(base + ending);
    return this;
  }

  SampleBundle pomWith(String old, String replacement) {
    String pom = new String(files.get(base + ".pom"), StandardCharsets.UTF_8);
    if (!pom.contains(old)) {
      throw new IllegalArgumentException("Not in the POM: " + old);
    }
    return with(".pom", pom.replace(old, replacement));
  }

  byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String pom(String version) {
    return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <groupId>org.example</groupId><artifactId>sample</artifactId><version>%s</version>
          <name>Sample</name>
          <description>A sample.</description>
          <url>https://example.org</url>
          <licenses><license><name>Apache-2.0</name></license></licenses>
          <developers><developer><name>Someone</name></developer></developers>
          <scm><url>https://example.org/scm</url></scm>
          <dependencies>
            <dependency><groupId>org.example</groupId><artifactId>other</artifactId><version>1.0</version></dependency>
          </dependencies>
        </project>
        """
        .formatted(version);
  }
}
