package io.github.ambientgpt.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.ambientgpt.core.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelsTest {
  private static final int RATE = 16_000;

  @TempDir Path folder;

  @Test
  void eachChannelIsHeardByItself() throws IOException {
    float[] left = Samples.tone(300, RATE, 2, 0.5);
    float[] right = Samples.tone(900, RATE, 2, 0.25);
    List<DecodedAudio> channels = new AudioDecoder().openChannels(stereo(RATE, left, right));

    assertThat(channels).hasSize(2);
    assertThat(Samples.likeness(left, Samples.readAll(channels.get(0)), 0)).isGreaterThan(0.999);
    float[] second = Samples.readAll(channels.get(1));
    assertThat(Samples.likeness(right, second, 0)).isGreaterThan(0.999);
    assertThat(Samples.loudness(second)).isCloseTo(Samples.loudness(right), within(0.001));
    channels.forEach(DecodedAudio::close);
  }

  @Test
  void channelsAreResampledToo() throws IOException {
    float[] left = Samples.tone(300, 44_100, 2, 0.5);
    float[] right = new float[left.length];
    List<DecodedAudio> channels = new AudioDecoder().openChannels(stereo(44_100, left, right));

    float[] first = Samples.readAll(channels.get(0));
    assertThat(first.length).isCloseTo(2 * RATE, within(40));
    assertThat(Samples.loudness(first)).isCloseTo(Samples.loudness(left), within(0.01));
    assertThat(Samples.loudness(Samples.readAll(channels.get(1)))).isLessThan(0.0001);
    channels.forEach(DecodedAudio::close);
  }

  @Test
  void aRecordingWithOneChannelHasOne() {
    List<DecodedAudio> channels = new AudioDecoder().openChannels(Samples.file("speech.wav"));

    assertThat(channels).hasSize(1);
    channels.get(0).close();
  }

  @Test
  void whatIsNoRecordingIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("visit.wav"), "hello");

    assertThatThrownBy(() -> new AudioDecoder().openChannels(file))
        .isInstanceOf(InvalidInputException.class);
  }

  private Path stereo(int rate, float[] left, float[] right) throws IOException {
    float[] both = new float[2 * left.length];
    for (int i = 0; i < left.length; i++) {
      both[2 * i] = left[i];
      both[2 * i + 1] = right[i];
    }
    return Files.write(folder.resolve("stereo.wav"), Samples.wav(2, rate, both));
  }
}
