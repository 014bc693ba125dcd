/// Networks built of modules in Java.
///
/// A [dev.jacobi.learn.network.Module] writes a few definitions in Jacobi's notation, and nothing
/// else: so a [dev.jacobi.learn.network.Network] can print its own derivation, and is trained like
/// any model. A [dev.jacobi.learn.network.Learner] takes its steps one by one.
package dev.jacobi.learn.network;
