package io.github.ambientgpt.llm;

class OpenAiModelTest extends PlayedModelContract {
  OpenAiModelTest() {
    super(Played.OPENAI);
  }
}
