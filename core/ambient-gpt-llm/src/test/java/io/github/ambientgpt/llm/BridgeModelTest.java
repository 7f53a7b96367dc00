package io.github.ambientgpt.llm;

class BridgeModelTest extends PlayedModelContract {
  BridgeModelTest() {
    super(Played.BRIDGE);
  }
}
