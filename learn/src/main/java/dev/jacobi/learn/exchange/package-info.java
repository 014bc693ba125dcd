/// What was learned, in the files of others: [dev.jacobi.learn.exchange.Weights] reads and writes
/// NumPy archives and [dev.jacobi.learn.exchange.Safetensors],
/// [dev.jacobi.learn.exchange.StateDict] finds the weights of a model in a file of other names, and
/// [dev.jacobi.learn.exchange.Onnx] writes what a model computes as a graph that ONNX runs.
package dev.jacobi.learn.exchange;
