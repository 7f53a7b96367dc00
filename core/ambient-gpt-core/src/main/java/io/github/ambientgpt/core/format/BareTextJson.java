package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.transcript.Transcript;

/** Nothing but a {@code text}, as servers of Whisper answer when nobody asks for more. */
final class BareTextJson implements JsonLayout {
  @Override
  public boolean holds(Fields root) {
    return root.node().path("text").isString() && !root.text("text").isBlank();
  }

  @Override
  public Transcript read(Fields root) {
    Transcript read = new PlainTranscript().read(root.text("text").strip(), root.input());
    String language = root.optionalText("language").map(LanguageTag::of).orElse("und");
    return new Transcript(language, read.recognition(), read.utterances());
  }
}
