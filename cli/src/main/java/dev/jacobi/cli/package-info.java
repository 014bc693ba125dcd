/// The command `jacobi`: arguments and files in, formulas and exit statuses out. No mathematics.
///
/// One class is one command ([Derive], [Check], [Describe], [Trace], [Functions], [Explain]);
/// [Main] lists them. The specs are built by hand: picocli's annotations cost 20 ms of reflection
/// at each start.
package dev.jacobi.cli;
