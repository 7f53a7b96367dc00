package io.github.ambientgpt.api.storage;

import com.zaxxer.hikari.HikariDataSource;

/** Opens what properties describe: what the service works with, and what is moved to. */
public final class Stores {
  private Stores() {}

  public static HikariDataSource database(StorageProperties properties) {
    return DatabaseConfiguration.open(properties);
  }

  public static Blobs blobs(StorageProperties properties) {
    return properties.s3().bucket().isBlank()
        ? new FolderBlobs(properties.folder().resolve("blobs"))
        : new S3Blobs(properties.s3());
  }
}
