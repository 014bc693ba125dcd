package dev.jacobi.notation;

/// One thing wrong with an input: where, what was found and what was expected, and the nearest
/// repair (empty when none is known).
public record Problem(Place place, String message, String hint) {}
