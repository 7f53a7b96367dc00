package io.github.ambientgpt.api.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Objects in an S3 bucket. A large one goes in parts out of memory, so that a part can be sent
 * again; it is there only once all of them are.
 */
final class S3Blobs implements Blobs {
  private static final Logger log = LoggerFactory.getLogger(S3Blobs.class);
  private static final int PART = 8 << 20;

  private final StorageProperties.S3 properties;
  private S3Client client;

  S3Blobs(StorageProperties.S3 properties) {
    this.properties = properties;
  }

  /** Made when first needed: it takes a second. */
  private synchronized S3Client client() {
    if (client == null) {
      S3ClientBuilder builder =
          S3Client.builder()
              .httpClient(UrlConnectionHttpClient.create())
              .region(Region.of(properties.region()))
              .forcePathStyle(properties.server().isPresent());
      properties.server().ifPresent(builder::endpointOverride);
      if (!properties.accessKey().isBlank()) {
        builder.credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(properties.accessKey(), properties.secretKey())));
      }
      client = builder.build();
    }
    return client;
  }

  @Override
  public void write(String key, Content content) throws IOException {
    Parts parts = new Parts(key);
    try {
      content.writeTo(parts);
      parts.complete();
    } catch (SdkException e) {
      throw failure(e);
    } finally {
      parts.abandonUnlessComplete();
    }
  }

  @Override
  public SeekableByteChannel open(String key) throws IOException {
    try {
      long size = client().headObject(r -> r.bucket(properties.bucket()).key(key)).contentLength();
      return new RangedChannel(size, (from, to) -> range(key, from, to));
    } catch (NoSuchKeyException e) {
      throw new NoSuchFileException(key);
    } catch (SdkException e) {
      throw failure(e);
    }
  }

  private byte[] range(String key, long from, long to) throws IOException {
    try {
      return client()
          .getObjectAsBytes(
              r -> r.bucket(properties.bucket()).key(key).range("bytes=" + from + "-" + (to - 1)))
          .asByteArray();
    } catch (SdkException e) {
      throw failure(e);
    }
  }

  @Override
  public void delete(String key) throws IOException {
    try {
      client().deleteObject(r -> r.bucket(properties.bucket()).key(key));
    } catch (SdkException e) {
      throw failure(e);
    }
  }

  @Override
  public List<String> keys(String prefix) throws IOException {
    try {
      return client()
          .listObjectsV2Paginator(r -> r.bucket(properties.bucket()).prefix(prefix))
          .contents()
          .stream()
          .map(S3Object::key)
          .sorted()
          .toList();
    } catch (SdkException e) {
      throw failure(e);
    }
  }

  @Override
  public long room() {
    return Long.MAX_VALUE;
  }

  private static IOException failure(SdkException e) {
    String code =
        e instanceof S3Exception s3 && s3.awsErrorDetails() != null
            ? s3.awsErrorDetails().errorCode()
            : e.getClass().getSimpleName();
    return new IOException(
        (isFull(e, code) ? "No space left in the bucket: " : "The bucket's service failed: ")
            + code,
        e);
  }

  /** As servers other than Amazon's say it: XMinioStorageFull, QuotaExceeded, … */
  private static boolean isFull(SdkException e, String code) {
    return (e instanceof S3Exception s3 && s3.statusCode() == 507)
        || code.contains("StorageFull")
        || code.contains("QuotaExceeded");
  }

  /** What is written, cut into parts; a short one is an object at once. */
  private final class Parts extends OutputStream {
    private final String key;
    private final ByteArrayOutputStream part = new ByteArrayOutputStream();
    private final List<CompletedPart> sent = new ArrayList<>();
    private String upload;
    private boolean completed;

    Parts(String key) {
      this.key = key;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      int from = offset;
      while (from < offset + length) {
        int count = Math.min(PART - part.size(), offset + length - from);
        part.write(bytes, from, count);
        from += count;
        if (part.size() == PART) {
          send();
        }
      }
    }

    private void send() {
      if (upload == null) {
        upload =
            client().createMultipartUpload(r -> r.bucket(properties.bucket()).key(key)).uploadId();
      }
      int number = sent.size() + 1;
      String tag =
          client()
              .uploadPart(
                  r -> r.bucket(properties.bucket()).key(key).uploadId(upload).partNumber(number),
                  RequestBody.fromBytes(part.toByteArray()))
              .eTag();
      sent.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
      part.reset();
    }

    void complete() {
      if (upload == null) {
        client()
            .putObject(
                r -> r.bucket(properties.bucket()).key(key),
                RequestBody.fromBytes(part.toByteArray()));
      } else {
        if (part.size() > 0) {
          send();
        }
        client()
            .completeMultipartUpload(
                r ->
                    r.bucket(properties.bucket())
                        .key(key)
                        .uploadId(upload)
                        .multipartUpload(m -> m.parts(sent)));
      }
      completed = true;
    }

    /** Parts of what never became whole cost money; a bucket's own rule takes those that stay. */
    void abandonUnlessComplete() {
      if (upload != null && !completed) {
        try {
          client()
              .abortMultipartUpload(r -> r.bucket(properties.bucket()).key(key).uploadId(upload));
        } catch (SdkException e) {
          log.warn("An unfinished upload stays in the bucket: {}", failure(e).getMessage());
        }
      }
    }
  }
}
