package io.github.ambientgpt.api.lambient;

import io.github.ambientgpt.api.recording.RecordingAudio;
import io.github.ambientgpt.api.speech.RecognizerPool;
import io.github.ambientgpt.api.speech.SpeechEngine;
import io.github.ambientgpt.api.speech.Spool;
import io.github.ambientgpt.api.speech.SpooledForm;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.transcript.Transcript;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@Hidden // it is the predecessor's interface
@RestController
class LambientTranscribeController {
  private final Spool spool;
  private final ModelNames models;
  private final RecognizerPool recognizers;
  private final RecordingAudio audio;

  record Heard(String transcript) {
    /** Without the words. */
    @Override
    public String toString() {
      return "Heard";
    }
  }

  LambientTranscribeController(
      Spool spool, ModelNames models, RecognizerPool recognizers, RecordingAudio audio) {
    this.spool = spool;
    this.models = models;
    this.recognizers = recognizers;
    this.audio = audio;
  }

  /** The language was never used, and is not: the model knows its own. */
  @PostMapping(
      path = {"/transcribe", "/api/transcribe"},
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Heard transcribe(HttpServletRequest request) throws IOException {
    try (SpooledForm form = SpooledForm.read(request, spool)) {
      Spool.Spooled recording =
          form.recording()
              .orElseThrow(() -> Refusal.of(List.of(Refusal.Fault.missing("body", "file"))));
      SpeechEngine engine =
          models.engine(form.text("model").orElse("vosk"), form.text("model_path").orElse(""));
      try (AudioStream sound = audio.open(recording.open())) {
        Transcript transcript =
            recognizers.soon(
                engine,
                recognizer ->
                    recognizer.transcribe(sound, RecognitionOptions.DEFAULT, Monitor.NONE));
        return new Heard(
            transcript.utterances().stream()
                .map(utterance -> utterance.text().strip())
                .collect(Collectors.joining(" ")));
      }
    }
  }

  @PostMapping({"/transcribe", "/api/transcribe"})
  Heard noForm() {
    throw Refusal.of(List.of(Refusal.Fault.missing("body", "file")));
  }
}
