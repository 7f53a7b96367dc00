package io.github.ambientgpt.bridge.ollama;

import tools.jackson.databind.JsonNode;

/** Ollama's two ways of being asked. */
public enum Route {
  GENERATE("/api/generate", "/response"),
  CHAT("/api/chat", "/message/content");

  private final String path;
  private final String text;

  Route(String path, String text) {
    this.path = path;
    this.text = text;
  }

  String path() {
    return path;
  }

  /** What an answer, or a piece of one, says; missing when it says nothing. */
  JsonNode text(JsonNode answer) {
    return answer.at(text);
  }
}
