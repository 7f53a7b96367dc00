package io.github.ambientgpt.release.portal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What Central asks of one component. Each fault is a sentence, as Central words it where that is
 * known.
 */
final class Rules {
  private static final List<String> SUMS = List.of(".md5", ".sha1");
  private static final Map<String, String> ALGORITHMS =
      Map.of(".md5", "MD5", ".sha1", "SHA-1", ".sha256", "SHA-256", ".sha512", "SHA-512");
  private static final List<String> METADATA =
      List.of(
          "name", "description", "url", "licenses/license/name", "developers/developer", "scm/url");

  private final Signatures signatures;
  private final Predicate<Component> published;

  /**
   * @param published whether a coordinate is already there
   */
  Rules(Signatures signatures, Predicate<Component> published) {
    this.signatures = signatures;
    this.published = published;
  }

  /** All faults of a component; none if Central would take it. */
  List<String> faults(Component component) {
    List<String> faults = new ArrayList<>();
    if (component.version().endsWith("-SNAPSHOT")) {
      faults.add("Version cannot be a SNAPSHOT: " + component.version());
    }
    if (published.test(component)) {
      faults.add("Component with package url: '" + component.purl() + "' already exists");
    }
    if (component.has(".pom")) {
      pom(component, faults);
    } else {
      faults.add("Bundle has content that does NOT have a .pom file");
    }
    component.files().forEach((name, content) -> file(component, name, content, faults));
    return faults;
  }

  private void pom(Component component, List<String> faults) {
    Pom pom;
    try {
      pom = Pom.parse(component.file(".pom"));
    } catch (IOException e) {
      faults.add("The POM cannot be read");
      return;
    }
    METADATA.stream()
        .filter(path -> pom.text(path).isEmpty())
        .forEach(path -> faults.add("Project " + path + " is missing"));
    coordinate(component, pom, faults);
    if (new String(component.file(".pom"), StandardCharsets.UTF_8).contains("${revision}")) {
      faults.add("The POM still holds ${revision}");
    }
    for (Pom dependency : pom.all("dependencies/dependency")) {
      if (dependency.text("version").endsWith("-SNAPSHOT")) {
        faults.add("Dependency on a SNAPSHOT: " + dependency.text("artifactId"));
      }
      if (dependency.text("version").isEmpty()
          && pom.all("dependencyManagement").isEmpty()
          && pom.all("parent").isEmpty()) {
        faults.add("Dependency version information is missing: " + dependency.text("artifactId"));
      }
    }
    String packaging = pom.text("packaging");
    if (packaging.isEmpty() || packaging.equals("jar")) {
      jars(component, faults);
    }
  }

  private static void coordinate(Component component, Pom pom, List<String> faults) {
    if (!pom.text("groupId").equals(component.group())
        || !pom.text("artifactId").equals(component.artifact())
        || !pom.text("version").equals(component.version())) {
      faults.add("The POM's coordinate is not its folder's: " + component.folder());
    }
  }

  private static void jars(Component component, List<String> faults) {
    if (!component.has(".jar")) {
      faults.add("The main jar is missing");
    }
    if (!component.has("-sources.jar")) {
      faults.add("Sources must be provided but not found in entries");
    }
    if (!component.has("-javadoc.jar")) {
      faults.add("Javadocs must be provided but not found in entries");
    }
  }

  private void file(Component component, String name, byte[] content, List<String> faults) {
    String ending = name.substring(name.lastIndexOf('.'));
    if (ALGORITHMS.containsKey(ending)) {
      byte[] summed = component.files().get(name.substring(0, name.length() - ending.length()));
      if (summed == null
          || !new String(content, StandardCharsets.US_ASCII)
              .strip()
              .equals(sum(ALGORITHMS.get(ending), summed))) {
        faults.add("Invalid checksum: " + name);
      }
      return;
    }
    if (ending.equals(".asc")) {
      return;
    }
    for (String sum : SUMS) {
      if (!component.files().containsKey(name + sum)) {
        faults.add("Missing " + sum.substring(1) + " checksum for file: " + name);
      }
    }
    byte[] signature = component.files().get(name + ".asc");
    if (signature == null) {
      faults.add("Missing signature for file: " + name);
    } else if (!signatures.verify(content, signature)) {
      faults.add("Invalid signature for file: " + name);
    }
  }

  static String sum(String algorithm, byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has " + algorithm, e);
    }
  }
}
