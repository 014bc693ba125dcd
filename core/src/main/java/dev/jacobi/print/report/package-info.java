/// What a person reads: everything a file declares, defines and asks, with the answers, in one
/// [Report]; and one class for each format that writes it.
///
/// A report is built once ([Reporter] turns a derived result into formulas, [Steps], [Cases] and
/// [Kinks] are its parts) and knows no format. To add a format: one class here that takes a report,
/// and its row where formats are listed.
package dev.jacobi.print.report;
