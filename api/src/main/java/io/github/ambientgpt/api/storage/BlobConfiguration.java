package io.github.ambientgpt.api.storage;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The blob store, chosen by the properties and not by conditions on beans. */
@Configuration(proxyBeanMethods = false)
class BlobConfiguration {
  @Bean
  Blobs blobs(StorageProperties properties) {
    return Stores.blobs(properties);
  }
}
