/// What a run leaves behind for people and programs: metrics, results, weights, a page to read.
package dev.jacobi.learn.report;
