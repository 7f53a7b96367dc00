package io.github.ambientgpt.asr.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.contract.Samples;
import io.github.ambientgpt.core.contract.StreamingRecognizerProviderContract;
import io.github.ambientgpt.core.provider.ModelFolder;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.StreamingRecognizerProvider;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.StreamingRecognizer;
import io.github.ambientgpt.core.speech.StreamingRecognizer.Listener;
import io.github.ambientgpt.core.speech.StreamingRecognizer.Session;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real whisper.cpp, and a model that knows no words. */
class WhisperStreamingProviderTest extends StreamingRecognizerProviderContract {
  private static final Listener NOBODY =
      new Listener() {
        @Override
        public void partial(String text) {}

        @Override
        public void utterance(Utterance utterance) {}
      };

  @TempDir Path folder;

  @Override
  protected StreamingRecognizerProvider provider() {
    return new WhisperStreamingProvider();
  }

  @Override
  protected Settings ready() {
    TinyModel.requireLibrary();
    return TinyModel.settings();
  }

  @Override
  protected Optional<Settings> lacking() {
    return Optional.of(Settings.of(ModelFolder.SETTING, folder.toString()));
  }

  @Test
  void aModelWithoutWeightsHearsNoWords() {
    try (StreamingRecognizer recognizer = provider().create(ready());
        Session session = recognizer.open(RecognitionOptions.DEFAULT, NOBODY)) {
      float[] speech = Arrays.copyOf(Samples.jfk(), 3 * 16_000);
      session.accept(speech, 0, speech.length);
      Transcript transcript = session.finish();

      assertThat(transcript.isEmpty()).isTrue();
      assertThat(transcript.language()).isEqualTo("en");
      assertThat(transcript.recognition().model()).isEqualTo("tiny.en-no-weights");
    }
  }

  @Test
  void aSessionOfARecognizerThatIsClosedSaysSo() {
    StreamingRecognizer recognizer = provider().create(ready());
    float[] speech = Samples.jfk();
    try (Session session = recognizer.open(RecognitionOptions.DEFAULT, NOBODY)) {
      recognizer.close();
      recognizer.close();

      assertThatThrownBy(() -> session.accept(speech, 0, speech.length))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
