package io.github.ambientgpt.asr.whisper;

import com.sun.jna.Library;
import com.sun.jna.Native;
import io.github.ambientgpt.core.error.NotReadyException;
import io.github.givimad.whisperjni.WhisperJNI;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads whisper.cpp, once in the life of the JVM.
 *
 * <p>whisper-jni could unpack its libraries itself, but leaves a folder behind at every start, and
 * asks for a file that its jar does not have on 64-bit ARM without half-precision arithmetic (a
 * Raspberry Pi 4). So they are unpacked here, and it is told where they are. Who wants no unpacking
 * at start names a folder that has them with the property {@value #FOLDER_PROPERTY}; or, where the
 * processor is not known before, with {@value #READY_PROPERTY} one that has a folder for each
 * arithmetic, called as the jar's file of it without its ending.
 */
final class NativeLibrary {
  /** whisper-jni's own. */
  static final String FOLDER_PROPERTY = "io.github.givimad.whisperjni.libdir";

  static final String READY_PROPERTY = "io.github.ambientgpt.whisper.natives";

  private static String loaded;
  private static WhisperLibrary functions;
  private static NotReadyException failure;

  private static final Logger log = LoggerFactory.getLogger(NativeLibrary.class);

  private NativeLibrary() {}

  /**
   * @return the platform it was loaded for
   * @throws NotReadyException when it does not load here; says what to do
   */
  static synchronized String load() {
    if (failure != null) {
      throw new NotReadyException(failure.getMessage(), failure);
    }
    if (loaded == null) {
      try {
        String platform = platform();
        Optional<String> library = NativeFiles.functions(platform);
        String ready = System.getProperty(READY_PROPERTY);
        if (ready == null) {
          unpackAndLoad(NativeFiles.of(platform), library);
        } else {
          loadFrom(Path.of(ready, NativeFiles.ready(platform)), library);
        }
        WhisperJNI.setLibraryLogger(null); // it would write to stderr
        loaded = platform;
      } catch (NotReadyException e) {
        failure = e;
        throw e;
      }
    }
    return loaded;
  }

  /**
   * The functions of the library that is loaded; empty where it has none that can be called: what
   * is for whisper-jni alone.
   */
  static synchronized Optional<WhisperLibrary> functions() {
    load();
    return Optional.ofNullable(functions);
  }

  /**
   * @throws NotReadyException when there is no library for this system
   */
  static String platform() {
    return NativeFiles.platform(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /**
   * @param library the file that has the C functions
   */
  private static void unpackAndLoad(Map<String, String> files, Optional<String> library) {
    if (System.getProperty(FOLDER_PROPERTY) != null) {
      load(System.getProperty(FOLDER_PROPERTY));
      bind(System.getProperty(FOLDER_PROPERTY), library);
      return;
    }
    Path folder = null;
    try {
      folder = Files.createTempDirectory("ambient-gpt-whisper-");
      unpack(files, folder);
      loadFrom(folder, library);
    } catch (IOException e) {
      throw new NotReadyException(
          ("The whisper.cpp library cannot be unpacked into the temporary folder %s: make it "
                  + "writable, or name another with -Djava.io.tmpdir=FOLDER.")
              .formatted(System.getProperty("java.io.tmpdir")),
          e);
    } finally {
      remove(folder, files.keySet());
    }
  }

  private static void loadFrom(Path folder, Optional<String> library) {
    System.setProperty(FOLDER_PROPERTY, folder.toString());
    try {
      load(folder.toString());
      bind(folder.toString(), library);
    } finally {
      System.clearProperty(FOLDER_PROPERTY);
    }
  }

  private static void unpack(Map<String, String> files, Path folder) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      try (InputStream in = WhisperJNI.class.getResourceAsStream(file.getValue())) {
        if (in == null) {
          throw new NotReadyException(
              ("The jar of whisper-jni lacks %s: put io.github.givimad:whisper-jni:1.7.1 on "
                      + "the class path, whole.")
                  .formatted(file.getValue()));
        }
        Files.copy(in, folder.resolve(file.getKey()));
      }
    }
  }

  private static void load(String folder) {
    try {
      WhisperJNI.loadLibrary();
    } catch (IOException | LinkageError e) {
      throw new NotReadyException(
          "The whisper.cpp library does not load from %s (%s). %s"
              .formatted(folder, e.getMessage(), remedy(String.valueOf(e.getMessage()))),
          e);
    }
  }

  /** Without the functions, words have no times and probabilities of their own, but are heard. */
  private static void bind(String folder, Optional<String> library) {
    try {
      functions =
          library
              .map(file -> Path.of(folder, file))
              .filter(Files::isRegularFile)
              .map(
                  file ->
                      Native.load(
                          file.toString(),
                          WhisperLibrary.class,
                          Map.of(Library.OPTION_STRING_ENCODING, "UTF-8")))
              .orElse(null);
    } catch (LinkageError e) {
      log.warn(
          "JNA does not load here, so Whisper's words come without times and probabilities ({})."
              + " Name a folder that may hold programs with -Djna.tmpdir=FOLDER.",
          e.getMessage());
    }
  }

  static String remedy(String message) {
    if (message.contains("libgomp")) {
      return "Install the OpenMP runtime: the package libgomp1 on Debian and Ubuntu, libgomp on"
          + " Fedora.";
    }
    if (message.contains("libstdc++")) {
      return "Install the C++ runtime: the package libstdc++6 on Debian and Ubuntu, libstdc++ on"
          + " Fedora.";
    }
    if (message.contains("failed to map segment") || message.contains("not permitted")) {
      return "That folder may hold no programs (noexec): name another with"
          + " -Djava.io.tmpdir=FOLDER.";
    }
    if (message.contains("GLIBC") || message.contains("musl") || message.contains("ld-linux")) {
      return "It needs glibc 2.29 or newer: take a newer Linux, and not Alpine.";
    }
    return "Take another recognizer, or another system: Linux with glibc, macOS, or Windows on"
        + " amd64.";
  }

  /** Linux and macOS keep what is loaded; Windows lets go of it when the JVM ends. */
  private static void remove(Path folder, Set<String> names) {
    if (folder == null) {
      return;
    }
    folder.toFile().deleteOnExit(); // what is marked last goes first, so the files before it
    for (String name : names) {
      File file = folder.resolve(name).toFile();
      if (!file.delete()) {
        file.deleteOnExit();
      }
    }
    folder.toFile().delete();
  }
}
