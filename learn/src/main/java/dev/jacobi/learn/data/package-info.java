/// Data for training: examples by number, each with named columns.
///
/// A [dev.jacobi.learn.data.Dataset] is a number of examples and columns; a
/// [dev.jacobi.learn.data.Column] copies chosen examples into an array of the caller's. Columns
/// wrap each other: [dev.jacobi.learn.data.OneHot] spreads labels,
/// [dev.jacobi.learn.data.Standardise] moves and scales. [dev.jacobi.learn.data.Split] chooses
/// parts, [dev.jacobi.learn.data.Batches] goes through one in an order that seed, epoch and place
/// determine.
package dev.jacobi.learn.data;
