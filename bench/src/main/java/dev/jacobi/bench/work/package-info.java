/// The same work for everyone who is timed: [Task] names it, [Data] makes its inputs, a [Contender]
/// opens it, and [Worker] runs one contender in a process of its own, as `bench/run` asks it line
/// by line.
package dev.jacobi.bench.work;
