package dev.jacobi;

/// A derivation that could not be made: something asked of a name that does not have it, or a
/// result that failed its check. The message is for the user.
public class DerivationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DerivationException(String message) {
    super(message);
  }

  /// A result that nothing speaks against, and that no point was found to check at.
  public static final class Unchecked extends DerivationException {
    private static final long serialVersionUID = 1;

    Unchecked(String message) {
      super(message);
    }
  }
}
