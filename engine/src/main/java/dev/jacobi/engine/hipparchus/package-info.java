/// Compiled functions as the optimisers of Hipparchus want them. Who uses this package brings
/// `org.hipparchus:hipparchus-optim`, which Jacobi does not.
package dev.jacobi.engine.hipparchus;
