/// Training on Apache Spark.
///
/// [dev.jacobi.spark.Main] is `jacobi` with a [dev.jacobi.learn.train.Crew] of Spark's executors.
/// Each of them gets an [dev.jacobi.spark.Assignment] once: the model as text, its sizes, and the
/// data; it compiles the model by itself. After that only parameters travel.
package dev.jacobi.spark;
