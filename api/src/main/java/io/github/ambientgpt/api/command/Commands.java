package io.github.ambientgpt.api.command;

import io.github.ambientgpt.api.problem.ApiException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** The commands that there are. */
@Component
class Commands {
  private static final Logger log = LoggerFactory.getLogger(Commands.class);

  private final ListableBeanFactory beans;

  Commands(ListableBeanFactory beans) {
    this.beans = beans;
  }

  /**
   * @throws CommandFailure when there is none of this name, or what it needs is missing
   */
  Command named(String name) {
    List<Command> usable = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String bean : beans.getBeanNamesForType(Command.class)) {
      try {
        usable.add(beans.getBean(bean, Command.class));
      } catch (BeansException e) { // such as the master key, which another command puts in place
        missing.add(String.valueOf(e.getMostSpecificCause().getMessage()));
      }
    }
    return usable.stream()
        .filter(command -> command.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                missing.isEmpty()
                    ? CommandFailure.usage(
                        "There is no command '" + name + "'.\n" + usage(usable))
                    : CommandFailure.failed(missing.get(0)));
  }

  private static String usage(List<Command> commands) {
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
