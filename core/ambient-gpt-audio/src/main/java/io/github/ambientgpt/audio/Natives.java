package io.github.ambientgpt.audio;

import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.provider.Need;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.javacpp.Loader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** FFmpeg's native libraries: loaded once, before anything else here touches a class of theirs. */
final class Natives {
  private static final Logger LOG = LoggerFactory.getLogger(Natives.class);

  private static final String WHAT = "FFmpeg's native libraries";

  /** No sound needs more in one piece; it stops a forged header from asking for gigabytes. */
  private static final long MAX_ALLOCATION = 256L << 20;

  /** Why they cannot be used, and what to do; null when they can. */
  private static final String PROBLEM = load();

  private Natives() {}

  static void require() {
    if (PROBLEM != null) {
      throw new NotReadyException(PROBLEM);
    }
  }

  static Need need() {
    return PROBLEM == null
        ? Need.met(
            WHAT, "FFmpeg " + avutil.av_version_info().getString() + ", " + Loader.getPlatform())
        : Need.missing(WHAT, PROBLEM);
  }

  /** The licence of the libraries that were loaded; another classifier brings another. */
  static String license() {
    require();
    return avcodec.avcodec_license().getString();
  }

  private static String load() {
    // JavaCPP writes to stderr unless told otherwise.
    setDefault("org.bytedeco.javacpp.logger", "slf4j");
    // JavaCPP refuses to allocate once the process is four times its heap, which a speech model
    // alone can be; all that is allocated here is small and freed by hand.
    setDefault("org.bytedeco.javacpp.maxphysicalbytes", "0");
    try {
      Loader.load(avutil.class, swresample.class, avcodec.class, avformat.class);
      // FFmpeg's messages may quote a file's tags, and a tag may be a patient's name.
      avutil.av_log_set_level(avutil.AV_LOG_QUIET);
      avutil.av_max_alloc(MAX_ALLOCATION);
      LOG.debug("FFmpeg {} for {}", avutil.av_version_info().getString(), Loader.getPlatform());
      return null;
    } catch (LinkageError e) {
      LOG.debug("FFmpeg's natives cannot be loaded", e);
      return remedy(e);
    }
  }

  private static void setDefault(String key, String value) {
    if (System.getProperty(key) == null) {
      System.setProperty(key, value);
    }
  }

  private static String remedy(LinkageError error) {
    String platform = Loader.getPlatform();
    boolean there =
        hasNative("ffmpeg", "jniavformat", platform)
            && hasNative("javacpp", "jnijavacpp", platform);
    if (there) {
      return ("FFmpeg for %s cannot be loaded: %s. It is unpacked to a folder that must be writable"
              + " and not mounted noexec (now: %s); name another with"
              + " -Dorg.bytedeco.javacpp.cachedir=FOLDER.")
          .formatted(platform, reason(error), cacheFolder());
    }
    return ("FFmpeg for %1$s is not on the class path: add the jars org.bytedeco:ffmpeg%2$s and"
            + " org.bytedeco:javacpp%3$s, both with the classifier %1$s.")
        .formatted(platform, version("ffmpeg"), version("javacpp"));
  }

  /** Where this platform's natives lie on the class path; empty when they were unpacked before. */
  static List<URL> places() {
    String platform = Loader.getPlatform();
    return Stream.of(
            resource("ffmpeg", "jniavformat", platform),
            resource("javacpp", "jnijavacpp", platform))
        .filter(Objects::nonNull)
        .toList();
  }

  private static boolean hasNative(String artifact, String library, String platform) {
    return resource(artifact, library, platform) != null;
  }

  private static URL resource(String artifact, String library, String platform) {
    String path =
        "/org/bytedeco/%s/%s/%s".formatted(artifact, platform, System.mapLibraryName(library));
    return Loader.class.getResource(path);
  }

  /** The first line of the innermost message, without what the JVM wraps around it. */
  private static String reason(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String line = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    return line.replaceFirst("^Exception [\\w.]+: ", "")
        .replaceFirst(" \\[in thread .*", "")
        .strip();
  }

  private static String cacheFolder() {
    try {
      return Loader.getCacheDir().toString();
    } catch (IOException e) {
      return "none can be written";
    }
  }

  /** With a colon before it; empty when the jar does not say, as in a merged one. */
  private static String version(String artifact) {
    try {
      String version = Loader.getVersion("org.bytedeco", artifact);
      return version == null || version.toLowerCase(Locale.ROOT).contains("unknown")
          ? ""
          : ":" + version;
    } catch (IOException e) {
      return "";
    }
  }
}
