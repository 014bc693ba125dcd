/// From a program to a class, through the JDK's Class-File API: a method for each step.
///
/// `Emitter` writes the class. A nest of loops is written by `NestWriter`, whose bodies `Body`
/// (number by number) and `VectorBody` (several at once) write; other steps are calls of kernels
/// (`KernelWriter`).
package dev.jacobi.engine.emit;
