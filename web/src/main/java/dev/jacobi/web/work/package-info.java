/// What runs in a worker process: [Worker] reads questions from its standard input, [Answers] finds
/// who answers, and each answer is a class of its own. A worker can be ended at any moment.
package dev.jacobi.web.work;
