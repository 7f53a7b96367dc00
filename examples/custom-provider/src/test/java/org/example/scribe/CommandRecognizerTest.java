package org.example.scribe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.contract.SpeechRecognizerContract;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.transcript.Transcript;
import org.junit.jupiter.api.Test;

class CommandRecognizerTest extends SpeechRecognizerContract {
  @Override
  protected SpeechRecognizer recognizer() {
    return new CommandRecognizerProvider().create(Programs.running(Loudness.class));
  }

  @Override
  protected String id() {
    return "command";
  }

  @Test
  void writes_down_what_the_program_prints() {
    Transcript transcript =
        recognizer().transcribe(AudioStream.of(speech()), RecognitionOptions.DEFAULT, Monitor.NONE);

    assertThat(transcript.utterances())
        .extracting(utterance -> utterance.text())
        .containsExactly("something was said");
  }
}
