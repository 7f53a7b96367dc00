package io.github.ambientgpt.release.portal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** An uploaded zip, laid out as a Maven repository. */
record Bundle(List<Component> components) {
  /**
   * @throws IOException if it is no zip, or a path in it is no coordinate
   */
  static Bundle read(byte[] zip) throws IOException {
    Map<String, Map<String, byte[]>> folders = new TreeMap<>();
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry; (entry = entries.getNextEntry()) != null; ) {
        if (!entry.isDirectory()) {
          String path = entry.getName();
          int name = path.lastIndexOf('/');
          if (name < 0 || path.contains("..") || path.split("/").length < 4) {
            throw new IOException("Not a coordinate: " + path);
          }
          folders
              .computeIfAbsent(path.substring(0, name), folder -> new TreeMap<>())
              .put(path.substring(name + 1), entries.readAllBytes());
        }
      }
    }
    if (folders.isEmpty()) {
      throw new IOException("The bundle is empty");
    }
    List<Component> components = new ArrayList<>();
    folders.forEach((folder, files) -> components.add(component(folder, files)));
    return new Bundle(List.copyOf(components));
  }

  private static Component component(String folder, Map<String, byte[]> files) {
    String[] parts = folder.split("/");
    int version = parts.length - 1;
    String group = String.join(".", List.of(parts).subList(0, version - 1));
    return new Component(group, parts[version - 1], parts[version], files);
  }
}
