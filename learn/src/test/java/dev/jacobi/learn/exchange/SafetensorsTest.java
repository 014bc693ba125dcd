package dev.jacobi.learn.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacobi.engine.Precision;
import dev.jacobi.engine.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Both directions, also with a reader and a writer in Python made after the format's description.
class SafetensorsTest {
  private static final String FORMAT =
      """
      import json, struct
      import numpy as np
      TYPES = {'F64': '<f8', 'F32': '<f4', 'F16': '<f2', 'I64': '<i8', 'I32': '<i4', 'I16': '<i2',
               'I8': '<i1', 'U8': '<u1', 'BOOL': '?'}
      def load(name):
          raw = open(name, 'rb').read()
          n = struct.unpack('<Q', raw[:8])[0]
          head = json.loads(raw[8:8 + n].decode('utf-8'))
          data = raw[8 + n:]
          meta = head.pop('__metadata__', {})
          at, out = 0, {}
          for k, h in sorted(head.items(), key=lambda e: e[1]['data_offsets']):
              a, b = h['data_offsets']
              assert a == at and (8 + n + a) % 8 == 0 or h['dtype'] != 'F64'
              out[k] = np.frombuffer(data[a:b], TYPES[h['dtype']]).reshape(h['shape'])
              at = b
          assert at == len(data)
          return out, meta
      def save(name, arrays, types=None):
          head, blobs, at = {}, [], 0
          for k, v in arrays.items():
              t = next(t for t, d in TYPES.items() if np.dtype(d) == v.dtype)
              b = v.tobytes()
              head[k] = {'dtype': t, 'shape': list(v.shape), 'data_offsets': [at, at + len(b)]}
              blobs.append(b)
              at += len(b)
          text = json.dumps(head).encode('utf-8')
          open(name, 'wb').write(struct.pack('<Q', len(text)) + text + b''.join(blobs))
      """;

  @TempDir Path folder;

  private Map<String, Tensor> arrays() {
    Map<String, Tensor> all = new LinkedHashMap<>();
    all.put("W 1", Tensor.of(new float[] {0.1f, -2, Float.MIN_VALUE, 4, 5, 6}, 2, 3));
    all.put("β", Tensor.of(new double[] {1e-300, Math.PI}, 2));
    all.put("C", Tensor.of(7.5));
    return all;
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    Path file = folder.resolve("a.safetensors");
    Safetensors.write(file, arrays(), Map.of("by", "a test"));
    var read = Safetensors.read(file);
    assertThat(read.keySet()).containsExactlyElementsOf(arrays().keySet());
    arrays()
        .forEach((name, t) -> {
          assertThat(read.get(name).precision()).isEqualTo(t.precision());
          assertThat(read.get(name).shape()).isEqualTo(t.shape());
          assertThat(read.get(name).toDoubles()).isEqualTo(t.toDoubles());
        });
  }

  @Test
  void pythonReadsWhatIsWritten() throws Exception {
    Safetensors.write(folder.resolve("a.safetensors"), arrays(), Map.of("by", "a test"));
    assertThat(
            Python.numpy(
                folder,
                FORMAT
                    + """
                    a, meta = load('a.safetensors')
                    for k, v in a.items(): print(ascii(k), v.dtype, v.shape, v.tolist())
                    print(meta)
                    """))
        .isEqualTo(
            """
            'W 1' float32 (2, 3) [[0.10000000149011612, -2.0, 1.401298464324817e-45], [4.0, 5.0, 6.0]]
            '\\u03b2' float64 (2,) [1e-300, 3.141592653589793]
            'C' float64 () 7.5
            {'by': 'a test'}
            """);
  }

  @Test
  void everyTypeThatPythonWritesIsRead() throws Exception {
    Python.numpy(
        folder,
        FORMAT
            + """
            a = np.array([[0, 1, 2], [3, 4, 100]])
            save('a.safetensors', {t: a.astype(d) for t, d in TYPES.items()})
            """);
    var all = Safetensors.read(folder.resolve("a.safetensors"));
    assertThat(all).hasSize(9);
    double[] rows = {0, 1, 2, 3, 4, 100};
    all.forEach((type, t) -> {
      assertThat(t.shape()).containsExactly(2, 3);
      if (!type.equals("BOOL")) assertThat(t.toDoubles()).as(type).isEqualTo(rows);
    });
    assertThat(all.get("BOOL").toDoubles()).containsExactly(0, 1, 1, 1, 1, 1);
    assertThat(all.get("F32").precision()).isEqualTo(Precision.FLOAT);
    assertThat(all.get("I64").precision()).isEqualTo(Precision.DOUBLE);
  }

  @Test
  void halfTheBitsOfAFloatAreRead() throws IOException {
    byte[] data = {(byte) 0x80, 0x3f, 0x20, (byte) 0xc0}; // 1 and -2.5
    Path file = file("{\"x\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[0,4]}}", data);
    assertThat(Safetensors.read(file).get("x").toDoubles()).containsExactly(1, -2.5);
  }

  @Test
  void damagedFilesAreRefused() throws IOException {
    Path whole = folder.resolve("whole.safetensors");
    Safetensors.write(whole, arrays(), Map.of());
    byte[] bytes = Files.readAllBytes(whole);
    for (int n = 0; n < bytes.length; n++) {
      Path cut = Files.write(folder.resolve("cut.safetensors"), Arrays.copyOf(bytes, n));
      assertThatThrownBy(() -> Safetensors.read(cut))
          .as(n + " bytes")
          .isInstanceOf(IOException.class);
    }
    assertThatThrownBy(() -> Safetensors.read(file("{\"x\":{}}", new byte[0])))
        .hasMessageContaining("x: its head lacks");
    assertThatThrownBy(() -> read("F32", "[2]", "[0,4]", 4))
        .hasMessageContaining("does not fit its place");
    assertThatThrownBy(() -> read("F32", "[1]", "[4,8]", 8))
        .hasMessageContaining("begins at 4, where 0");
    assertThatThrownBy(() -> read("F32", "[1]", "[0,4]", 6))
        .hasMessageContaining("2 bytes too many");
    assertThatThrownBy(() -> read("F8", "[1]", "[0,4]", 4)).hasMessageContaining("of type F8");
    assertThatThrownBy(() -> read("F32", "[-1]", "[0,4]", 4)).hasMessageContaining("of shape [-1]");
    assertThatThrownBy(() -> Safetensors.read(file("[1]     ", new byte[0])))
        .hasMessageContaining("not JSON");
    assertThatThrownBy(() -> Safetensors.read(file("{\"x\":1,\"x\":2}", new byte[0])))
        .hasMessageContaining("damaged");
    assertThatThrownBy(() -> Weights.read(folder.resolve("none.safetensors")))
        .hasMessageContaining("no such file");
    Path other = Files.writeString(folder.resolve("other.safetensors"), "PK and so on, and so on");
    assertThatThrownBy(() -> Weights.read(other))
        .hasMessageContaining("other.safetensors: no safetensors file");
  }

  private Map<String, Tensor> read(String type, String shape, String place, int bytes)
      throws IOException {
    String head =
        "{\"x\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":%s}}".formatted(type, shape, place);
    return Safetensors.read(file(head, new byte[bytes]));
  }

  private Path file(String head, byte[] data) throws IOException {
    byte[] text = head.getBytes(StandardCharsets.UTF_8);
    var all = ByteBuffer.allocate(8 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    all.putLong(text.length).put(text).put(data);
    return Files.write(folder.resolve("made.safetensors"), all.array());
  }
}
