package io.github.ambientgpt.llm;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.languagemodel.Prompt;
import io.github.ambientgpt.core.progress.Monitor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** How one kind of server is spoken to. Thread-safe. */
interface Dialect {
  /**
   * Asks once.
   *
   * @param without fields of the request that this server has refused
   * @throws ServerFault when there is no answer
   * @throws CancelledException when the monitor says so
   */
  Answer ask(Prompt prompt, Room room, Set<String> without, Monitor monitor);

  /**
   * How many tokens the server says question and answer may have together; empty when it does not.
   *
   * @throws ServerFault when it cannot be asked
   */
  OptionalInt context(Monitor monitor);

  /**
   * The names of the models that the server has; empty when it has no list that would tell.
   *
   * @throws ServerFault when it cannot be asked
   */
  Optional<List<String>> models(Monitor monitor);

  /** Whether a server that has one model takes any name for it. */
  boolean takesAnyNameForOne();

  /** How to get a model that the server does not have; a sentence. */
  String howToGetAModel();

  /**
   * A field of a request that can be left out.
   *
   * @param word what stands in a refusal that is about it
   */
  record OptionalField(String name, String word) {
    static OptionalField of(String name) {
      return new OptionalField(name, name);
    }
  }

  /** In the order in which refusals are searched for them. */
  List<OptionalField> optionalFields();

  /** Which of them binds the answer to the schema; empty when nothing does. */
  String schemaField();
}
