package dev.medley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the profile dist has built, unpacked and run as whoever downloads it would. */
@Tag("dist")
class DistIT {
  private static final Path DIST = Path.of("target", "dist").toAbsolutePath();

  @TempDir private Path home;

  private String run(String line) {
    Shell.Result result = new Shell(home).run(line);
    assertEquals(0, result.code(), line + ": " + result.err());
    return result.out();
  }

  private static Path built(String ending) throws IOException {
    try (Stream<Path> files = Files.list(DIST)) {
      return files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }

  private void needs(String tool) {
    assumeTrue(new Shell(home).run("command -v " + tool).code() == 0, "there is no " + tool);
  }

  private void answers(String program) {
    assertTrue(run(program + " --version").startsWith("medley "));
    assertTrue(run(program + " ask -m demo/swift hi").startsWith("Hello!"));
    assertEquals("1\n", run(program + " history list --json | grep -c '\"Hello!'"));
  }

  @Test
  void theTarball() throws IOException {
    run("tar xzf " + built("any.tar.gz"));
    answers("medley-*/bin/medley");
    List<String> inside = run("cd medley-* && find . -type f").lines().sorted().toList();
    for (String file :
        List.of(
            "./LICENSE",
            "./licenses/THIRD-PARTY.txt",
            "./share/man/man1/medley-ask.1",
            "./share/completions/_medley",
            "./examples/tokenbay.yaml")) {
      assertTrue(inside.contains(file), file + " is missing: " + inside);
    }
  }

  /** The archive that the first start has made fits the next ones. */
  @Test
  void theTarballStartsFromAnArchiveTheSecondTime() throws IOException, InterruptedException {
    run("tar xzf " + built("any.tar.gz"));
    Path cache = home.resolve("cache");
    String program = "XDG_CACHE_HOME=" + cache + " medley-*/bin/medley";
    answers(program);
    ArchiveCache.await(cache);
    startsFromAnArchive(program + " ");
  }

  @Test
  void theZip() throws IOException {
    needs("unzip");
    run("unzip -q " + built("any.zip"));
    answers("medley-*/bin/medley");
  }

  @Test
  void theDebianPackage() throws IOException {
    needs("dpkg-deb");
    run("dpkg-deb -x " + built(".deb") + " root");
    answers("root/usr/lib/medley/bin/medley");
    assertTrue(Files.isSymbolicLink(home.resolve("root/usr/bin/medley")));
    assertTrue(run("dpkg-deb -f " + built(".deb") + " Depends").contains("java17-runtime"));
  }

  /** No Java anywhere else: the path has the programs of the launcher, and nothing more. */
  @Test
  void theImageWithAJavaOfItsOwn() throws IOException, InterruptedException {
    run("tar xzf " + built("runtime.tar.gz"));
    run(
        "mkdir tools; for t in sh dirname ls stty sleep nice find; do"
            + " cp \"$(command -v $t)\" tools/; done");
    Path cache = home.resolve("cache");
    String medley =
        "env -u JAVA_HOME PATH=%s/tools XDG_CACHE_HOME=%s medley-*/bin/medley "
            .formatted(home, cache);
    answersWithoutJava(medley);
    ArchiveCache.await(cache);
    answersWithoutJava(medley);
    startsFromAnArchive(medley);
  }

  private void startsFromAnArchive(String medley) {
    String loads = "MEDLEY_JAVA_OPTS=-Xlog:class+load:stdout " + medley + "config path";
    String main = run(loads + " | grep dev.medley.Main");
    assertTrue(main.contains("source: shared objects file"), main);
  }

  private void answersWithoutJava(String medley) {
    assertTrue(run(medley + "--version").startsWith("medley "));
    assertTrue(run(medley + "--help").contains("compare"));
    assertTrue(run(medley + "ask -m demo/swift hi").startsWith("Hello!"));
    assertTrue(run(medley + "compare -m demo/swift,demo/sage hi").contains("ok"));
    assertTrue(run(medley + "history list").contains("demo/swift"));
    assertTrue(
        run(medley + "ask --json -m demo/swift --schema '{\"type\":\"object\"}' hi; true")
            .contains("schema_version"));
  }

  @Test
  void theChecksums() {
    needs("sha256sum");
    assertEquals("4\n", run("cd " + DIST + " && sha256sum -c SHA256SUMS | grep -c ': OK'"));
  }
}
