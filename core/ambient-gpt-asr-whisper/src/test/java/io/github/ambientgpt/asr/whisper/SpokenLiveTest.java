package io.github.ambientgpt.asr.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.contract.Samples;
import io.github.ambientgpt.core.contract.WhisperModels;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.StreamingRecognizer;
import io.github.ambientgpt.core.speech.StreamingRecognizer.Listener;
import io.github.ambientgpt.core.speech.StreamingRecognizer.Session;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real speech, heard live by a model with weights. */
@Tag("whisper")
class SpokenLiveTest {
  private static final int CHUNK = 1600;

  /** Of a look, whatever this machine takes: what is looked at, and when, is the same each time. */
  private static final long LOOK_NANOS = 400_000_000;

  private final AtomicLong time = new AtomicLong();

  private StreamingRecognizer recognizer(Settings settings) {
    return new WhisperProvider()
        .open(
            settings,
            (model, whisper, threads) ->
                new WhisperStreamingRecognizer(
                    model, whisper, threads, () -> time.getAndAdd(LOOK_NANOS)));
  }

  @Test
  void whatIsSaidTwiceIsHeardTwiceAndNoLoopIsMadeOfIt() {
    TinyModel.requireLibrary();
    Settings settings = Settings.of(Settings.MODEL, WhisperModels.require("tiny.en").toString());
    float[] said = Samples.joined(Samples.jfk(), Samples.silence(1));
    float[] speech = Samples.joined(said, said);
    List<String> partials = new ArrayList<>();
    Listener listener =
        new Listener() {
          @Override
          public void partial(String text) {
            partials.add(text);
          }

          @Override
          public void utterance(Utterance utterance) {}
        };
    List<Utterance> heard;
    try (StreamingRecognizer recognizer = recognizer(settings);
        Session session = recognizer.open(RecognitionOptions.DEFAULT, listener)) {
      for (int i = 0; i < speech.length; i += CHUNK) {
        session.accept(speech, i, Math.min(CHUNK, speech.length - i));
      }
      heard = session.finish().utterances();
    }

    List<Word> words = heard.stream().flatMap(each -> each.words().stream()).toList();
    String text = words.stream().map(Word::text).collect(Collectors.joining(" ")).toLowerCase();
    // The end of the sentence: its beginning, of which little was heard when it was confirmed,
    // tiny.en mishears at some paces.
    assertThat(text.split("ask what you can do for your country", -1)).as(text).hasSize(3);
    assertThat(words).as(text).hasSizeBetween(40, 50); // 22 each time
    assertThat(partials).as("no more words than were said").allMatch(each -> each.length() < 300);
  }
}
