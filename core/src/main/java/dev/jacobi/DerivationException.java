package dev.jacobi;

/// A derivation that could not be made: something asked of a name that does not have it, or a
/// result that failed its check. The message is for the user.
public final class DerivationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DerivationException(String message) {
    super(message);
  }
}
