/// Shares worker processes among clients: who is served next, how long a computation may take, and
/// what a client may ask at once.
package dev.jacobi.web.desk;
