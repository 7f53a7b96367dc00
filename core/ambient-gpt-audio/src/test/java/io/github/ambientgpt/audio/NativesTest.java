package io.github.ambientgpt.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativesTest {
  @TempDir private Path folder;

  @Test
  void with_the_natives_of_this_platform_the_decoder_is_ready() {
    assertThat(AudioDecoder.check().ready()).isTrue();
    assertThat(AudioDecoder.check().needs().get(0).detail()).contains(Loader.getPlatform());
  }

  @Test
  void without_them_it_says_which_jars_to_add() throws Exception {
    ChildJvm.Outcome outcome =
        new ChildJvm(folder)
            .without(entry -> entry.endsWith(Loader.getPlatform() + ".jar"))
            .run(DecodeMain.class, Samples.file("speech.wav").toString());

    assertThat(outcome.out())
        .startsWith("NotReadyException FFmpeg for " + Loader.getPlatform())
        .contains("org.bytedeco:ffmpeg:8.", "org.bytedeco:javacpp:1.")
        .endsWith("both with the classifier " + Loader.getPlatform() + ".");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void they_are_unpacked_where_the_property_says() throws Exception {
    Path cache = folder.resolve("cache");

    ChildJvm.Outcome outcome =
        new ChildJvm(folder)
            .with("-Dorg.bytedeco.javacpp.cachedir=" + cache)
            .run(DecodeMain.class, Samples.file("speech.wav").toString());

    assertThat(outcome.out()).isEqualTo("1.8 s []");
    try (Stream<Path> files = Files.walk(cache)) {
      assertThat(files).anyMatch(file -> file.endsWith(System.mapLibraryName("jniavformat")));
    }
  }

  @Test
  void when_they_cannot_be_unpacked_it_says_so_and_which_property_helps() throws Exception {
    Path file = Files.createFile(folder.resolve("no-folder"));

    ChildJvm.Outcome outcome =
        new ChildJvm(folder)
            .with("-Dorg.bytedeco.javacpp.cachedir=" + file)
            .with("-Duser.home=" + file, "-Djava.io.tmpdir=" + file)
            .run(DecodeMain.class, Samples.file("speech.wav").toString());

    assertThat(outcome.out())
        .startsWith("NotReadyException FFmpeg for " + Loader.getPlatform() + " cannot be loaded: ")
        .contains("-Dorg.bytedeco.javacpp.cachedir=FOLDER")
        .doesNotContain("Exception java", "%s");
  }

  @Test
  void nothing_is_written_to_stderr_whatever_the_file() throws Exception {
    Path broken = folder.resolve("broken.m4a");
    byte[] bytes = Samples.bytes("speech.m4a");
    for (int i = 1000; i < 8000; i += 7) {
      bytes[i] ^= 0x55;
    }
    Files.write(broken, bytes);

    ChildJvm.Outcome outcome = new ChildJvm(folder).run(DecodeMain.class, broken.toString());

    assertThat(outcome.out()).contains("damaged in");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void the_libraries_are_those_without_gpl() {
    assertThat(Natives.license()).startsWith("LGPL");
  }
}
