/// The training loop.
///
/// A [dev.jacobi.learn.train.Task] is what to learn, [dev.jacobi.learn.train.Settings] how; a
/// [dev.jacobi.learn.train.Trainer] does it from one [dev.jacobi.learn.train.State] to the next,
/// which [dev.jacobi.learn.train.Checkpoints] keep.
package dev.jacobi.learn.train;
