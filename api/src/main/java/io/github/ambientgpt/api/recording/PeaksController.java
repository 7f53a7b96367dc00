package io.github.ambientgpt.api.recording;

import io.github.ambientgpt.core.speech.AudioStream;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The shape of a recording for a person's eye. */
@RestController
@Tag(name = "recordings")
class PeaksController {
  /** Kept so many for each second; what is asked for is made from these. */
  private static final int PER_SECOND = 20;

  private static final int SAMPLES = AudioStream.SAMPLE_RATE / PER_SECOND;
  private static final int LOUDEST = 255;

  private final Recordings recordings;
  private final RecordingAudio audio;

  /**
   * @param seconds the length of the recording, as it was decoded
   * @param values the loudest sample of each of as many equal stretches, 0 to 1
   */
  record Peaks(double seconds, List<Double> values) {}

  PeaksController(Recordings recordings, RecordingAudio audio) {
    this.recordings = recordings;
    this.audio = audio;
  }

  @GetMapping("/api/v1/recordings/{id}/peaks")
  @Operation(
      operationId = "getPeaks",
      summary = "How loud a recording is from its start to its end",
      description =
          "A long recording is decoded when they are first asked for, which takes a while.")
  Peaks peaks(
      @PathVariable UUID id, @RequestParam(defaultValue = "800") @Min(1) @Max(10_000) int count) {
    Recordings.Row row = recordings.row(id);
    byte[] kept = recordings.peaks(row).orElseGet(() -> measure(row));
    List<Double> values = new ArrayList<>();
    int wanted = Math.min(count, kept.length);
    for (int i = 0; i < wanted; i++) {
      int from = (int) ((long) kept.length * i / wanted);
      int to = (int) ((long) kept.length * (i + 1) / wanted);
      values.add(Math.round(1000.0 * loudest(kept, from, to) / LOUDEST) / 1000.0);
    }
    return new Peaks((double) kept.length / PER_SECOND, values);
  }

  private static int loudest(byte[] kept, int from, int to) {
    int loudest = 0;
    for (int i = from; i < to; i++) {
      loudest = Math.max(loudest, kept[i] & 0xFF);
    }
    return loudest;
  }

  private byte[] measure(Recordings.Row row) {
    ByteArrayOutputStream peaks = new ByteArrayOutputStream();
    try (AudioStream stream = audio.open(recordings.bytes(row.id()))) {
      float[] samples = new float[SAMPLES];
      for (int count = fill(stream, samples); count > 0; count = fill(stream, samples)) {
        float loudest = 0;
        for (int i = 0; i < count; i++) {
          loudest = Math.max(loudest, Math.abs(samples[i]));
        }
        peaks.write(Math.round(LOUDEST * Math.min(1, loudest)));
      }
    }
    recordings.keepPeaks(row, peaks.toByteArray());
    return peaks.toByteArray();
  }

  private static int fill(AudioStream stream, float[] samples) {
    int filled = 0;
    while (filled < samples.length) {
      int count = stream.read(samples, filled, samples.length - filled);
      if (count < 0) {
        break;
      }
      filled += count;
    }
    return filled;
  }
}
