/// Trains what a model defines: forward, loss, clear, backward, update.
package dev.jacobi.learn;
