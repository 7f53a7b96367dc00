package io.github.ambientgpt.asr.vosk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder in a model's shape: its small files are right, its large ones only begin so. */
final class SmallFiles {
  private SmallFiles() {}

  static Path model(Path folder) throws IOException {
    write(folder, "am/final.mdl", "\0B<TransitionModel> ");
    write(folder, "conf/mfcc.conf", "--use-energy=false\n--num-mel-bins=40\n--num-ceps=40\n");
    write(folder, "conf/model.conf", "# search\n--min-active=200\n--beam=10.0");
    write(folder, "graph/HCLr.fst", "\u00d6\u00fd\u00b2\u007e");
    write(folder, "graph/Gr.fst", "\u00d6\u00fd\u00b2\u007e");
    write(folder, "graph/disambig_tid.int", "17\n18\n19\n");
    write(folder, "graph/phones/word_boundary.int", "1 nonword\n2 begin\n3 end\n");
    write(folder, "ivector/final.dubm", "\0B<DiagGMM> ");
    write(folder, "ivector/final.ie", "\0B<IvectorExtractor> ");
    write(folder, "ivector/final.mat", "\0BFM ");
    write(folder, "ivector/global_cmvn.stats", " [ 1 2 3 ]\n");
    write(folder, "ivector/splice.conf", "--left-context=3\n--right-context=3\n");
    return folder;
  }

  static void write(Path folder, String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content, StandardCharsets.ISO_8859_1);
  }
}
