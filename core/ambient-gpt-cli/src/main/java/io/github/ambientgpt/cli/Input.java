package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.format.TranscriptReader;
import io.github.ambientgpt.core.transcript.Transcript;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a command reads: a file, or standard input when its name is {@code -}.
 *
 * @param path empty for standard input
 * @param name what to call it in an error
 */
record Input(Optional<Path> path, String name) {
  /** Says at once what is wrong with the name. */
  static Input of(String argument) {
    if (argument.equals("-")) {
      return new Input(Optional.empty(), "standard input");
    }
    Path path;
    try {
      path = Path.of(argument);
    } catch (InvalidPathException e) {
      throw new Failure(
          ExitCode.NO_INPUT, "'" + argument + "' cannot be the name of a file here.", e);
    }
    if (Files.isDirectory(path)) {
      throw new Failure(ExitCode.NO_INPUT, "'" + argument + "' is a folder: name a file in it.");
    }
    if (!Files.exists(path)) {
      throw new Failure(
          ExitCode.NO_INPUT,
          "There is no file '%s' in %s.".formatted(argument, Path.of("").toAbsolutePath()));
    }
    if (!Files.isReadable(path)) {
      throw new Failure(ExitCode.NO_INPUT, "'" + argument + "' cannot be read: permission denied.");
    }
    return new Input(Optional.of(path), argument);
  }

  /** To be closed; standard input itself stays open. */
  InputStream open(Terminal terminal) throws IOException {
    if (path.isPresent()) {
      return Files.newInputStream(path.get());
    }
    return new FilterInputStream(terminal.in()) {
      @Override
      public void close() {}
    };
  }

  /** Reads it, and calls a failing disk what it is. */
  <T> T read(Terminal terminal, Reader<T> reader) {
    try (InputStream in = open(terminal)) {
      return reader.read(in, name);
    } catch (IOException e) {
      throw new Failure(
          ExitCode.NO_INPUT, "'%s' cannot be read: %s.".formatted(name, Terminal.reason(e)), e);
    }
  }

  /**
   * Reads a transcript, in any form that is known.
   *
   * @throws Failure when nothing is said in it
   */
  Transcript transcript(Terminal terminal) {
    Transcript transcript = read(terminal, TranscriptReader::read);
    if (transcript.isEmpty()) {
      throw Failure.noSpeech(name);
    }
    return transcript;
  }

  /** Makes something of a stream. */
  interface Reader<T> {
    T read(InputStream in, String name) throws IOException;
  }
}
