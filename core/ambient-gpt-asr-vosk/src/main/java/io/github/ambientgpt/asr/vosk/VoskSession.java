package io.github.ambientgpt.asr.vosk;

import io.github.ambientgpt.core.speech.StreamingRecognizer.Listener;
import io.github.ambientgpt.core.speech.StreamingRecognizer.Session;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;

/** Gathers every result of a stream: each ends an utterance, and none replaces another. */
final class VoskSession implements Session {
  private final VoskStream stream;
  private final String language;
  private final String model;
  private final Listener listener;
  private final List<Utterance> utterances = new ArrayList<>();
  private String partial = "";

  /**
   * @param stream its own: closed with the session
   */
  VoskSession(VoskStream stream, String language, String model, Listener listener) {
    this.stream = stream;
    this.language = language;
    this.model = model;
    this.listener = listener;
  }

  @Override
  public void accept(float[] samples, int offset, int length) {
    stream.accept(samples, offset, length).ifPresentOrElse(this::add, this::tellPartial);
  }

  private void add(VoskResult result) {
    partial = "";
    result
        .utterance(utterances.size() + 1)
        .ifPresent(
            utterance -> {
              utterances.add(utterance);
              listener.utterance(utterance);
            });
  }

  private void tellPartial() {
    String now = stream.partial();
    if (!now.equals(partial)) {
      partial = now;
      listener.partial(now);
    }
  }

  @Override
  public Transcript finish() {
    add(stream.finish());
    return new Transcript(language, new Recognition(VoskNeeds.ID, model, false), utterances);
  }

  @Override
  public void close() {
    stream.close();
  }
}
