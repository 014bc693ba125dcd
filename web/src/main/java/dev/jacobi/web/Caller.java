package dev.jacobi.web;

import com.sun.net.httpserver.HttpExchange;

/// Who asks, for sharing time fairly, and how many questions it may have open at once.
///
/// That is an address; among those of this machine a page says which it is, so that one tab does
/// not wait for another.
record Caller(String name, int atOnce) {
  static Caller of(HttpExchange exchange) {
    var address = exchange.getRemoteAddress().getAddress();
    String who = address.getHostAddress();
    String page = exchange.getRequestHeaders().getFirst("Jacobi-Client");
    if (!address.isLoopbackAddress()) return new Caller(who, Limits.OPEN_OF_AN_ADDRESS);
    boolean named = page != null && page.matches("[A-Za-z0-9]{8,40}");
    return named
        ? new Caller(who + " " + page, Limits.OPEN_OF_A_PAGE)
        : new Caller(who, Limits.OPEN_OF_THIS_MACHINE);
  }
}
