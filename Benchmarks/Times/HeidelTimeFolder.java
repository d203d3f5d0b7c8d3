import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs HeidelTime over a folder in one virtual machine, so that its start is not counted for every text.
 *
 * <p>Arguments: config.props, NEWS or NARRATIVES, the folder. Reads NAME.txt and NAME.dct, writes NAME.heideltime and prints
 * the seconds spent on the texts.
 */
public final class HeidelTimeFolder {
  public static void main(String[] arguments) throws Exception {
    var heidelTime =
        new HeidelTimeStandalone(
            Language.ENGLISH,
            DocumentType.valueOf(arguments[1]),
            OutputType.TIMEML,
            arguments[0],
            POSTagger.TREETAGGER);
    List<Path> texts;
    try (Stream<Path> files = Files.list(Path.of(arguments[2]))) {
      texts = files.filter(file -> file.toString().endsWith(".txt")).sorted().collect(Collectors.toList());
    }
    heidelTime.process("It began today.", new Date());
    long start = System.nanoTime();
    for (Path path : texts) {
      var name = path.toString().replaceAll("\\.txt$", "");
      String dct = read(Path.of(name + ".dct")).trim();
      Date date = dct.isEmpty() ? new Date() : new SimpleDateFormat("yyyy-MM-dd").parse(dct);
      Files.write(
          Path.of(name + ".heideltime"),
          heidelTime.process(read(path), date).getBytes(StandardCharsets.UTF_8));
    }
    System.out.println((System.nanoTime() - start) / 1e9);
  }

  private static String read(Path path) throws IOException {
    return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
  }
}
