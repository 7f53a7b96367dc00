package io.github.ambientgpt.api.command;

import io.github.ambientgpt.api.storage.OwnerOnly;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The socket in the folder of the data by which a running service is asked to do a command. The
 * system lets only those in who may read the data anyway.
 */
final class CommandSocket {
  private static final int LONGEST_PATH = 100; // systems take about so many bytes
  private static final int MOST_ARGUMENTS = 100;
  private static final int TEXT = 0;
  private static final int END = 1;

  private final Path path;

  /** Does a command. */
  @FunctionalInterface
  interface Server {
    int run(String name, CommandArguments arguments, PrintStream out);
  }

  CommandSocket(Path folder) {
    this.path = folder.resolve("command.sock");
  }

  private boolean possible() {
    return path.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH;
  }

  /**
   * @return what the service answers; empty when there is none that runs
   */
  OptionalInt ask(String name, List<String> arguments, Path folder, PrintStream out) {
    if (!possible() || !Files.exists(path)) {
      return OptionalInt.empty();
    }
    SocketChannel channel;
    try {
      channel = SocketChannel.open(UnixDomainSocketAddress.of(path));
    } catch (IOException | UnsupportedOperationException e) {
      return OptionalInt.empty(); // of a service that was killed
    }
    try (channel) {
      DataOutputStream request = new DataOutputStream(Channels.newOutputStream(channel));
      request.writeUTF(folder.toString());
      request.writeUTF(name);
      request.writeInt(arguments.size());
      for (String argument : arguments) {
        request.writeUTF(argument);
      }
      request.flush();
      DataInputStream answer = new DataInputStream(Channels.newInputStream(channel));
      while (true) {
        if (answer.readByte() == END) {
          return OptionalInt.of(answer.readInt());
        }
        out.write(answer.readNBytes(answer.readInt()));
        out.flush();
      }
    } catch (IOException e) {
      throw CommandFailure.failed(
          "The service ended before it had answered: its log says why. Try again.");
    }
  }

  /**
   * @return null when this system or the folder does not offer it
   */
  ServerSocketChannel open() throws IOException {
    if (!possible()) {
      throw new IOException("the path of the data's folder is too long for a socket");
    }
    Files.createDirectories(path.getParent());
    Files.deleteIfExists(path); // the database is locked by us, so that nobody else listens
    ServerSocketChannel server;
    try {
      server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    } catch (UnsupportedOperationException e) {
      throw new IOException("this system has no such sockets", e);
    }
    try {
      server.bind(UnixDomainSocketAddress.of(path));
      OwnerOnly.set(path);
      return server;
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  void remove() throws IOException {
    Files.deleteIfExists(path);
  }

  static void serve(SocketChannel channel, Server server) throws IOException {
    DataInputStream request = new DataInputStream(Channels.newInputStream(channel));
    DataOutputStream answer = new DataOutputStream(Channels.newOutputStream(channel));
    Path folder = Path.of(request.readUTF());
    String name = request.readUTF();
    int count = request.readInt();
    if (count < 0 || count > MOST_ARGUMENTS) {
      throw new IOException("too many arguments");
    }
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      arguments.add(request.readUTF());
    }
    int code;
    try (PrintStream out = new PrintStream(new Texts(answer), true, StandardCharsets.UTF_8)) {
      code = server.run(name, CommandArguments.of(arguments, folder), out);
    }
    answer.writeByte(END);
    answer.writeInt(code);
    answer.flush();
  }

  /** What is printed, as texts of the answer. */
  private static final class Texts extends OutputStream {
    private final DataOutputStream answer;

    Texts(DataOutputStream answer) {
      this.answer = answer;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      answer.writeByte(TEXT);
      answer.writeInt(length);
      answer.write(bytes, offset, length);
      answer.flush();
    }
  }
}
