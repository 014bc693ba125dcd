package dev.jacobi.learn.data;

/// Goes through examples in batches, each once an epoch. The order of an epoch rests on the seed
/// and the epoch's number alone, so that seed, epoch and place are all that has to be saved.
///
/// [#next] moves on; the batch is then in [#order], from [#from] on, [#count] examples long. The
/// last of an epoch may be shorter.
public final class Batches {
  private static final int WINDOW = 16;

  private final int[] examples;
  private final int[] order;
  private final int size;
  private final int chunk; // 0: not shuffled
  private final long seed;
  private long epoch;
  private int place; // of the next batch within the epoch
  private int from;
  private int count;

  private Batches(int[] examples, int size, int chunk, long seed) {
    if (size < 1) throw new DataException("batches of " + size + " examples: at least 1");
    if (examples.length == 0) throw new DataException("no examples to make batches of");
    this.examples = examples.clone();
    this.order = examples.clone();
    this.size = size;
    this.chunk = chunk;
    this.seed = seed;
    seek(0, 0);
  }

  /// In an order that is new in each epoch.
  public static Batches shuffled(int[] examples, int size, long seed) {
    return new Batches(examples, size, Integer.MAX_VALUE, seed);
  }

  /// For data that do not fit into memory: the examples are cut into chunks of neighbours; the
  /// order of the chunks is shuffled, and then the order of the examples within each 16 chunks that
  /// follow each other. So only that many chunks are read from at a time.
  public static Batches chunked(int[] examples, int size, int chunk, long seed) {
    if (chunk < 1) throw new DataException("chunks of " + chunk + " examples: at least 1");
    return new Batches(examples, size, chunk, seed);
  }

  /// In the order given, in every epoch.
  public static Batches inOrder(int[] examples, int size) {
    return new Batches(examples, size, 0, 0);
  }

  /// How many batches an epoch has.
  public int perEpoch() {
    return (order.length - 1) / size + 1;
  }

  /// Goes on after so many batches of an epoch, which is counted from 0.
  public void seek(long epoch, int place) {
    this.epoch = epoch;
    this.place = place;
    System.arraycopy(examples, 0, order, 0, order.length);
    if (chunk >= order.length) Shuffle.of(seed, epoch).shuffle(order, 0, order.length);
    else if (chunk > 0) chunks(Shuffle.of(seed, epoch));
  }

  private void chunks(Shuffle random) {
    int[] chunks = new int[(order.length - 1) / chunk + 1];
    for (int q = 0; q < chunks.length; q++) chunks[q] = q;
    random.shuffle(chunks, 0, chunks.length);
    int at = 0;
    int window = 0; // its start
    for (int q = 0; q < chunks.length; q++) {
      int start = chunks[q] * chunk;
      int length = Math.min(chunk, examples.length - start);
      System.arraycopy(examples, start, order, at, length);
      at += length;
      if ((q + 1) % WINDOW != 0 && q + 1 < chunks.length) continue;
      random.shuffle(order, window, at);
      window = at;
    }
  }

  /// Moves to the next batch, after the last of an epoch to the first of the next.
  public void next() {
    if (place == perEpoch()) seek(epoch + 1, 0);
    from = place * size;
    count = Math.min(size, order.length - from);
    place++;
  }

  /// The epoch of the batch that [#next] moved to.
  public long epoch() {
    return epoch;
  }

  /// How many batches of the epoch were gone through: `seek(epoch(), place())` goes on from here.
  public int place() {
    return place;
  }

  public boolean isLast() {
    return place == perEpoch();
  }

  /// The numbers of the epoch's examples. Not a copy: for reading.
  public int[] order() {
    return order;
  }

  /// Where the batch starts in [#order].
  public int from() {
    return from;
  }

  /// How many examples the batch has.
  public int count() {
    return count;
  }
}
