/// What people read of a checked document: [CheckText] for a terminal, [CheckMarkdown], and
/// [CheckHtml] with the verdict beside each formula.
///
/// [Said] has the sentences that all of them share. For a grader, [Scheme] turns verdicts into
/// points ([Grade]), [ClassReport] counts over submissions, and [Feedback] is what a writer gets
/// back.
package dev.jacobi.check.report;
