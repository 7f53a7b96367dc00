package io.github.ambientgpt.llm;

class AzureOpenAiModelTest extends PlayedModelContract {
  AzureOpenAiModelTest() {
    super(Played.AZURE);
  }
}
