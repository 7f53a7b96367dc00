package org.example.scribe;

import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Need;
import io.github.ambientgpt.core.provider.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A program on this machine that reads its standard input and writes its standard output. */
record Command(List<String> words) {
  /** The setting: a program's path and its arguments; what has a space stands in quotes. */
  static final String SETTING = "command";

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  static Command of(Settings settings) {
    String line = settings.get(SETTING).orElse("");
    return new Command(WORD.matcher(line).results().map(Command::unquoted).toList());
  }

  private static String unquoted(MatchResult word) {
    return word.group(1) == null ? word.group(2) : word.group(1);
  }

  /** Looks for the program's file and starts nothing. */
  Need need() {
    if (words.isEmpty()) {
      return Need.missing("a program", "Name one: --llm-set or --set command=/path/of/program.");
    }
    Path program = Path.of(words.get(0));
    boolean there =
        program.isAbsolute()
            ? Files.isExecutable(program)
            : Arrays.stream(System.getenv("PATH").split(System.getProperty("path.separator")))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
    return there
        ? Need.met("a program", words.get(0))
        : Need.missing("a program", "There is no program '%s' here.".formatted(words.get(0)));
  }

  /** The program's name, without its folder. */
  String name() {
    return Path.of(words.get(0)).getFileName().toString().replace(' ', '-');
  }

  /** Runs it once. */
  String run(byte[] input, Monitor monitor) {
    monitor.checkCancelled();
    Process process = start();
    try {
      var written = CompletableFuture.runAsync(() -> write(process, input));
      var answer = CompletableFuture.supplyAsync(() -> read(process));
      while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
        monitor.checkCancelled();
      }
      String text = answer.get(10, TimeUnit.SECONDS);
      written.get(10, TimeUnit.SECONDS);
      if (process.exitValue() != 0) {
        // What it said stays unsaid here: it may quote the visit.
        throw EngineException.lasting(
            "%s ended with the exit code %d.".formatted(name(), process.exitValue()), null);
      }
      return text;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw EngineException.passing(name() + " was interrupted.", e);
    } catch (ExecutionException | TimeoutException e) {
      throw EngineException.passing(name() + " ended before it was done.", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private Process start() {
    try {
      return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      throw EngineException.lasting(name() + " does not start.", e);
    }
  }

  private static void write(Process process, byte[] input) {
    try (OutputStream out = process.getOutputStream()) {
      out.write(input);
    } catch (IOException e) {
      // It need not read all of its input: its exit code says whether it was content.
    }
  }

  private static String read(Process process) {
    try (var in = process.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw EngineException.passing("Its answer could not be read.", e);
    }
  }
}
