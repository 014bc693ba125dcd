package dev.jacobi.web;

/// What the playground holds its clients to.
///
/// `jacobi serve --help` tells every one of these figures, and is written with them. They are
/// constants of the compiler, so that the command's help needs no class of this module.
public final class Limits {
  /// The longest body of a request, in kB: a document of a hundred pages. More is a 413.
  public static final int BODY_KB = 512;

  public static final int HEADERS = 64;
  public static final int HEADERS_KB = 16;
  public static final int CONNECTIONS = 1024;

  // ---- how much may be asked at once: more is a 429, of all together a 503

  public static final int OPEN_OF_A_PAGE = 6;

  /// Of another machine: its pages cannot be told apart.
  public static final int OPEN_OF_AN_ADDRESS = 16;

  /// Of a program of this machine that does not say which page it is.
  public static final int OPEN_OF_THIS_MACHINE = 256;

  public static final int OPEN_OF_ALL = 512;

  /// Seconds of computing that count against a client; half of them is forgotten every [#HALF_LIFE]
  /// seconds.
  public static final int SECONDS_OF_A_CLIENT = 40;

  public static final int HALF_LIFE = 15;

  // ---- one computation

  /// Seconds of a processor that every question may use before it makes way for others.
  public static final double AMONG_THE_QUICK = 0.5;

  /// Seconds after which it is ended, unless the user says otherwise (422).
  public static final int BUDGET = 10;

  /// The most that the user may say.
  public static final int LONGEST_BUDGET = 600;

  /// What a computation may use, in MB (422).
  public static final int COMPUTATION_MB = 320;

  // ---- waiting: longer is a 503

  public static final int WAIT = 30;
  public static final int WAIT_BEHIND = 10;

  /// How many may wait for each place of the long ones.
  public static final int WAITING_BEHIND = 4;

  /// For how many seconds a client counts as slow, and quick ones go first, after something took
  /// long.
  public static final int ALARM = 60;

  /// Answers that are remembered, in MB.
  public static final int REMEMBERED_MB = 16;

  // ---- slow clients, and those that ask again at once

  public static final int SECONDS_TO_SEND = 10;
  public static final int SECONDS_TO_READ = 45;
  public static final int SECONDS_IDLE = 30;

  /// Refusals in a second that are answered at once; each of the others waits.
  public static final int REFUSALS = 20;

  public static final int REFUSAL_WAITS_MS = 250;

  // ---- numbers

  /// The largest size in the graph pane (400).
  public static final int GRAPH_SIZE = 8;

  /// The most entries of one name there (400).
  public static final int GRAPH_ENTRIES = 4096;

  /// The largest size that is trained, and the largest batch; what is larger is made so.
  public static final int TRAINED_SIZE = 128;

  public static final int TRAINED_BATCH = 512;

  /// Sessions of training at once (503).
  public static final int TRAINING_AT_ONCE = 4;

  public static final int TRAINING_MB = 256;

  /// Seconds after which training that nobody looks at is ended.
  public static final int TRAINING_UNWATCHED = 12;

  private Limits() {}
}
