package io.github.ambientgpt.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * What a command sees of the world: its streams, the environment, whether somebody watches and
 * whether somebody asked to stop.
 *
 * @param charset of {@code out}
 * @param shown true when {@code out} is a terminal
 * @param watched true when {@code err} is a terminal
 * @param cancelled turns true at Ctrl-C
 */
record Terminal(
    InputStream in,
    OutputStream out,
    Charset charset,
    boolean shown,
    PrintWriter err,
    boolean watched,
    Map<String, String> environment,
    BooleanSupplier cancelled) {

  /** Writes to standard output, whole or with an error. */
  void print(String text) {
    print(text.getBytes(charset));
  }

  /** The same, for what is no text. */
  void print(byte[] content) {
    try {
      out.write(content);
      out.flush();
    } catch (IOException e) {
      throw new Failure(ExitCode.NO_OUTPUT, "Standard output takes no more: " + reason(e) + ".", e);
    }
  }

  /** Says something to the person, not to the program that reads the output. */
  void say(String line) {
    err.println(line);
    err.flush();
  }

  /** Where this product keeps what is the user's. */
  Path home() {
    String home = environment.getOrDefault("AMBIENT_GPT_HOME", "");
    return home.isBlank()
        ? Path.of(System.getProperty("user.home"), ".ambient-gpt")
        : Path.of(home);
  }

  /** What an error of the operating system says, without the path that it begins with. */
  static String reason(IOException e) {
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof java.nio.file.NoSuchFileException) {
      return "no such file or folder";
    }
    if (e instanceof java.nio.file.FileSystemException f && f.getReason() != null) {
      return f.getReason();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** The process's own. */
  static Terminal ofProcess(BooleanSupplier cancelled) {
    boolean outWatched = StandardStream.OUT.isTerminal();
    Charset charset = outWatched ? consoleCharset() : StandardCharsets.UTF_8;
    boolean errWatched = StandardStream.ERR.isTerminal();
    Charset errCharset = errWatched ? consoleCharset() : StandardCharsets.UTF_8;
    return new Terminal(
        System.in,
        new java.io.FileOutputStream(java.io.FileDescriptor.out),
        charset,
        outWatched,
        new PrintWriter(new java.io.FileOutputStream(java.io.FileDescriptor.err), true, errCharset),
        errWatched,
        System.getenv(),
        cancelled);
  }

  /** Windows has consoles that are not UTF-8; elsewhere "ASCII" only says that none was set. */
  private static Charset consoleCharset() {
    if (System.console() == null) {
      return StandardCharsets.UTF_8;
    }
    Charset charset = System.console().charset();
    return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
  }
}
