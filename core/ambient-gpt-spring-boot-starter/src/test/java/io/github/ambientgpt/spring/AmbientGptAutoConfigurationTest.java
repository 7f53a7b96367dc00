package io.github.ambientgpt.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.check.Checker;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.provider.LanguageModelProvider;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.Readiness;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.template.Templates;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.core.ResolvableType;

class AmbientGptAutoConfigurationTest {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(AmbientGptAutoConfiguration.class));

  @Test
  void anApplicationGetsPipelineCheckerAndTemplates() {
    runner.run(
        context -> {
          assertThat(context).hasSingleBean(NotePipeline.class).hasSingleBean(Checker.class);
          assertThat(context.getBean(Templates.class).names()).contains("SOAP");
        });
  }

  @Test
  void aProviderThatIsABeanIsFoundByItsId() {
    runner
        .withBean(LanguageModelProvider.class, () -> new NamedProvider("mine"))
        .run(context -> assertThat(languageModels(context).get("mine").id()).isEqualTo("mine"));
  }

  @Test
  void anApplicationsOwnPipelineStays() {
    NotePipeline own = NotePipeline.builtin();
    runner
        .withBean("own", NotePipeline.class, () -> own)
        .run(context -> assertThat(context.getBean(NotePipeline.class)).isSameAs(own));
  }

  @SuppressWarnings("unchecked")
  private static Providers<LanguageModel, LanguageModelProvider> languageModels(
      ApplicationContext context) {
    ResolvableType type =
        ResolvableType.forClassWithGenerics(
            Providers.class, LanguageModel.class, LanguageModelProvider.class);
    return (Providers<LanguageModel, LanguageModelProvider>)
        context.getBeanProvider(type).getObject();
  }

  private record NamedProvider(String id) implements LanguageModelProvider {
    @Override
    public String summary() {
      return "A provider of the application's own";
    }

    @Override
    public Readiness check(Settings settings) {
      return Readiness.of();
    }

    @Override
    public LanguageModel create(Settings settings) {
      throw new UnsupportedOperationException("No test asks for it");
    }
  }
}
