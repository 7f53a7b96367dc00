package io.github.ambientgpt.api.command;

import io.github.ambientgpt.api.storage.StorageProperties;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes the commands that are for a service which runs. */
@Component
class CommandServer implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(CommandServer.class);

  private final CommandSocket socket;
  private final Commands commands;
  private volatile @Nullable ServerSocketChannel server;

  CommandServer(StorageProperties properties, Commands commands) {
    this.socket = new CommandSocket(properties.folder());
    this.commands = commands;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    try {
      ServerSocketChannel opened = socket.open();
      server = opened;
      daemon("commands", () -> accept(opened));
    } catch (IOException e) {
      log.warn("Commands need the service to be stopped here: {}", e.getMessage());
    }
  }

  private void accept(ServerSocketChannel from) {
    while (from.isOpen()) {
      try {
        SocketChannel channel = from.accept();
        daemon("command", () -> serve(channel));
      } catch (IOException e) {
        return; // it was closed
      }
    }
  }

  private void serve(SocketChannel channel) {
    try (channel) {
      CommandSocket.serve(
          channel,
          (name, arguments, out) -> {
            try {
              if (commands.named(name).alone()) {
                out.println("The service runs on this data: stop it first, then say it again.");
                return 1;
              }
            } catch (CommandFailure e) {
              out.println(e.getMessage());
              return e.code();
            }
            return commands.run(name, arguments, out);
          });
    } catch (IOException e) {
      log.info("The one who asked for a command is gone");
    } catch (RuntimeException e) {
      log.warn("A command was not understood: {}", e.getClass().getName());
    }
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void destroy() {
    ServerSocketChannel open = server;
    server = null;
    try {
      if (open != null) {
        open.close();
        socket.remove();
      }
    } catch (IOException e) {
      log.debug("The socket for commands stays: {}", e.getClass().getSimpleName());
    }
  }
}
