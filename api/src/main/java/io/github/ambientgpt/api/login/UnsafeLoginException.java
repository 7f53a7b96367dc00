package io.github.ambientgpt.api.login;

/** The configuration would let in everybody who reaches the service, so it does not start. */
final class UnsafeLoginException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String address;

  UnsafeLoginException(String address) {
    super("The mode local is for one machine alone, and the address to listen on is not its own");
    this.address = address;
  }

  String address() {
    return address.isBlank() ? "every address" : address;
  }
}
