package io.github.ambientgpt.api.command;

import io.github.ambientgpt.api.storage.StorageProperties;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.core.SpringProperties;

/** Runs a command: in the service that runs on the same data, or else in this process. */
public final class CommandLine {
  private CommandLine() {}

  /** Whether the arguments ask for a command and not for the service. */
  public static boolean asks(String[] arguments) {
    return arguments.length > 0 && !arguments[0].startsWith("-");
  }

  /**
   * @param arguments its name, then what belongs to it; {@code --name.with.dots=value} is a
   *     property of the program
   * @return what the process exits with
   */
  public static int run(Class<?> application, String[] arguments) {
    List<String> own = new ArrayList<>();
    List<String> properties = new ArrayList<>();
    for (String argument : arguments) {
      boolean property = argument.matches("--[^=]*\\..*");
      (property ? properties : own).add(argument);
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    // What was prepared ahead of time is the service, and a command needs few of its beans.
    SpringProperties.setProperty("spring.aot.enabled", "false");
    try (ConfigurableApplicationContext context = context(application, properties)) {
      Path folder = Path.of("").toAbsolutePath();
      String name = own.remove(0);
      Commands commands = context.getBean(Commands.class);
      Path data = context.getBean(StorageProperties.class).folder();
      OptionalInt elsewhere = new CommandSocket(data).ask(name, own, folder, out);
      if (elsewhere.isPresent()) {
        return elsewhere.getAsInt();
      }
      return commands.run(name, CommandArguments.of(own, folder), out);
    } catch (CommandFailure e) {
      out.println(e.getMessage());
      return e.code();
    }
  }

  /** Beans are made when they are needed: a command needs no web server, and starts no work. */
  private static ConfigurableApplicationContext context(
      Class<?> application, List<String> properties) {
    return new SpringApplicationBuilder(application)
        .web(WebApplicationType.NONE)
        .lazyInitialization(true)
        .logStartupInfo(false)
        .initializers(context -> context.addBeanFactoryPostProcessor(CommandLine::deaf))
        .properties(
            Map.of(
                "db-scheduler.enabled", "false",
                "logging.level.root", "error"))
        .run(properties.toArray(String[]::new));
  }

  /** What a service does once it is ready is not for a command to do. */
  private static void deaf(ConfigurableListableBeanFactory beans) {
    ((BeanDefinitionRegistry) beans)
        .removeBeanDefinition(AnnotationConfigUtils.EVENT_LISTENER_PROCESSOR_BEAN_NAME);
  }
}
