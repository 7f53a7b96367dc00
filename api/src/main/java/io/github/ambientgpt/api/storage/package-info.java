/**
 * Where everything is kept. Rows by {@code JdbcClient} in H2 or PostgreSQL, blobs in a folder or a
 * bucket. Whatever a visit holds passes {@link io.github.ambientgpt.api.storage.Seal}: columns by
 * {@link io.github.ambientgpt.api.storage.SealedColumns}, blobs by {@link
 * io.github.ambientgpt.api.storage.SealedBlobs}.
 */
package io.github.ambientgpt.api.storage;
