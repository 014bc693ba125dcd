/// How parameters follow their gradients.
///
/// An [dev.jacobi.learn.optimise.Optimiser] is a row of equations in Jacobi's notation; an
/// [dev.jacobi.learn.optimise.Update] is one of them, compiled for one parameter; a
/// [dev.jacobi.learn.optimise.RateSchedule] says how the learning rate goes.
package dev.jacobi.learn.optimise;
