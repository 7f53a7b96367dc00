import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Asks the program in this container for its health; exits with 1 unless it is well. The image has
 * no shell and no curl.
 */
class Health {
  public static void main(String... none) throws IOException {
    String usual = "http://127.0.0.1:8000/actuator/health";
    String url = System.getenv().getOrDefault("HEALTH_URL", usual);
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setConnectTimeout(2_000);
    connection.setReadTimeout(2_000);
    System.exit(connection.getResponseCode() == 200 ? 0 : 1);
  }
}
