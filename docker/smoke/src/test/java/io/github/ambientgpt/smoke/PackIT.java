package io.github.ambientgpt.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How a JDK without jmods gets into the image for another processor: what is packed of it makes the
 * same Java as its own jlink does.
 */
class PackIT {
  private static final String JDK = System.getProperty("smoke.jdk");
  private static final String MODULES = "java.sql,jdk.zipfs";

  /** Two Javas of these modules, one by each way, and where they differ. */
  private static final String COMPARE =
      """
      set -e
      javac -d /tools /src/Pack.java
      java -cp /tools Pack "$JAVA_HOME" /modules "$MODULES"
      jlink --module-path /modules --add-modules "$MODULES" --output /packed
      jlink --add-modules "$MODULES" --output /own
      for each in packed own; do
        echo "$each: $(/$each/bin/java --list-modules | wc -l) modules"
        jimage extract --dir /of-$each /$each/lib/modules
      done
      diff -rq /of-packed /of-own || true
      cd /own && find bin conf lib -type f ! -name modules | sort | while read -r file; do
        cmp "$file" "/packed/$file" || true
      done
      """;

  @Test
  void whatIsPackedMakesTheSameJava() {
    assumeTrue(
        sh("ls -d \"$JAVA_HOME/jmods\" 2>/dev/null || true").isEmpty(),
        "This JDK has its jmods, so nothing is packed of it");

    String told = sh(COMPARE);

    // java.base, java.logging, java.sql, java.transaction.xa, java.xml, jdk.zipfs
    assertThat(told).contains("packed: 6 modules", "own: 6 modules");
    // Each jlink writes down which modules belong together, of those that it was given.
    assertThat(told.lines().filter(PackIT::isDifference))
        .isNotEmpty()
        .allMatch(line -> line.contains("module-info.class") || line.contains("/SystemModules$"));
  }

  private static boolean isDifference(String line) {
    return line.contains(" differ") || line.contains("Only in") || line.startsWith("cmp: ");
  }

  private static String sh(String script) {
    return Docker.run(
        Map.of(),
        "run",
        "--rm",
        "--env",
        "JAVA_TOOL_OPTIONS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "--env",
        "MODULES=" + MODULES,
        "--volume",
        Images.ROOT.resolve("docker/base/src/main/docker") + ":/src:ro",
        "--entrypoint",
        "sh",
        JDK,
        "-c",
        script);
  }
}
