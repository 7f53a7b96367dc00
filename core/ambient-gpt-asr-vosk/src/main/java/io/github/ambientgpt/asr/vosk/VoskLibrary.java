package io.github.ambientgpt.asr.vosk;

import com.sun.jna.Platform;
import io.github.ambientgpt.core.error.NotReadyException;
import org.vosk.LibVosk;

/** Loads Vosk's native library, once in the life of the JVM. */
final class VoskLibrary {
  /** Below Kaldi's errors and failed assertions: it says nothing at all on standard error. */
  private static final int SILENT = -4;

  private static boolean loaded;
  private static NotReadyException failure;

  private VoskLibrary() {}

  /**
   * @return the platform it was loaded for
   * @throws NotReadyException when it does not load here; says what to do
   */
  static synchronized String load() {
    String platform = platform();
    if (failure != null) {
      throw new NotReadyException(failure.getMessage(), failure);
    }
    if (!loaded) {
      try {
        LibVosk.vosk_set_log_level(SILENT);
        loaded = true;
      } catch (LinkageError e) {
        failure =
            new NotReadyException(
                ("The Vosk library for %s does not load. It is unpacked into the temporary folder,"
                        + " which must be writable and not mounted noexec (name another with"
                        + " -Djna.tmpdir=FOLDER), and on Linux it needs glibc, so not Alpine.")
                    .formatted(platform),
                e);
        throw failure;
      }
    }
    return platform;
  }

  /**
   * @throws NotReadyException when Vosk has no library for this system
   */
  static String platform() {
    return platform(Platform.RESOURCE_PREFIX);
  }

  /**
   * @param prefix JNA's name of the system, such as {@code linux-x86-64}
   */
  static String platform(String prefix) {
    String folder = prefix.startsWith("darwin") ? "darwin" : prefix;
    String library =
        switch (folder) {
          case "darwin" -> "libvosk.dylib";
          case "win32-x86-64" -> "libvosk.dll";
          default -> "libvosk.so";
        };
    if (LibVosk.class.getResource("/" + folder + "/" + library) == null) {
      throw new NotReadyException(
          ("Vosk's jar has no library for %s, only for Linux and Windows on x86-64 and for macOS:"
                  + " take another recognizer here, such as whisper.")
              .formatted(prefix));
    }
    return prefix;
  }
}
