package io.github.ambientgpt.api.storage;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.annotation.ProxyTransactionManagementConfiguration;
import org.springframework.transaction.interceptor.TransactionAttributeSource;

/**
 * Looks for transactions in classes of ours only: of each other bean, too, every method was asked
 * at each start.
 */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class TransactionConfiguration extends ProxyTransactionManagementConfiguration {
  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  @Override
  public TransactionAttributeSource transactionAttributeSource() {
    return new Ours();
  }

  private static final class Ours extends AnnotationTransactionAttributeSource {
    private static final long serialVersionUID = 1;
    private static final String OURS = "io.github.ambientgpt.";

    @Override
    public boolean isCandidateClass(Class<?> type) {
      return type.getName().startsWith(OURS) && super.isCandidateClass(type);
    }
  }
}
