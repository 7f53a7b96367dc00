package io.github.ambientgpt.api.command;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.StorageFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

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
                    ? CommandFailure.usage("There is no command '" + name + "'.\n" + usage(usable))
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
      out.println(name + " failed: " + reason(e));
      return 1;
    }
  }

  /** Without the failure's own message, which could hold what it should not. */
  private static String reason(Exception e) {
    if (StorageFailure.isFull(e)) {
      return "there is no room left on the disk, in the database or in the bucket. Make room and call it again.";
    }
    if (isOfStorage(e)) {
      return "a disk, the database or the bucket did not answer, or refused ("
          + e.getClass().getSimpleName()
          + "). See that it is there and may be used, and call it again.";
    }
    return e.getClass().getSimpleName() + at(e);
  }

  private static boolean isOfStorage(Exception e) {
    return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
        .anyMatch(
            each ->
                each instanceof IOException
                    || each instanceof SQLException
                    || each instanceof DataAccessException
                    || each instanceof TransactionException);
  }

  private static String at(Exception e) {
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length == 0 ? "" : " in " + trace[0];
  }
}
