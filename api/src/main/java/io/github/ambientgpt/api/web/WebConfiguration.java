package io.github.ambientgpt.api.web;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
  /** From here on a blocked virtual thread holds no thread of the system (JEP 491). */
  private static final int VIRTUAL_THREADS = 24;

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new IfMatchResolver());
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new KnownQuery()).addPathPatterns("/api/v1/**");
  }

  /**
   * Spring's property for this is a condition, which an ahead-of-time build fixes by the JDK that
   * builds.
   */
  @Bean
  TomcatProtocolHandlerCustomizer<?> virtualThreads() {
    return handler -> {
      if (Runtime.version().feature() >= VIRTUAL_THREADS) {
        handler.setExecutor(virtualThreadExecutor());
      }
    };
  }

  private static Executor virtualThreadExecutor() {
    try {
      return (Executor) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e); // this Java has it
    }
  }
}
