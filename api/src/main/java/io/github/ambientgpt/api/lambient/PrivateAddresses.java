package io.github.ambientgpt.api.lambient;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Addresses that are reached from inside of a network alone. */
final class PrivateAddresses {
  private PrivateAddresses() {}

  /**
   * Whether a name leads to one now, or nowhere. The connection that follows gets the same answer,
   * since Java keeps it for half a minute: a name that changes in between (DNS rebinding) gains
   * nothing.
   */
  static boolean leadsTo(String host) {
    try {
      return Arrays.stream(InetAddress.getAllByName(host)).anyMatch(PrivateAddresses::isPrivate);
    } catch (UnknownHostException e) {
      return true; // it may lead anywhere a moment later
    }
  }

  static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean reserved =
        address instanceof Inet6Address ? isReserved6(bytes) : isReserved4(first, second, bytes[2]);
    return reserved
        || address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress();
  }

  private static boolean isReserved4(int first, int second, int third) {
    return first == 0
        || first >= 240
        || (first == 100
            && (second & 0xc0) == 64) // 100.64.0.0/10: shared by a provider's customers
        || (first == 192 && second == 0 && third == 0) // 192.0.0.0/24
        || (first == 198 && (second & 0xfe) == 18); // 198.18.0.0/15: to measure networks
  }

  /** What is for inside, and what wraps an IPv4 address, which may be. */
  private static boolean isReserved6(byte[] bytes) {
    boolean unique = (bytes[0] & 0xfe) == 0xfc; // fc00::/7
    return unique
        || startsWith(bytes, 0x00, 0x64, 0xff, 0x9b) // 64:ff9b::/32: NAT64
        || startsWith(bytes, 0x20, 0x02) // 2002::/16: 6to4
        || startsWith(bytes, 0x20, 0x01, 0x00, 0x00) // 2001::/32: Teredo
        || startsWith(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0); // ::/96
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
