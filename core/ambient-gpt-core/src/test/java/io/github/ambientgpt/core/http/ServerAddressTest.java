package io.github.ambientgpt.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
  @Test
  void blanks_around_it_and_slashes_at_its_end_are_left_out() {
    ServerAddress address = ServerAddress.parse(" https://a.example:8443/v1// ").orElseThrow();

    assertThat(address.url()).isEqualTo(URI.create("https://a.example:8443/v1"));
    assertThat(address.host()).isEqualTo("a.example:8443");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a.example:80",
        "ftp://a.example",
        "http://",
        "http://user:secret@a.example",
        "https://a.example/?key=secret",
        "https://a.example/#secret",
        "http://a b"
      })
  void what_is_no_address_of_a_server_is_none(String text) {
    assertThat(ServerAddress.parse(text)).isEmpty();
  }

  @Test
  void none_is_made_of_a_url_that_holds_a_password_and_the_error_does_not_show_it() {
    assertThatThrownBy(() -> new ServerAddress(URI.create("http://user:secret@a.example")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.example, true",
    "HTTP://10.0.0.5:8080, true",
    "http://127.evil.example, true",
    "https://a.example, false",
    "http://localhost:1, false",
    "http://LOCALHOST, false",
    "http://127.0.0.1, false",
    "http://[::1]:80, false",
  })
  void only_plain_http_to_another_machine_can_be_read_on_the_way(String url, boolean inClear) {
    assertThat(ServerAddress.parse(url).orElseThrow().travelsInClear()).isEqualTo(inClear);
  }
}
