package io.github.ambientgpt.core.prompt;

import io.github.ambientgpt.core.english.Table;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.error.UnknownNameException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What language models are told, as files that a user can read and replace: instructions in {@code
 * *.md}, the shape of the answer in {@code *.schema.json} (JSON Schema). Immutable, for any thread.
 *
 * <p>A placeholder stands in braces, such as {@code {sections}}. The transcript has none: it never
 * becomes part of the instructions.
 *
 * @since 0.1.0
 */
public final class Prompts {
  /** Far above any prompt a person writes, far below what could hurt. */
  private static final long LARGEST_FILE = 64 * 1024;

  private final Map<String, String> files;

  private Prompts(Map<String, String> files) {
    this.files = files;
  }

  /** The prompts that come with the program. */
  public static Prompts builtin() {
    return BuiltIn.PROMPTS;
  }

  /**
   * These, except where the folder has a file of the same name. All its files are read now; a
   * README, and files that end otherwise than a prompt's, are left alone.
   *
   * @throws InvalidInputException when the folder or a file cannot be read, a file has the name of
   *     no prompt, lacks a placeholder or is no JSON; the message has one line for each fault
   */
  public Prompts with(Path folder) {
    Map<String, String> replaced = new TreeMap<>(files);
    List<String> faults = new ArrayList<>();
    for (Path file : prompts(folder)) {
      String name = file.getFileName().toString();
      try {
        String text = text(file);
        check(file, name, text);
        replaced.put(name, text);
      } catch (InvalidInputException e) {
        faults.add(e.getMessage());
      }
    }
    if (!faults.isEmpty()) {
      throw new InvalidInputException(String.join(System.lineSeparator(), faults));
    }
    return new Prompts(replaced);
  }

  /** The names of all files, sorted. */
  public List<String> files() {
    return List.copyOf(files.keySet());
  }

  /** What there is to ask for, with one line that says what it is for, in the order of the work. */
  public Map<String, String> summaries() {
    return BuiltIn.SUMMARIES;
  }

  /**
   * A file as it stands, with its placeholders.
   *
   * @throws UnknownNameException when there is none of that name
   */
  public String source(String file) {
    String text = files.get(file);
    if (text == null) {
      throw new UnknownNameException("prompt", file, files.keySet());
    }
    return text;
  }

  /** The instructions of a prompt, with their placeholders. */
  String instructions(String prompt) {
    return source(BuiltIn.INSTRUCTIONS.get(prompt));
  }

  /** The schema of the answer to a prompt, with its placeholders. */
  String schema(String prompt) {
    return source(BuiltIn.SCHEMAS.get(prompt));
  }

  private void check(Path file, String name, String text) {
    List<String> placeholders = BuiltIn.PLACEHOLDERS.get(name);
    if (placeholders == null) {
      throw new InvalidInputException(
          "Prompt %s: there is no prompt of that name. There is: %s."
              .formatted(file, String.join(", ", files.keySet())));
    }
    List<String> missing =
        placeholders.stream().filter(p -> !text.contains("{" + p + "}")).toList();
    if (!missing.isEmpty()) {
      throw new InvalidInputException(
          "Prompt %s lacks the placeholder {%s}: put it in, as the built-in one has it."
              .formatted(file, String.join("} and {", missing)));
    }
    if (name.endsWith(".json")) {
      try {
        JsonMapper.shared().readTree(text);
      } catch (JacksonException e) {
        throw new InvalidInputException(
            "Prompt %s is broken JSON near line %d: correct it there."
                .formatted(file, e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
            e);
      }
    }
  }

  private static List<Path> prompts(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Prompts::isPrompt).sorted().toList();
    } catch (IOException e) {
      throw new InvalidInputException(
          "The folder of prompts '%s' cannot be read: name one that is there.".formatted(folder),
          e);
    }
  }

  private static boolean isPrompt(Path file) {
    String name = file.getFileName().toString();
    return (name.endsWith(".md") || name.endsWith(".schema.json"))
        && !name.equalsIgnoreCase("README.md");
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw new InvalidInputException(
            "Prompt %s is larger than %d kB: shorten it.".formatted(file, LARGEST_FILE / 1024));
      }
      return Files.readString(file).replace("\r\n", "\n");
    } catch (CharacterCodingException e) {
      throw new InvalidInputException("Prompt " + file + " is not UTF-8: save it as that.", e);
    } catch (IOException e) {
      throw new InvalidInputException("Prompt " + file + " cannot be read.", e);
    }
  }

  private static final class BuiltIn {
    static final Map<String, String> INSTRUCTIONS = column(1);
    static final Map<String, String> SCHEMAS = column(2);
    static final Map<String, String> SUMMARIES = column(3);
    static final Map<String, List<String>> PLACEHOLDERS = placeholders();
    static final Prompts PROMPTS = read();

    private static Map<String, String> column(int column) {
      Map<String, String> values = new java.util.LinkedHashMap<>();
      Table.read(Prompts.class, "prompts.tsv", row -> values.put(row.get(0), row.get(column)));
      return java.util.Collections.unmodifiableMap(values);
    }

    private static Map<String, List<String>> placeholders() {
      Map<String, List<String>> placeholders = new TreeMap<>();
      Table.read(
          Prompts.class,
          "placeholders.tsv",
          row -> placeholders.put(row.get(0), List.copyOf(Table.alternatives(row.get(1)))));
      return placeholders;
    }

    private static Prompts read() {
      Map<String, String> files = new TreeMap<>();
      for (String name : PLACEHOLDERS.keySet()) {
        try (InputStream in = Prompts.class.getResourceAsStream(name)) {
          String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          files.put(name, text.replace("\r\n", "\n"));
        } catch (IOException e) {
          throw new UncheckedIOException(name, e);
        }
      }
      return new Prompts(files);
    }
  }
}
