package io.github.ambientgpt.asr.vosk;

import io.github.ambientgpt.core.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Looks over a model's files before native code sees them.
 *
 * <p>Kaldi ends the JVM when some of them are broken. Tried with a model cut at many places: the
 * large binary files it refuses by itself, while lists of numbers and settings that are cut or
 * empty crash it. So of the binary files only the beginning is read, and the small text files are
 * read whole.
 */
final class KaldiFiles {
  /** How Kaldi begins a binary file. */
  private static final byte[] KALDI = {0, 'B'};

  /** How OpenFst begins a file. */
  private static final byte[] FST = {(byte) 0xd6, (byte) 0xfd, (byte) 0xb2, 0x7e};

  private static final Pattern SETTING = Pattern.compile("--[a-z][\\w.-]*(=\\S.*)?");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern PHONE =
      Pattern.compile("\\d+ (nonword|begin|end|internal|singleton)");

  private static final List<String> IVECTOR =
      List.of("final.dubm", "final.ie", "final.mat", "global_cmvn.stats", "splice.conf");

  private final Path folder;

  private KaldiFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * @throws InvalidInputException when it is no model, or not whole; names the file
   */
  static void check(Path folder) throws IOException {
    new KaldiFiles(folder).check();
  }

  private void check() throws IOException {
    if (!Files.isDirectory(folder.resolve("am")) || !Files.isDirectory(folder.resolve("graph"))) {
      throw new InvalidInputException(
          ("The folder %s is no Vosk model: it has no folders 'am' and 'graph'. Models with another"
                  + " layout are older than Vosk 0.3.")
              .formatted(folder));
    }
    binary("am/final.mdl", KALDI);
    settings("conf/mfcc.conf");
    settings("conf/model.conf");
    graph();
    if (Files.isDirectory(folder.resolve("ivector"))) {
      for (String file : IVECTOR) {
        require("ivector/" + file);
      }
      binary("ivector/final.dubm", KALDI);
      binary("ivector/final.ie", KALDI);
      settings("ivector/splice.conf");
    }
  }

  private void graph() throws IOException {
    if (Files.exists(folder.resolve("graph/HCLG.fst"))) {
      binary("graph/HCLG.fst", FST);
    } else {
      binary("graph/HCLr.fst", FST);
      binary("graph/Gr.fst", FST);
      lines("graph/disambig_tid.int", NUMBER, true);
    }
    if (Files.exists(folder.resolve("graph/phones/word_boundary.int"))) {
      lines("graph/phones/word_boundary.int", PHONE, true);
    }
  }

  private Path require(String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new InvalidInputException(
          "The Vosk model %s lacks its file %s: it was not unpacked whole."
              .formatted(folder, name));
    }
    if (Files.size(file) == 0) {
      throw broken(name);
    }
    return file;
  }

  private void binary(String name, byte[] beginning) throws IOException {
    try (InputStream in = Files.newInputStream(require(name))) {
      if (!Arrays.equals(in.readNBytes(beginning.length), beginning)) {
        throw broken(name);
      }
    }
  }

  private void settings(String name) throws IOException {
    lines(name, SETTING, false);
  }

  /**
   * @param ended whether the last line ends, as in files that programs write
   */
  private void lines(String name, Pattern line, boolean ended) throws IOException {
    String text = Files.readString(require(name), StandardCharsets.ISO_8859_1);
    List<String> lines =
        text.lines()
            .map(each -> each.replaceFirst("#.*", "").strip())
            .filter(each -> !each.isEmpty())
            .toList();
    if (lines.isEmpty()
        || ended && !text.endsWith("\n")
        || !lines.stream().allMatch(each -> line.matcher(each).matches())) {
      throw broken(name);
    }
  }

  private InvalidInputException broken(String name) {
    return new InvalidInputException(
        "The Vosk model %s is cut short or broken in its file %s.".formatted(folder, name));
  }
}
