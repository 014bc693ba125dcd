/// Documents: where in a Markdown, LaTeX, plain or notebook file the headings, the prose, the
/// mathematics and the code stand. It reads no mathematics.
///
/// In this order: `Decoding` makes bytes text; `Macros` finds what the author defined;
/// `MarkdownReader` or `TexReader` goes through the lines, with `Delimiters` and `Environments`
/// saying where a formula ends and `Prices` which dollars are none; `Assembly` puts the parts in
/// order, and `Markup` or `TexWords` leaves the words of a line. Everything is done in one pass,
/// and time grows with the length of the text alone.
///
/// [Documents] is the way in.
package dev.jacobi.document;
