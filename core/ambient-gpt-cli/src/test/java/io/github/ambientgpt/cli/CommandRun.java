package io.github.ambientgpt.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * One run of the command in this process.
 *
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record CommandRun(int exitCode, String out, String err) {
  /** A command that is about to run. */
  static final class Setup {
    private byte[] in = {};
    private boolean shown;
    private boolean watched;
    private boolean cancelled;
    private final Map<String, String> environment = new TreeMap<>();

    private Setup(Path home) {
      environment.put("AMBIENT_GPT_HOME", home.toString());
    }

    Setup variable(String name, String value) {
      environment.put(name, value);
      return this;
    }

    Setup in(String text) {
      in = text.getBytes(StandardCharsets.UTF_8);
      return this;
    }

    Setup in(byte[] bytes) {
      in = bytes;
      return this;
    }

    /** Standard output is a terminal. */
    Setup shown() {
      shown = true;
      return this;
    }

    Setup watched() {
      watched = true;
      return this;
    }

    Setup cancelled() {
      cancelled = true;
      return this;
    }

    CommandRun run(Object... args) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      StringWriter err = new StringWriter();
      Terminal terminal =
          new Terminal(
              new ByteArrayInputStream(in),
              out,
              StandardCharsets.UTF_8,
              shown,
              new PrintWriter(err, true),
              watched,
              environment,
              () -> cancelled);
      String[] texts = new String[args.length];
      for (int i = 0; i < args.length; i++) {
        texts[i] = args[i].toString();
      }
      int code = Main.run(terminal, texts);
      return new CommandRun(code, out.toString(StandardCharsets.UTF_8), err.toString());
    }
  }

  /**
   * @param home the folder of the product
   */
  static Setup at(Path home) {
    return new Setup(home);
  }
}
