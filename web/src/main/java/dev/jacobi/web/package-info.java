/// The playground: a page where a derivation is alive, and the server behind it.
package dev.jacobi.web;
