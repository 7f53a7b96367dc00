package io.github.ambientgpt.api.openai;

import io.github.ambientgpt.api.recording.RecordingAudio;
import io.github.ambientgpt.api.speech.RecognizerPool;
import io.github.ambientgpt.api.speech.SpeechEngine;
import io.github.ambientgpt.api.speech.SpeechEngines;
import io.github.ambientgpt.api.speech.Spool;
import io.github.ambientgpt.api.speech.SpooledForm;
import io.github.ambientgpt.core.format.TranscriptFormat;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.speech.AudioSegment;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.Segmenter;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.transcript.Transcript;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Words of a recording that is not kept. */
@Hidden // it is OpenAI's interface, not ours
@RestController
class OpenAiTranscriptionController {
  /** As much as Whisper hears at once: what is streamed comes in pieces of so many seconds. */
  private static final double PIECE_SECONDS = 29;

  private final Spool spool;
  private final SpeechEngines engines;
  private final RecognizerPool recognizers;
  private final RecordingAudio audio;
  private final JsonMapper json;

  private record Delta(String type, String delta) {}

  private record Done(String type, String text, Answers.Usage usage) {}

  OpenAiTranscriptionController(
      Spool spool,
      SpeechEngines engines,
      RecognizerPool recognizers,
      RecordingAudio audio,
      JsonMapper json) {
    this.spool = spool;
    this.engines = engines;
    this.recognizers = recognizers;
    this.audio = audio;
    this.json = json;
  }

  @PostMapping(path = "/v1/audio/transcriptions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  void transcribe(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try (SpooledForm form = SpooledForm.read(request, spool)) {
      Spool.Spooled recording =
          form.recording()
              .orElseThrow(
                  () -> OpenAiException.invalid("file", "Send a recording as the part 'file'."));
      TranscriptionForm wanted = TranscriptionForm.of(form);
      SpeechEngine engine = engines.recording(wanted.engine(), wanted.model());
      try (AudioStream sound = audio.open(recording.open())) {
        ListenedAudio listened = new ListenedAudio(sound);
        if (wanted.stream()) {
          stream(wanted, engine, listened, response);
        } else {
          Transcript transcript =
              recognizers.soon(
                  engine,
                  recognizer -> recognizer.transcribe(listened, wanted.options(), Monitor.NONE));
          answer(wanted, transcript, listened.seconds(), response);
        }
      }
    }
  }

  private void answer(
      TranscriptionForm wanted, Transcript transcript, double seconds, HttpServletResponse response)
      throws IOException {
    switch (wanted.format()) {
      case JSON ->
          json(new Answers.Plain(Answers.text(transcript), Answers.Usage.of(seconds)), response);
      case VERBOSE_JSON ->
          json(Answers.verbose(transcript, seconds, wanted.granularities()), response);
      case TEXT -> text(Answers.text(transcript) + "\n", "text/plain", response);
      case SRT -> text(TranscriptFormat.SRT.write(transcript), "text/plain", response);
      default -> text(TranscriptFormat.VTT.write(transcript), "text/vtt", response);
    }
  }

  private void json(Object answer, HttpServletResponse response) throws IOException {
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(answer));
  }

  private static void text(String answer, String type, HttpServletResponse response)
      throws IOException {
    response.setContentType(type + ";charset=UTF-8");
    response.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
  }

  /** Words as they are recognized, piece by piece. */
  private void stream(
      TranscriptionForm wanted,
      SpeechEngine engine,
      ListenedAudio listened,
      HttpServletResponse response)
      throws IOException {
    StringBuilder text = new StringBuilder();
    Events events = new Events(response);
    try {
      recognizers.soon(
          engine,
          recognizer -> {
            Segmenter pieces =
                new Segmenter(listened, PIECE_SECONDS, Monitor.NONE, Providers.detector());
            try (pieces) {
              while (pieces.hasNext()) {
                String heard = hear(recognizer, pieces.next(), wanted.options());
                if (!heard.isEmpty()) {
                  String delta = text.isEmpty() ? heard : " " + heard;
                  text.append(delta);
                  events.send(new Delta("transcript.text.delta", delta));
                }
              }
            }
            return text;
          });
      events.send(
          new Done("transcript.text.done", text.toString(), Answers.Usage.of(listened.seconds())));
      events.end();
    } catch (GoneException e) {
      throw e.cause; // the client is gone, and so is its turn
    } catch (RuntimeException e) {
      if (!events.begun) {
        throw e;
      }
      events.send(OpenAiAdvice.body(e));
      events.end();
    }
  }

  private static String hear(
      SpeechRecognizer recognizer, AudioSegment piece, RecognitionOptions options) {
    return Answers.text(
        recognizer.transcribe(AudioStream.of(piece.samples()), options, Monitor.NONE));
  }

  /** The connection broke while words were sent. */
  private static final class GoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final IOException cause;

    GoneException(IOException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  /** Server-sent events without names, as OpenAI sends them. */
  private final class Events {
    private final HttpServletResponse response;
    private boolean begun;

    Events(HttpServletResponse response) {
      this.response = response;
    }

    void send(Object event) {
      write("data: " + json.writeValueAsString(event) + "\n\n");
    }

    void end() {
      write("data: [DONE]\n\n");
    }

    private void write(String lines) {
      try {
        if (!begun) {
          begun = true;
          response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
          response.setHeader("Cache-Control", "no-store");
          response.setHeader("X-Accel-Buffering", "no");
        }
        OutputStream out = response.getOutputStream();
        out.write(lines.getBytes(StandardCharsets.UTF_8));
        out.flush();
      } catch (IOException e) {
        throw new GoneException(e);
      }
    }
  }
}
