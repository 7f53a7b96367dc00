package io.github.ambientgpt.bridge.generation;

/**
 * @param model what Ollama calls it
 * @param text all of the answer
 */
record GenerateAnswer(String model, String text, Ending ending, Usage usage, Timing timing) {
  /** Without the text: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "GenerateAnswer[" + model + ", " + text.length() + " characters]";
  }
}
