/// Documents: where in a Markdown, LaTeX, plain or notebook file the headings, the prose, the
/// mathematics and the code stand. It reads no mathematics.
package dev.jacobi.document;
