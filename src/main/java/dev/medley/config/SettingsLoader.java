package dev.medley.config;

import dev.medley.catalog.ModelInfo;
import dev.medley.chat.ModelRef;
import dev.medley.config.ConfigFiles.UserFile;
import dev.medley.config.ConfigNode.Entries;
import dev.medley.config.Loaded.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Environment over project file over user file over presets. */
public final class SettingsLoader {
  private final Function<ModelRef, ModelInfo> catalog;

  /**
   * Makes a loader.
   *
   * @param catalog asked only when a configuration names a model that is no alias and has no
   *     provider
   */
  public SettingsLoader(Function<ModelRef, ModelInfo> catalog) {
    this.catalog = catalog;
  }

  /** Loads everything; whatever is wrong is among the problems and never thrown. */
  public Loaded load(Environment environment, Optional<Path> configFlag) {
    List<Problem> problems = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    UserFile userFile = ConfigFiles.userFile(environment, configFlag);
    String shown = environment.display(userFile.path());
    Presets presets = Presets.read(environment);
    Entries user = Overlay.of(user(userFile, files, problems), presets.tree());
    Entries project = project(environment, userFile.path(), files, problems);
    Entries below = Overlay.of(new ProjectGuard(shown, problems::add).admit(project, user), user);
    EnvironmentLayer variables = EnvironmentLayer.of(environment, below);
    Entries merged = Overlay.of(variables.tree(), below);
    StoredKeys stored = StoredKeys.read(ConfigFiles.keysFile(environment), problems::add);
    Settings settings =
        new SettingsDecoder(
                presets,
                new ProviderDecoder(environment, shown, stored),
                new NetworkDecoder(environment),
                catalog,
                origin -> isIn(project, origin))
            .decode(new Section("", merged, problems::add), environment);
    problems.sort(
        Comparator.comparing((Problem p) -> p.origin().source())
            .thenComparing(p -> p.origin().line()));
    return new Loaded(
        settings,
        problems,
        merged,
        files,
        new Surroundings(
            shown,
            variables.unknown(),
            presets.variables(),
            presets.hintModels(),
            warnings(stored, environment)));
  }

  private static boolean isIn(Entries file, Origin origin) {
    return origin.kind() == Origin.Kind.FILE && origin.source().equals(file.origin().source());
  }

  private static List<String> warnings(StoredKeys stored, Environment environment) {
    String file = environment.display(stored.file());
    return stored.open()
        ? List.of(file + " holds keys and others may read it: chmod 600 " + file)
        : List.of();
  }

  private static Entries user(UserFile file, List<Path> files, List<Problem> problems) {
    if (!Files.exists(file.path())) {
      file.named()
          .map(by -> Problem.of(by, "", "no such file: " + file.path()))
          .ifPresent(problems::add);
      return Entries.empty(Origin.file(file.path().toString(), 0));
    }
    return read(file.path(), files, problems);
  }

  private static Entries project(
      Environment environment, Path userFile, List<Path> files, List<Problem> problems) {
    return ConfigFiles.projectFile(environment)
        .filter(file -> !file.equals(userFile))
        .map(file -> read(file, files, problems))
        .orElseGet(() -> Entries.empty(Origin.PRESET));
  }

  private static Entries read(Path file, List<Path> files, List<Problem> problems) {
    files.add(0, file);
    return CommaText.mend(new YamlFile(file.toString(), problems::add).read(file));
  }
}
