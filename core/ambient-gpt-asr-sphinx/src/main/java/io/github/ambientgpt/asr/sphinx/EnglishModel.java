package io.github.ambientgpt.asr.sphinx;

import java.net.URL;
import java.util.stream.Stream;

/** Where the parts of the model lie on the class path. */
final class EnglishModel {
  static final String NAME = "en-us";

  private static final String FOLDER = "/edu/cmu/sphinx/models/en-us/";

  private EnglishModel() {}

  static boolean isThere() {
    return Stream.of(words(), noises(), sentences()).allMatch(part -> part != null);
  }

  static URL sounds() {
    String definition = part("en-us/mdef").toExternalForm();
    try {
      return new URL(definition.substring(0, definition.length() - "mdef".length()));
    } catch (java.net.MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  static URL words() {
    return part("cmudict-en-us.dict");
  }

  static URL noises() {
    return part("en-us/noisedict");
  }

  static URL sentences() {
    return part("en-us.lm.bin");
  }

  private static URL part(String name) {
    return EnglishModel.class.getResource(FOLDER + name);
  }
}
