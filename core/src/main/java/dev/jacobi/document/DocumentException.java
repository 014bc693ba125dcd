package dev.jacobi.document;

/// A file that is no document: binary, or of a kind that is read elsewhere. The message is for the
/// user and begins with the file's name.
public final class DocumentException extends RuntimeException {
  DocumentException(String name, String message) {
    super(name + ": " + message, null, false, false);
  }
}
