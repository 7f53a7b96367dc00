package io.github.ambientgpt.api.backup;

import java.time.Instant;
import java.util.Map;

/**
 * What is in a backup: its last entry, so that one which broke off has none.
 *
 * @param format of the file
 * @param schema the versions of the database's migrations
 * @param masters the ids of the master keys that it needs
 * @param rows of each table
 * @param tables the SHA-256 of each table's entry
 * @param blobs the SHA-256 of each blob, by its key
 * @param missing blobs that were deleted while the backup was made
 */
record Manifest(
    int format,
    Instant madeAt,
    String schema,
    java.util.List<Long> masters,
    Map<String, Long> rows,
    Map<String, String> tables,
    Map<String, String> blobs,
    int missing) {
  static final int FORMAT = 1;
  static final String NAME = "manifest.json";
  static final String TABLES = "tables/";
  static final String BLOBS = "blobs/";
}
