/// Compiled functions as jars that run alone: without the compiler, and without the rest of Jacobi.
///
/// [SavedFunction] is what is to be saved, [JarWriter] writes it. A jar holds a class with plain
/// methods (`FacadeWriter`), the emitted code for each width of vectors, and the kernels which that
/// code calls, moved to a package of their own (`Relocation`), so that two jars, or a jar and
/// Jacobi itself, do not meet. [FloatFrame] and [DoubleFrame] go into the jar with them: they hold
/// the arrays between the plain methods and the code.
package dev.jacobi.engine.saved;
