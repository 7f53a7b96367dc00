package io.github.ambientgpt.llm;

class OllamaModelTest extends PlayedModelContract {
  OllamaModelTest() {
    super(Played.OLLAMA);
  }
}
