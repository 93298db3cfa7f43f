package dev.medley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The quickstart of the openai package for Node, in a folder of its own. */
record Quickstart(Path script) {
  /** Empty, with a word why, when there is no node or the package cannot be had. */
  static Optional<Quickstart> ready(Path scratch) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(scratch.resolve("node"));
    Path script = folder.resolve("quickstart.mjs");
    Files.copy(Path.of("src/bench/quickstart.mjs"), script, StandardCopyOption.REPLACE_EXISTING);
    try {
      if (!Files.isDirectory(folder.resolve("node_modules/openai"))
          && new ProcessBuilder(
                      "npm", "install", "--silent", "--prefix", folder.toString(), "openai")
                  .inheritIO()
                  .start()
                  .waitFor()
              != 0) {
        System.err.println("without Node: the package openai cannot be installed");
        return Optional.empty();
      }
      return Optional.of(new Quickstart(script));
    } catch (IOException none) {
      System.err.println("without Node: " + none.getMessage());
      return Optional.empty();
    }
  }

  Contestant contestant(String name, String baseUrl, String model) {
    return new Contestant(name, "node", script.toString(), baseUrl, model);
  }
}
