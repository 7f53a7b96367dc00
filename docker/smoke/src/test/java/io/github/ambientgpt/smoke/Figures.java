package io.github.ambientgpt.smoke;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was measured of the images. */
interface Figures {
  /** Of their file. */
  String name();

  String table();

  /** The limits that were missed, each with both figures. */
  List<String> missed();

  default void write() {
    try {
      Path folder = Files.createDirectories(Images.ROOT.resolve("target/reports"));
      Files.writeString(
          folder.resolve(name() + ".json"),
          JsonMapper.builder()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .build()
              .writeValueAsString(this));
    } catch (IOException e) {
      throw new UncheckedIOException("target/reports/" + name() + ".json cannot be written", e);
    }
  }
}
