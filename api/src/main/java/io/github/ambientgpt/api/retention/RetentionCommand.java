package io.github.ambientgpt.api.retention;

import io.github.ambientgpt.api.command.Command;
import io.github.ambientgpt.api.command.CommandArguments;
import io.github.ambientgpt.api.command.CommandFailure;
import io.github.ambientgpt.core.progress.Monitor;
import java.io.PrintStream;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
class RetentionCommand implements Command {
  private final ObjectProvider<Retention> retention;

  RetentionCommand(ObjectProvider<Retention> retention) {
    this.retention = retention;
  }

  @Override
  public String name() {
    return "retention";
  }

  @Override
  public String usage() {
    return """
        retention preview   lists what the rules would delete now
        retention enforce   deletes it now, as the service does each hour""";
  }

  @Override
  public void run(CommandArguments arguments, PrintStream out) {
    arguments.requireOnly(1);
    switch (arguments.word(0, "what to do:\n" + usage())) {
      case "preview" -> {
        retention
            .getObject()
            .preview()
            .forEach(
                due ->
                    out.println(
                        due.kind()
                            + "/"
                            + due.id()
                            + " of encounter/"
                            + due.encounterId()
                            + " since "
                            + due.since()));
        out.println("To go: " + retention.getObject().preview().size() + ".");
      }
      case "enforce" -> {
        List<Retention.Deleted> all = retention.getObject().enforce(null, Monitor.NONE);
        out.println("Deleted: " + all.stream().mapToInt(Retention.Deleted::deleted).sum() + ".");
        int left = all.stream().mapToInt(Retention.Deleted::left).sum();
        if (left > 0) {
          throw CommandFailure.failed(
              left + " could not be deleted. The log says why; the service tries again each hour.");
        }
      }
      default -> throw CommandFailure.usage(usage());
    }
  }
}
