package io.github.ambientgpt.speechmodel;

import java.net.URI;

/**
 * A model that can be downloaded.
 *
 * @param id such as {@code whisper-base.en}
 * @param engine the id of the recognizer that reads it
 * @param file as it is called where it is published; one that ends in {@code .zip} is unpacked
 * @param size of the file in bytes
 * @param sha256 of the file, in small hexadecimal digits
 * @param language BCP 47; {@code mul} for many
 * @param licence its SPDX identifier
 * @param url where its publisher has it
 * @since 0.1.0
 */
public record SpeechModel(
    String id,
    String engine,
    String file,
    long size,
    String sha256,
    String language,
    String licence,
    URI url) {
  static final String ARCHIVE = ".zip";

  public SpeechModel {
    ModelNames.require(file);
    if (size <= 0 || !sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("The model " + id + " has no size or no SHA-256");
    }
  }

  /** Whether its file is an archive, which becomes a folder. */
  public boolean isArchive() {
    return file.endsWith(ARCHIVE);
  }

  /** What its file or folder is called once it is there. */
  public String installedName() {
    return isArchive() ? file.substring(0, file.length() - ARCHIVE.length()) : file;
  }
}
