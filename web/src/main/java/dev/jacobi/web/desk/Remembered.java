package dev.jacobi.web.desk;

import dev.jacobi.web.Limits;
import dev.jacobi.web.work.Frames;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Answers that were given lately, by the whole question: a class opens the same example, and who
/// takes back an edit asks again what was asked before.
final class Remembered {
  private static final int MOST_BYTES = Limits.REMEMBERED_MB << 20;
  private static final int LARGEST = 1 << 20;

  private final Map<ByteBuffer, Frames.Answer> answers = new LinkedHashMap<>(64, 0.75f, true);
  private int bytes;

  synchronized Optional<Frames.Answer> answer(byte[] question) {
    return Optional.ofNullable(answers.get(ByteBuffer.wrap(question)));
  }

  /// Keeps an answer, unless it is a refusal or large; those asked longest ago make room.
  synchronized void add(byte[] question, Frames.Answer answer) {
    if (answer.status() != 200 || size(question.length, answer) > LARGEST) return;
    var before = answers.put(ByteBuffer.wrap(question.clone()), answer);
    bytes += size(question.length, answer) - (before == null ? 0 : size(question.length, before));
    Iterator<Map.Entry<ByteBuffer, Frames.Answer>> oldest = answers.entrySet().iterator();
    while (bytes > MOST_BYTES) {
      var first = oldest.next();
      bytes -= size(first.getKey().capacity(), first.getValue());
      oldest.remove();
    }
  }

  private static int size(int question, Frames.Answer answer) {
    return question + answer.json().length;
  }
}
