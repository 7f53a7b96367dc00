package io.github.ambientgpt.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.provider.Provider;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an editor completes is what the engines read. */
class MetadataTest {
  private static final String RECOGNIZERS = "ambient-gpt.recognizers.";
  private static final String MODELS = "ambient-gpt.language-models.";

  @Test
  void everyPropertyHasADescription() throws IOException {
    assertThat(properties()).isNotEmpty();
    assertThat(properties())
        .allSatisfy(
            property ->
                assertThat(property.path("description").asString(""))
                    .as(property.path("name").asString())
                    .isNotBlank());
  }

  @Test
  void everySettingOfAnEngineThatAnEditorOffersIsReadByIt() throws IOException {
    int seen = 0;
    for (JsonNode property : properties()) {
      String name = property.path("name").asString();
      if (name.startsWith(RECOGNIZERS)) {
        read(name.substring(RECOGNIZERS.length()), Providers.recognizers().all());
        seen++;
      } else if (name.startsWith(MODELS)) {
        read(name.substring(MODELS.length()), Providers.languageModels().all());
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(50);
  }

  @Test
  void everyEngineThatCanBeChosenIsOffered() throws IOException {
    List<String> offered = new ArrayList<>();
    metadata()
        .path("hints")
        .forEach(
            hint ->
                hint.path("values").forEach(value -> offered.add(value.path("value").asString())));

    assertThat(offered)
        .containsAll(ids(Providers.recognizers().all()))
        .containsAll(ids(Providers.languageModels().all()));
  }

  private static void read(String idAndSetting, List<? extends Provider<?>> providers) {
    String id = idAndSetting.substring(0, idAndSetting.indexOf('.'));
    String setting = idAndSetting.substring(id.length() + 1);
    Provider<?> provider =
        providers.stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    assertThat(provider.faults(Settings.of(setting, "2")))
        .as(idAndSetting)
        .noneMatch(fault -> fault.message().contains("does not know"));
  }

  private static List<String> ids(List<? extends Provider<?>> providers) {
    return providers.stream().map(Provider::id).toList();
  }

  private static List<JsonNode> properties() throws IOException {
    return metadata().path("properties").valueStream().toList();
  }

  /** Ours, among that of all jars. */
  private static JsonNode metadata() throws IOException {
    String path =
        AmbientGptProperties.class.getProtectionDomain().getCodeSource().getLocation().toString()
            + "META-INF/spring-configuration-metadata.json";
    try (InputStream in = URI.create(path).toURL().openStream()) {
      return JsonMapper.shared().readTree(in);
    }
  }
}
