package io.github.ambientgpt.api.web;

import com.fasterxml.jackson.annotation.Nulls;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JsonConfiguration {
  /** A list has no empty places: nobody who reads one has to ask. */
  @Bean
  JsonMapperBuilderCustomizer noNullsInLists() {
    return builder ->
        builder.changeDefaultNullHandling(handling -> handling.withContentNulls(Nulls.FAIL));
  }
}
