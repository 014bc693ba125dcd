package dev.jacobi.learn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folders of pictures by class.
class PicturesTest {
  @TempDir Path folder;

  private static Opened open(Path path) {
    return Sources.open(path, Reading.PLAIN);
  }

  private static double[] row(Dataset d, String name, int example) {
    double[] row = new double[d.column(name).width()];
    d.column(name).gather(new int[] {example}, 0, 1, row, 0);
    return row;
  }

  private void picture(String name, int rows, int columns, Color c, int type) throws IOException {
    var image = new BufferedImage(columns, rows, type);
    for (int y = 0; y < rows; y++) for (int x = 0; x < columns; x++) image.setRGB(x, y, c.getRGB());
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
  }

  @Test
  void eachFolderOfPicturesIsAClass() throws IOException {
    picture("cat/a.png", 2, 3, Color.WHITE, BufferedImage.TYPE_INT_RGB);
    picture("dog/a.png", 2, 3, new Color(100, 200, 50), BufferedImage.TYPE_INT_ARGB);
    picture("dog/b.png", 2, 3, Color.BLACK, BufferedImage.TYPE_BYTE_BINARY);
    Files.writeString(folder.resolve("dog/notes.txt"), "no picture");
    var d = open(folder).data();
    assertThat(d.column("image").sides()).containsExactly(2, 3);
    assertThat(row(d, "image", 0)).containsOnly(255);
    assertThat(row(d, "image", 1)).containsOnly(153); // 0.299 · 100 + 0.587 · 200 + 0.114 · 50
    assertThat(row(d, "image", 2)).containsOnly(0);
    assertThat(row(d, "label", 2)).containsExactly(1);
    assertThat(d.labels().orElseThrow().classes()).containsExactly("cat", "dog");
    var colours = Sources.open(folder, Reading.PLAIN.colour(true)).data();
    assertThat(colours.column("image").sides()).containsExactly(2, 3, 3);
    assertThat(Arrays.copyOf(row(colours, "image", 1), 3)).containsExactly(100, 200, 50);
  }

  @Test
  void greyPicturesKeepTheNumbersTheyHold() throws IOException {
    var image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(0, 0, 0, 17);
    image.getRaster().setSample(1, 0, 0, 200);
    Files.createDirectories(folder.resolve("0"));
    ImageIO.write(image, "png", folder.resolve("0/a.png").toFile());
    assertThat(row(open(folder).data(), "image", 0)).containsExactly(17, 200);
  }

  @Test
  void classesThatAreNumbersStandInTheirOrder() throws IOException {
    for (String c : new String[] {"2", "10", "1"}) picture(c + "/a.png", 1, 1, Color.RED, 1);
    assertThat(open(folder).data().labels().orElseThrow().classes())
        .containsExactly("1", "2", "10");
  }

  @Test
  void picturesAreResizedOnlyWhenAsked() throws IOException {
    picture("a/1.png", 4, 4, Color.WHITE, 1);
    picture("a/2.png", 2, 3, Color.WHITE, 1);
    assertThatThrownBy(() -> open(folder))
        .hasMessage(
            "a/2.png: has 2 × 3 pixels, and those before 4 × 4: bring all to one size, for example with --pixels 4x4");
    var d = Sources.open(folder, Reading.PLAIN.pixels(Reading.Pixels.of("3x2"))).data();
    assertThat(d.column("image").sides()).containsExactly(3, 2);
    assertThat(row(d, "image", 1)).containsOnly(255);
    assertThatThrownBy(() -> Reading.Pixels.of("28")).hasMessageContaining("such as 28x28");
  }

  @Test
  void aNewPixelIsTheMeanOfWhatItCovers() {
    var raw = new Pictures.Raw(2, 2, 1, new float[] {0, 10, 20, 30});
    assertThat(raw.resized(1, 1).samples()).containsExactly(15);
    assertThat(raw.resized(1, 2).samples()).containsExactly(10, 20);
    assertThat(raw.resized(4, 4).samples()).startsWith(0, 0, 10, 10, 0, 0, 10, 10, 20);
    var three = new Pictures.Raw(1, 3, 1, new float[] {0, 30, 60});
    assertThat(three.resized(1, 2).samples()).containsExactly(10, 50);
  }

  @Test
  void whatIsNoPictureIsRefusedByName() throws IOException {
    picture("a/1.png", 4, 4, Color.WHITE, 1);
    byte[] whole = Files.readAllBytes(folder.resolve("a/1.png"));
    Files.write(folder.resolve("a/2.png"), "hello".getBytes(StandardCharsets.US_ASCII));
    assertThatThrownBy(() -> open(folder)).hasMessage("a/2.png: is no PNG, JPEG, GIF or BMP");
    Files.write(folder.resolve("a/2.png"), Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> open(folder)).hasMessageContaining("a/2.png: is damaged");
    Files.delete(folder.resolve("a/2.png"));
    Files.createDirectories(folder.resolve("b"));
    assertThatThrownBy(() -> open(folder)).hasMessageContaining("b holds no picture");
  }
}
