package io.github.ambientgpt.api.storage;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where everything is kept. Which database and which blob store it is, is decided from this when
 * the program starts, so that one image serves every configuration.
 *
 * @param folder of this installation's data; made when it is not there
 * @param database where rows are kept; an H2 file in the folder when no URL is given
 * @param s3 where audio is kept; a folder beside the database when no bucket is given
 */
@ConfigurationProperties("ambient-gpt.storage")
public record StorageProperties(
    @DefaultValue("./app_data") Path folder, @DefaultValue Database database, @DefaultValue S3 s3) {
  /**
   * @param url of PostgreSQL, such as {@code jdbc:postgresql://db/ambient}; empty for H2
   * @param connections at most so many at once
   */
  public record Database(
      @DefaultValue("") String url,
      @DefaultValue("") String username,
      @DefaultValue("") String password,
      @DefaultValue("16") int connections) {
    boolean embedded() {
      return url.isBlank();
    }

    /** Without the password. */
    @Override
    public String toString() {
      return "Database[" + (embedded() ? "embedded" : "postgresql") + "]";
    }
  }

  /**
   * @param bucket an S3 bucket that is there; empty for a folder
   * @param endpoint of another service than Amazon's
   * @param accessKey empty to take what the environment or the machine's role gives
   */
  public record S3(
      @DefaultValue("") String bucket,
      @Nullable URI endpoint,
      @DefaultValue("us-east-1") String region,
      @DefaultValue("") String accessKey,
      @DefaultValue("") String secretKey) {
    Optional<URI> server() {
      return Optional.ofNullable(endpoint);
    }

    /** Without the keys. */
    @Override
    public String toString() {
      return "S3[" + bucket + "]";
    }
  }

  public StorageProperties {
    folder = folder.toAbsolutePath().normalize();
  }
}
