package io.github.ambientgpt.api.command;

import io.github.ambientgpt.api.problem.ApiException;
import java.io.PrintStream;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The commands that there are. */
@Component
class Commands {
  private static final Logger log = LoggerFactory.getLogger(Commands.class);

  private final ObjectProvider<Command> commands;

  Commands(ObjectProvider<Command> commands) {
    this.commands = commands;
  }

  /**
   * @throws CommandFailure when there is none of this name
   */
  Command named(String name) {
    return commands.stream()
        .filter(command -> command.name().equals(name))
        .findFirst()
        .orElseThrow(() -> CommandFailure.usage("There is no command '" + name + "'.\n" + usage()));
  }

  private String usage() {
    List<String> lines =
        commands.stream().flatMap(command -> command.usage().lines()).sorted().toList();
    return "Commands:\n  " + String.join("\n  ", lines);
  }

  /**
   * @return what the process exits with
   */
  int run(String name, CommandArguments arguments, PrintStream out) {
    try {
      named(name).run(arguments, out);
      return 0;
    } catch (CommandFailure e) {
      out.println(e.getMessage());
      return e.code();
    } catch (ApiException e) {
      out.println(e.getMessage());
      return 1;
    } catch (Exception e) {
      log.warn("The command {} failed: {}", name, e.getClass().getName());
      out.println(name + " failed: " + e.getClass().getSimpleName() + at(e));
      return 1;
    }
  }

  /** Where; a message could hold what it should not. */
  private static String at(Exception e) {
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length == 0 ? "" : " in " + trace[0];
  }
}
