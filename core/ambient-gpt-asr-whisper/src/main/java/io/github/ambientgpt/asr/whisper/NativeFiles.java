package io.github.ambientgpt.asr.whisper;

import io.github.ambientgpt.core.error.NotReadyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which files of whisper-jni's jar are the library for a system: names on disk, names in the jar.
 */
final class NativeFiles {
  private NativeFiles() {}

  /**
   * @param name as the property {@code os.name} has it
   * @param architecture as {@code os.arch} has it
   * @return the jar's folder
   * @throws NotReadyException when the jar has nothing for such a system
   */
  static String platform(String name, String architecture) {
    String system = name.toLowerCase(Locale.ROOT);
    String processor = architecture.toLowerCase(Locale.ROOT);
    boolean amd64 = processor.equals("amd64") || processor.equals("x86_64");
    boolean arm64 = processor.equals("aarch64") || processor.equals("arm64");
    if (system.startsWith("linux") && amd64) {
      return "debian-amd64";
    } else if (system.startsWith("linux") && arm64) {
      return "debian-arm64";
    } else if (system.startsWith("linux") && processor.startsWith("arm")) {
      return "debian-armv7l";
    } else if (system.startsWith("mac") && amd64) {
      return "macos-amd64";
    } else if (system.startsWith("mac") && arm64) {
      return "macos-arm64";
    } else if (system.startsWith("windows") && amd64) {
      return "win-amd64";
    }
    throw new NotReadyException(
        ("There is no whisper.cpp library for %s on %s: take another recognizer, or Linux, "
                + "macOS, or Windows on amd64.")
            .formatted(name, architecture));
  }

  static Map<String, String> of(String platform) {
    return of(platform, processorFeatures());
  }

  /** The folder, among those that hold the library ready, of the arithmetic for this processor. */
  static String ready(String platform) {
    return ready(platform, processorFeatures());
  }

  static String ready(String platform, String features) {
    return platform.startsWith("debian")
        ? arithmetic(platform, features).replaceFirst("\\.so$", "")
        : platform;
  }

  /**
   * @param features what {@code /proc/cpuinfo} says
   */
  static Map<String, String> of(String platform, String features) {
    String folder = "/" + platform + "/";
    if (platform.startsWith("win")) {
      return Map.of("whisper-jni.dll", folder + "whisper-jni_full.dll");
    }
    if (platform.startsWith("macos")) {
      return Map.of(
          "libwhisper-jni.dylib", folder + "libwhisper-jni.dylib",
          "libwhisper.1.dylib", folder + "libwhisper.1.dylib",
          "libggml.dylib", folder + "libggml.dylib");
    }
    return Map.of(
        "libwhisper-jni.so", folder + "libwhisper-jni.so",
        "libwhisper.so.1", folder + "libwhisper.so.1",
        "libggml.so", folder + arithmetic(platform, features));
  }

  /** The file that has whisper.cpp's C functions; empty where it is one with whisper-jni's. */
  static Optional<String> functions(String platform) {
    if (platform.startsWith("win")) {
      return Optional.empty();
    }
    return Optional.of(platform.startsWith("macos") ? "libwhisper.1.dylib" : "libwhisper.so.1");
  }

  /** The fastest arithmetic that the processor can do; a wrong choice ends the JVM. */
  private static String arithmetic(String platform, String features) {
    return switch (platform) {
      case "debian-amd64" ->
          has(features, "avx", "avx2", "fma", "f16c")
              ? "libggml+mf16c+mfma+mavx+mavx2.so"
              : "libggml.so";
      case "debian-arm64" -> has(features, "fphp") ? "libggml+fp16.so" : "libggml+crc.so";
      default -> has(features, "crc32") ? "libggml+crc.so" : "libggml.so";
    };
  }

  private static boolean has(String features, String... names) {
    for (String name : names) {
      if (!features.matches("(?s).*\\b" + name + "\\b.*")) {
        return false;
      }
    }
    return true;
  }

  private static String processorFeatures() {
    try {
      return Files.readString(Path.of("/proc/cpuinfo"));
    } catch (IOException e) {
      return ""; // not Linux, or hidden: the plainest arithmetic works everywhere
    }
  }
}
