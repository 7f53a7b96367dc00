package io.github.ambientgpt.core.template;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.error.UnknownNameException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The templates that are there, by name. A name is found whatever its case, spaces, hyphens and
 * underscores: {@code well-child-visit} is {@code Well-Child Visit}. Built-in files are read one by
 * one, when first asked for. Immutable, for any thread.
 *
 * @since 0.1.0
 */
public final class Templates {
  /** Far above any template a person writes, far below what could hurt. */
  private static final long LARGEST_FILE = 64 * 1024;

  private final Map<String, Entry> byKey;

  private Templates(Map<String, Entry> byKey) {
    this.byKey = byKey;
  }

  /** The templates that come with the program. */
  public static Templates builtin() {
    return BuiltIn.TEMPLATES;
  }

  /**
   * These and the {@code *.yaml} and {@code *.yml} files of a folder; a file whose template has the
   * name of one of these takes its place. All files are read now.
   *
   * @throws InvalidInputException when the folder or a file cannot be read, or is wrong; the
   *     message has one line for each file that is
   */
  public Templates with(Path folder) {
    Map<String, Entry> added = new LinkedHashMap<>();
    List<String> faults = new ArrayList<>();
    for (Path file : files(folder)) {
      try {
        String text = text(file);
        Template template = TemplateReader.read(file.toString(), text);
        Entry entry = new Entry(template.name(), file.toString(), () -> text, template);
        Entry other = added.putIfAbsent(key(template.name()), entry);
        if (other != null) {
          faults.add(
              "Template %s: the name '%s' is already used by %s"
                  .formatted(file, template.name(), other.file));
        }
      } catch (InvalidInputException e) {
        faults.add(e.getMessage());
      }
    }
    if (!faults.isEmpty()) {
      throw new InvalidInputException(String.join(System.lineSeparator(), faults));
    }
    Map<String, Entry> merged = new TreeMap<>(byKey);
    merged.putAll(added);
    return new Templates(merged);
  }

  /**
   * A template from YAML text.
   *
   * @param name what an error calls the text
   * @throws InvalidInputException when it is none; the message names the line
   */
  public static Template parse(String text, String name) {
    return TemplateReader.read(name, text);
  }

  /**
   * @throws UnknownNameException when there is none of that name
   */
  public Template get(String name) {
    return entry(name).template();
  }

  /** Whether there is one of that name; no file is read. */
  public boolean has(String name) {
    return byKey.containsKey(key(name));
  }

  /** Sorted by name. */
  public List<Template> all() {
    return byKey.values().stream().map(Entry::template).toList();
  }

  /** Sorted; no file is read. */
  public List<String> names() {
    return byKey.values().stream().map(entry -> entry.name).toList();
  }

  /**
   * The YAML text, as a start for a file of one's own.
   *
   * @throws UnknownNameException when there is none of that name
   */
  public String source(String name) {
    return entry(name).text.get();
  }

  private Entry entry(String name) {
    Entry entry = byKey.get(key(name));
    if (entry == null) {
      throw new UnknownNameException("template", name, names());
    }
    return entry;
  }

  static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Templates::isYaml).filter(Files::isRegularFile).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new InvalidInputException(
          "The folder %s for templates cannot be read. Create it, or name another."
              .formatted(folder),
          e);
    }
  }

  private static boolean isYaml(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
  }

  private static String text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes((int) LARGEST_FILE + 1);
      if (bytes.length > LARGEST_FILE) {
        throw new InvalidInputException(
            "Template %s is larger than %d KB, which no template is"
                .formatted(file, LARGEST_FILE / 1024));
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new InvalidInputException("Template %s is not UTF-8 text".formatted(file), e);
    } catch (IOException e) {
      throw new InvalidInputException("Template %s cannot be read".formatted(file), e);
    }
  }

  private static final class Entry {
    private final String name;
    private final String file;
    private final Supplier<String> text;
    private volatile Template template;

    Entry(String name, String file, Supplier<String> text, Template template) {
      this.name = name;
      this.file = file;
      this.text = text;
      this.template = template;
    }

    /** Read twice when two threads ask first: the results are equal. */
    Template template() {
      if (template == null) {
        template = TemplateReader.read(file, text.get());
      }
      return template;
    }
  }

  private static final class BuiltIn {
    static final Templates TEMPLATES = new Templates(index());

    /** {@code index.tsv} holds name and file, so that a name is known before its file is read. */
    private static Map<String, Entry> index() {
      Map<String, Entry> byKey = new TreeMap<>();
      resource("index.tsv")
          .lines()
          .map(line -> line.split("\t"))
          .forEach(
              row ->
                  byKey.put(key(row[0]), new Entry(row[0], row[1], () -> resource(row[1]), null)));
      return byKey;
    }

    private static String resource(String name) {
      try (InputStream in = Templates.class.getResourceAsStream(name)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
