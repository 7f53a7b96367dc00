package io.github.ambientgpt.core.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A real HTTP/1.1 server on this machine that says what a test wants, well-formed or not: it reads
 * a request, lets a script write whatever bytes it likes, and closes the connection. The scripts
 * are played one after the other, the last one again and again.
 *
 * <p>Take it where the order of answers or their very bytes matter; for a service with several
 * addresses, take {@link PlayedServer}.
 *
 * @since 0.1.0
 */
public final class ScriptedServer implements AutoCloseable {
  /** What a client asked. */
  public record Request(String method, String target, Map<String, String> headers, byte[] body) {
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** Writes an answer. */
  public interface Script {
    void play(Request request, OutputStream out) throws IOException;
  }

  private final ServerSocket socket;
  private final List<Script> scripts;
  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
  private final List<Socket> connections = Collections.synchronizedList(new ArrayList<>());
  private int played;

  private ScriptedServer(Script... scripts) {
    this.scripts = List.of(scripts);
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::accept, "scripted-server");
    thread.setDaemon(true);
    thread.start();
  }

  public static ScriptedServer playing(Script... scripts) {
    return new ScriptedServer(scripts);
  }

  /** A whole answer with its length. */
  public static Script answer(int status, String type, byte[] body, String... headers) {
    return (request, out) -> {
      head(out, status, join(headers, "Content-Type: " + type, "Content-Length: " + body.length));
      out.write(body);
    };
  }

  public static Script json(int status, String body) {
    return answer(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  /** The head of an answer. */
  public static void head(OutputStream out, int status, String... headers) throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\n");
    for (String header : join(headers, "Connection: close")) {
      head.append(header).append("\r\n");
    }
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static String[] join(String[] first, String... second) {
    String[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** Ends in a slash. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port() + "/");
  }

  /** In the order they came. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        connections.add(connection);
        Thread thread = new Thread(() -> serve(connection), "scripted-answer");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      Request request = read(connection.getInputStream());
      Script script;
      synchronized (requests) {
        requests.add(request);
        script = scripts.get(Math.min(played++, scripts.size() - 1));
      }
      OutputStream out = connection.getOutputStream();
      script.play(request, out);
      out.flush();
    } catch (IOException e) {
      // the client went away, which some tests want
    }
  }

  private static Request read(InputStream in) throws IOException {
    String[] start = line(in).split(" ");
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
    return new Request(start[0], start[1], headers, in.readNBytes(length));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("The client went away");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket connection : List.copyOf(connections)) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
