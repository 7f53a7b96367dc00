package io.github.ambientgpt.api.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.api.S3Server;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Blobs in a bucket, against a real server that speaks S3. */
class S3BlobsTest {
  private static final int MEGABYTE = 1 << 20;

  @TempDir static Path folder;
  private static S3Server server;
  private static S3Blobs blobs;

  @BeforeAll
  static void start() {
    server = S3Server.start(folder);
    blobs = blobs(S3Server.BUCKET);
  }

  private static S3Blobs blobs(String bucket) {
    return new S3Blobs(
        new StorageProperties.S3(bucket, server.endpoint(), "us-east-1", "anybody", "secret"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static byte at(long offset) {
    return (byte) (offset * 31 + offset / MEGABYTE);
  }

  /** So many megabytes that differ from place to place, and one byte. */
  private static void write(String key, int megabytes) throws IOException {
    blobs.write(
        key,
        out -> {
          byte[] some = new byte[MEGABYTE];
          for (int part = 0; part < megabytes; part++) {
            for (int i = 0; i < MEGABYTE; i++) {
              some[i] = at((long) part * MEGABYTE + i);
            }
            out.write(some);
          }
          out.write(at((long) megabytes * MEGABYTE));
        });
  }

  private static byte[] read(SeekableByteChannel channel, long from, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    channel.position(from);
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // until all of it is here
    }
    return bytes.array();
  }

  @Test
  void whatIsSmallIsOneObject() throws IOException {
    blobs.write("small/one", out -> out.write("speech".getBytes(StandardCharsets.UTF_8)));

    try (SeekableByteChannel channel = blobs.open("small/one")) {
      assertThat(channel.size()).isEqualTo(6);
      assertThat(read(channel, 0, 6)).asString(StandardCharsets.UTF_8).isEqualTo("speech");
    }
  }

  @Test
  void whatIsLargeGoesInPartsAndIsReadFromAnyPlace() throws IOException {
    write("large/one", 20);

    try (SeekableByteChannel channel = blobs.open("large/one")) {
      assertThat(channel.size()).isEqualTo(20L * MEGABYTE + 1);
      for (long from : new long[] {0, 8L * MEGABYTE - 3, 16L * MEGABYTE, 20L * MEGABYTE - 5}) {
        byte[] expected = new byte[6];
        for (int i = 0; i < 6; i++) {
          expected[i] = at(from + i);
        }
        assertThat(read(channel, from, 6)).as("from %d", from).isEqualTo(expected);
      }
    }
  }

  @Test
  void whatBreaksOffLeavesNothing() {
    assertThatThrownBy(
            () ->
                blobs.write(
                    "broken/one",
                    out -> {
                      out.write(new byte[9 * MEGABYTE]);
                      throw new IOException("the client is gone");
                    }))
        .hasMessage("the client is gone");

    assertThatThrownBy(() -> blobs.open("broken/one")).isInstanceOf(NoSuchFileException.class);
    try (S3Client client =
        S3Client.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .endpointOverride(server.endpoint())
            .forcePathStyle(true)
            .region(Region.US_EAST_1)
            .build()) {
      assertThat(client.listMultipartUploads(r -> r.bucket(S3Server.BUCKET)).uploads())
          .as("parts that cost money")
          .noneMatch(upload -> upload.key().startsWith("broken/"));
    }
  }

  @Test
  void keysAreListedSortedAndDeleted() throws IOException {
    for (String key : new String[] {"list/b", "list/a", "other/c"}) {
      blobs.write(key, out -> out.write(1));
    }

    assertThat(blobs.keys("list/")).containsExactly("list/a", "list/b");
    blobs.delete("list/a");
    blobs.delete("list/a"); // which is gone already
    assertThat(blobs.keys("list/")).containsExactly("list/b");
  }

  @Test
  void aBucketThatIsNotThereIsAFailureOfTheStore() {
    assertThatThrownBy(() -> blobs("nowhere").write("x", out -> out.write(1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("NoSuchBucket");
  }
}
