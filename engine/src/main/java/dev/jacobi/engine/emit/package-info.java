/// From a program to a class, through the JDK's Class-File API: a method for each step.
///
/// `Emitter` writes the class. A nest of loops is written by `NestWriter`, whose bodies `Body`
/// (number by number) and `VectorBody` (several at once) write; `ShortRows` and `ShortSum` are for
/// axes that are shorter than a vector. Other steps are calls of kernels (`KernelWriter`).
package dev.jacobi.engine.emit;
