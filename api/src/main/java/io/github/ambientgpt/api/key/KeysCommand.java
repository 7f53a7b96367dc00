package io.github.ambientgpt.api.key;

import io.github.ambientgpt.api.audit.AuditLog;
import io.github.ambientgpt.api.audit.Outcome;
import io.github.ambientgpt.api.command.Command;
import io.github.ambientgpt.api.command.CommandArguments;
import io.github.ambientgpt.api.command.CommandFailure;
import java.io.PrintStream;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
class KeysCommand implements Command {
  private final KeyProperties properties;
  private final ObjectProvider<MasterKey> master;
  private final ObjectProvider<DataKeys> keys;
  private final ObjectProvider<AuditLog> audit;

  /** By providers: the master key refuses to be made where 'import' is what is missing. */
  KeysCommand(
      KeyProperties properties,
      ObjectProvider<MasterKey> master,
      ObjectProvider<DataKeys> keys,
      ObjectProvider<AuditLog> audit) {
    this.properties = properties;
    this.master = master;
    this.keys = keys;
    this.audit = audit;
  }

  @Override
  public String name() {
    return "keys";
  }

  @Override
  public String usage() {
    return """
        keys export FILE        copies the master key; keep the copy apart from backups
        keys import FILE        adds the master keys of a copy, or puts it in place where there is none
        keys rotate [--retire]  makes a new master key and wraps all keys anew; --retire removes those before""";
  }

  @Override
  public void run(CommandArguments arguments, PrintStream out) {
    try {
      switch (arguments.word(0, "what to do:\n" + usage())) {
        case "export" -> export(arguments, out);
        case "import" -> importFrom(arguments, out);
        case "rotate" -> rotate(arguments, out);
        default -> throw CommandFailure.usage(usage());
      }
    } catch (KeyFileException e) {
      throw CommandFailure.failed(e.getMessage());
    }
  }

  private void export(CommandArguments arguments, PrintStream out) {
    arguments.requireOnly(2);
    Path target = arguments.path(1, "the file to write");
    master.getObject().copyTo(target);
    audit.getObject().record(null, "keys.export", null, Outcome.DONE);
    out.println("The master key is in " + target + " now.");
    out.println("Whoever has it can read this data and every backup: keep it apart from them.");
  }

  private void importFrom(CommandArguments arguments, PrintStream out) {
    arguments.requireOnly(2);
    KeyFile from = new KeyFile(arguments.path(1, "the file to read"));
    KeyFile here = new KeyFile(properties.file());
    int added = MasterKey.add(here, from);
    master.getObject().reload();
    if (keys.getObject().any()) { // where nothing is yet a backup brings its own log
      audit.getObject().record(null, "keys.import", null, Outcome.DONE);
    }
    out.println(
        added == 0
            ? "All of its keys were in " + here.path() + " already."
            : "Keys added to " + here.path() + ": " + added + ".");
  }

  private void rotate(CommandArguments arguments, PrintStream out) {
    arguments.requireOnly(1, "retire");
    master.getObject().renew();
    long count = keys.getObject().wrapAnew();
    out.println("A new master key wraps all keys: " + count + ".");
    if (arguments.has("retire")) {
      master.getObject().retire();
      out.println("The keys before it are gone: backups that were made before cannot be opened.");
    } else {
      out.println("The keys before it stay in the file, for backups that were made before.");
    }
    audit.getObject().record(null, "keys.rotate", null, Outcome.DONE);
    out.println("Copy the file anew: " + master.getObject().path());
  }
}
