package io.github.ambientgpt.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Records what the bundle that Central has just taken held. */
public final class RecordCentral {
  private RecordCentral() {}

  /**
   * @param arguments {@code bundle} (the zip), {@code portal} (where it went), {@code steps},
   *     {@code uploaded} (see {@link Uploaded}), {@code version}, {@code commit}, {@code
   *     rehearsal.skip} (a rehearsal's portal forgets)
   */
  public static void main(String... arguments) {
    Arguments given = Arguments.of(arguments);
    Path bundle = given.path("bundle");
    if (!Files.exists(bundle)) {
      throw new Refusal(
          bundle
              + " is not there although the upload has ended well: nothing was published; see that Maven is 3.9");
    }
    Step.ended("central", components(bundle, given.text("portal"))).write(given.path("steps"));
    if (given.flag("rehearsal.skip")) {
      new Uploaded(given.text("version"), given.text("commit")).write(given.path("uploaded"));
    }
  }

  static List<Published> components(Path bundle, String portal) {
    Map<String, String> digests = new TreeMap<>();
    Map<String, Long> sizes = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(bundle))) {
      for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
        String path = entry.getName();
        if (entry.isDirectory() || !path.contains("/")) {
          continue;
        }
        byte[] content = zip.readAllBytes();
        String[] parts = path.split("/");
        String version = parts[parts.length - 2];
        String artifact = parts[parts.length - 3];
        String component = artifact + ":" + version;
        sizes.merge(component, (long) content.length, Long::sum);
        String file = parts[parts.length - 1];
        String main = artifact + "-" + version;
        if (file.equals(main + ".jar")
            || (file.equals(main + ".pom") && !digests.containsKey(component))) {
          digests.put(component, Images.digest(content));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Published> published = new ArrayList<>();
    sizes.forEach(
        (component, bytes) ->
            published.add(
                new Published(
                    "jar",
                    component.substring(0, component.indexOf(':')),
                    List.of(portal + " " + component),
                    digests.get(component),
                    bytes)));
    return published;
  }
}
