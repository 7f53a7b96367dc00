import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Asks the program in this container for its health; exits with 1 unless it is well. The image has
 * no shell and no curl. A bare socket: the classes of HTTP would cost more CPU than all the rest.
 */
class Health {
  private static final int PATIENCE = 2_000; // milliseconds

  public static void main(String... none) {
    String usual = "http://127.0.0.1:8000/actuator/health";
    System.exit(well(URI.create(System.getenv().getOrDefault("HEALTH_URL", usual))) ? 0 : 1);
  }

  private static boolean well(URI asked) {
    try (Socket socket = new Socket()) {
      byte[] here = {127, 0, 0, 1};
      socket.setSoTimeout(PATIENCE);
      socket.connect(
          new InetSocketAddress(InetAddress.getByAddress(here), asked.getPort()), PATIENCE);
      String request = "GET " + asked.getPath() + " HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
      return new String(start, StandardCharsets.US_ASCII).endsWith(" 200");
    } catch (IOException e) {
      System.out.println(e.getMessage()); // docker inspect shows it
      return false;
    }
  }
}
