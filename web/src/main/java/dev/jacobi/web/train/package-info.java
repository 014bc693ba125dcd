/// Training that can be watched: a session is a process of its own ([TrainWorker]) that trains the
/// model of the editor with the classes of `jacobi train`, tells how it goes, and hears when to
/// pause, to go on by one step, or to change its rate.
package dev.jacobi.web.train;
