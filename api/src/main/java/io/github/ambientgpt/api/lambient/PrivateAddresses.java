package io.github.ambientgpt.api.lambient;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Addresses that are reached from inside of a network alone. */
final class PrivateAddresses {
  private PrivateAddresses() {}

  /**
   * Whether a name leads to one now. The connection that follows gets the same answer, since Java
   * keeps it for half a minute: a name that changes in between (DNS rebinding) gains nothing.
   */
  static boolean leadsTo(String host) {
    try {
      return Arrays.stream(InetAddress.getAllByName(host)).anyMatch(PrivateAddresses::isPrivate);
    } catch (UnknownHostException e) {
      return false; // the connection fails and says so
    }
  }

  static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean unique = address instanceof Inet6Address && (first & 0xfe) == 0xfc; // fc00::/7
    boolean shared = bytes.length == 4 && first == 100 && (second & 0xc0) == 64; // 100.64.0.0/10
    boolean reserved = bytes.length == 4 && (first == 0 || first >= 240);
    return unique
        || shared
        || reserved
        || address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress();
  }
}
