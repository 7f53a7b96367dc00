package io.github.ambientgpt.api.lambient;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateAddressesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "::ffff:10.0.0.1",
        "192.0.0.8",
        "198.19.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::1",
        "2001::a00:1",
        "::10.0.0.1"
      })
  void whatIsReachedFromInsideAloneIsPrivate(String address) throws UnknownHostException {
    assertThat(PrivateAddresses.isPrivate(InetAddress.getByName(address))).isTrue();
    assertThat(PrivateAddresses.leadsTo(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "172.32.0.1",
        "100.128.0.1",
        "198.20.0.1",
        "2001:4860::1",
        "2606:4700::1111"
      })
  void anyOtherIsNot(String address) throws UnknownHostException {
    assertThat(PrivateAddresses.isPrivate(InetAddress.getByName(address))).isFalse();
  }
}
