package io.github.ambientgpt.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.error.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person is told about input that is no recording, or not a whole one. */
class BadInputTest {
  private final AudioDecoder decoder = new AudioDecoder();

  @Test
  void an_empty_file_is_said_to_be_empty() {
    refused(new byte[0], "'visit.wav' is empty (0 bytes)", "Give a WAV, MP3, M4A");
  }

  @Test
  void a_missing_file_is_said_to_be_missing(@TempDir Path folder) {
    assertThatThrownBy(() -> decoder.open(folder.resolve("none.wav")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("There is no file", "none.wav", "Check its name");
  }

  @Test
  void a_folder_is_said_to_be_a_folder(@TempDir Path folder) {
    assertThatThrownBy(() -> decoder.probe(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(folder.toString(), "is a folder");
  }

  @Test
  void a_pdf_is_named() {
    byte[] pdf = Samples.concat(Samples.ascii("%PDF-1.7\n"), noise(20_000));
    refused(pdf, "'visit.wav' is a PDF document, not a recording", "Give a WAV");
  }

  @Test
  void a_zip_is_named_even_when_it_holds_a_recording() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.DEFLATED);
      zip.putNextEntry(new ZipEntry("speech.wav"));
      zip.write(Samples.bytes("speech.wav"));
    }
    refused(bytes.toByteArray(), "is a ZIP archive or an Office document");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Patient reports a sore throat since Monday.",
        "{\"audio\": \"none\", \"text\": \"none\"}",
        "<!DOCTYPE html><html><body>502 Bad Gateway</body></html>"
      })
  void text_is_named_and_never_quoted(String text) {
    refused(Samples.ascii(text.repeat(50)), "'visit.wav' is text, not a recording");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:%s\n#EXT-X-ENDLIST\n",
        "ffconcat version 1.0\nfile '%s'\n",
        "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nm=audio 5004 RTP/AVP 0\n%s",
        "<?xml version=\"1.0\"?><MPD><Period><BaseURL>file:%s</BaseURL></Period></MPD>"
      })
  void playlists_open_no_other_file(String playlist) {
    String path = Samples.file("speech.wav").toString();
    refused(Samples.ascii(playlist.formatted(path)), "is text, not a recording");
  }

  @Test
  void a_video_without_sound_is_said_to_have_none() {
    refused(Samples.bytes("film-without-sound.mp4"), "is a video without sound");
  }

  @Test
  void random_bytes_are_refused() {
    for (int seed = 0; seed < 20; seed++) {
      refused(new Random(seed), 30_000);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "speech.wav, a WAV file",
    "speech.flac, a FLAC file",
    "speech.ogg, an Ogg file",
    "speech.webm, a WebM or Matroska file"
  })
  void a_file_cut_off_in_its_header_is_said_to_be_cut_off(String name, String kind) {
    byte[] start = Arrays.copyOf(Samples.bytes(name), 20);
    refused(start, "starts like " + kind, "cut off", "Copy it again");
  }

  @Test
  void an_m4a_without_its_index_is_told_apart_and_may_be_repaired() {
    byte[] start = Arrays.copyOf(Samples.bytes("speech.m4a"), 10_000);
    refused(start, "without its index (moov)", "untrunc", "Keep the file");
  }

  @Test
  void a_header_without_sound_is_a_recording_of_0_seconds() {
    refused(Samples.wavHeader(1, 16_000, 0), "0 seconds");
  }

  @Test
  void a_codec_outside_the_list_is_named() {
    byte[] wav = Samples.bytes("speech.wav");
    wav[20] = 0x31; // GSM
    refused(wav, "gsm_ms", "Convert it");
  }

  @Test
  void a_format_that_ffmpeg_knows_is_refused_unless_it_is_on_the_list() {
    byte[] header =
        ByteBuffer.allocate(24)
            .put(Samples.ascii(".snd"))
            .putInt(24)
            .putInt(8000)
            .putInt(1)
            .putInt(8000)
            .putInt(1)
            .array();
    refused(Samples.concat(header, new byte[8000]), "no recording in a known format");
  }

  @Test
  void channels_that_cannot_be_mixed_are_refused() {
    refused(Samples.wav(40, 8_000, new float[40 * 800]), "40 channel(s) at 8000 Hz");
  }

  @Test
  void an_odd_sample_rate_is_refused() {
    refused(Samples.wav(1, 10, new float[500]), "10 Hz");
  }

  @ParameterizedTest
  @CsvSource({
    "speech.wav, 0.7",
    "speech.flac, 0.7",
    "speech.mp3, 0.5",
    "speech.ogg, 0.5",
    "speech.webm, 0.6",
    "speech-live.webm, 0.6"
  })
  void a_cut_off_recording_gives_what_there_is_and_says_so(String name, double kept) {
    byte[] whole = Samples.bytes(name);
    byte[] start = Arrays.copyOf(whole, (int) (whole.length * kept));

    try (DecodedAudio audio = open(start)) {
      float[] samples = Samples.readAll(audio);

      assertThat(samples.length / 16_000.0).isBetween(kept * 1.8 - 0.4, kept * 1.8 + 0.2);
      assertThat(audio.warnings()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"speech.flac", "speech.mp3", "speech.m4a", "speech.ogg"})
  void damage_in_the_middle_costs_only_what_is_damaged(String name) {
    byte[] bytes = Samples.bytes(name);
    byte[] noise = noise(bytes.length / 20);
    System.arraycopy(noise, 0, bytes, bytes.length / 2, noise.length);

    try (DecodedAudio audio = open(bytes)) {
      float[] samples = Samples.readAll(audio);

      assertThat(samples.length / 16_000.0).isBetween(1.2, 1.9);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 0x7FFFF000L, 0x7FFFFFFFL, 0xFFFFFFFFL})
  void a_wav_whose_recorder_never_knew_its_length_is_whole(long length) {
    byte[] wav = Samples.concat(Samples.wavHeader(1, 16_000, length), new byte[32_000]);

    try (DecodedAudio audio = open(wav)) {
      assertThat(audio.duration()).hasValue(1);
      assertThat(Samples.readAll(audio)).hasSize(16_000);
      assertThat(audio.warnings()).isEmpty();
    }
  }

  @Test
  void silence_decodes_to_silence() {
    try (DecodedAudio audio = open(Samples.wav(2, 44_100, new float[88_200]))) {
      assertThat(Samples.readAll(audio)).hasSize(16_000).containsOnly(0f);
      assertThat(audio.warnings()).isEmpty();
    }
  }

  private void refused(Random random, int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    refused(bytes, "'visit.wav'");
  }

  private void refused(byte[] bytes, String... sayings) {
    assertThatThrownBy(() -> open(bytes).close())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(sayings)
        .hasMessageNotContainingAny("throat", "Bad Gateway");
  }

  private DecodedAudio open(byte[] bytes) {
    return decoder.open(new ByteArrayInputStream(bytes), "visit.wav");
  }

  private static byte[] noise(int size) {
    byte[] bytes = new byte[size];
    new Random(7).nextBytes(bytes);
    return bytes;
  }
}
