package io.github.ambientgpt.asr.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.error.NotReadyException;
import io.github.givimad.whisperjni.WhisperJNI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeLibraryTest {
  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, debian-amd64",
    "Linux, aarch64, debian-arm64",
    "Linux, arm, debian-armv7l",
    "Mac OS X, aarch64, macos-arm64",
    "Mac OS X, x86_64, macos-amd64",
    "Windows 11, amd64, win-amd64"
  })
  void everyPlatformsFilesAreInTheJar(String system, String processor, String platform) {
    assertThat(NativeFiles.platform(system, processor)).isEqualTo(platform);
    for (String features : List.of("", "crc32", "fp16 fphp crc32", "avx avx2 fma f16c")) {
      assertThat(NativeFiles.of(platform, features).values())
          .as("%s with '%s'", platform, features)
          .allMatch(file -> WhisperJNI.class.getResource(file) != null);
    }
  }

  @Test
  void fastArithmeticIsForProcessorsThatHaveAllOfIt() {
    assertThat(NativeFiles.of("debian-amd64", "fpu avx f16c fma avx2 sse"))
        .containsValue("/debian-amd64/libggml+mf16c+mfma+mavx+mavx2.so");
    assertThat(NativeFiles.of("debian-amd64", "fpu avx f16c fma4 avx2x sse"))
        .containsValue("/debian-amd64/libggml.so");
    assertThat(NativeFiles.of("debian-arm64", "fp asimd crc32"))
        .as("a Raspberry Pi 4")
        .containsValue("/debian-arm64/libggml+crc.so");
  }

  @Test
  void otherSystemsAreToldWhatWouldDo() {
    assertThatThrownBy(() -> NativeFiles.platform("SunOS", "sparcv9"))
        .isInstanceOf(NotReadyException.class)
        .hasMessageContaining("SunOS")
        .hasMessageContaining("another recognizer");
    assertThatThrownBy(() -> NativeFiles.platform("Windows 11", "aarch64"))
        .isInstanceOf(NotReadyException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "libgomp.so.1: cannot open shared object file: No such file or directory, libgomp1",
    "/x/libwhisper.so.1: failed to map segment from shared object, java.io.tmpdir",
    "/lib/libm.so.6: version `GLIBC_2.29' not found, glibc 2.29",
    "Error loading shared library ld-linux-x86-64.so.2, Alpine",
    "something else, another recognizer"
  })
  void whatTheLinkerSaysBecomesAdvice(String message, String advice) {
    assertThat(NativeLibrary.remedy(message)).contains(advice).endsWith(".");
  }
}
