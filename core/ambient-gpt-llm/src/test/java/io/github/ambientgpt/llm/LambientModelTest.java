package io.github.ambientgpt.llm;

class LambientModelTest extends PlayedModelContract {
  LambientModelTest() {
    super(Played.LAMBIENT);
  }
}
