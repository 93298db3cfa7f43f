package dev.medley.config;

import dev.medley.config.ConfigNode.Entries;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The templates by name: of the configuration, of the user's {@code templates} folder, and those
 * that come with the program; the first that has the name.
 */
public final class Templates {
  private static final String ENDING = ".yaml";
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*");

  private final Environment environment;
  private final Map<String, Template> configured;

  public Templates(Environment environment, Map<String, Template> configured) {
    this.environment = environment;
    this.configured = configured;
  }

  /**
   * What was found under a name.
   *
   * @param template empty when there is none, or when it cannot be used
   * @param problems why it cannot be used
   */
  public record Lookup(String name, Optional<Template> template, List<Problem> problems) {
    static Lookup of(Template template) {
      return new Lookup(template.name(), Optional.of(template), List.of());
    }
  }

  /** Whether a template may be called so: the name becomes that of a file. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** The user's folder, whether it exists or not. */
  public Path folder() {
    return UsualFolder.CONFIG.in(environment).resolve("medley").resolve("templates");
  }

  /** Where a template of that name is kept, whether it exists or not. */
  public Path file(String name) {
    return folder().resolve(name + ENDING);
  }

  public Lookup find(String name) {
    if (configured.containsKey(name)) {
      return Lookup.of(configured.get(name));
    }
    if (isName(name) && Files.exists(file(name))) {
      return read(name);
    }
    Template bundled = Bundled.ALL.get(name);
    return bundled == null ? new Lookup(name, Optional.empty(), List.of()) : Lookup.of(bundled);
  }

  /** Every name there is, in alphabetical order; nothing is read but the folder. */
  public Collection<String> names() {
    Set<String> names =
        Stream.of(configured.keySet(), inFolder(), Bundled.ALL.keySet())
            .flatMap(Collection::stream)
            .collect(Collectors.toCollection(TreeSet::new));
    return names;
  }

  /** All of them, those that cannot be used as well. */
  public List<Lookup> all() {
    return names().stream().map(this::find).toList();
  }

  /**
   * Keeps a template in the user's folder.
   *
   * @return the file
   * @throws FileAlreadyExistsException when one of that name is there
   */
  public Path keep(Template template) throws IOException {
    Path file = file(template.name());
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    new PrivateFile(file).write(TemplateYaml.of(template));
    return file;
  }

  private Lookup read(String name) {
    List<Problem> problems = new ArrayList<>();
    String shown = environment.display(file(name));
    Entries map = new YamlFile(shown, problems::add).read(file(name));
    new SchemaCheck(problems::add).check(map, Schema.TEMPLATE);
    Template template = TemplateDecoder.template(name, new Section("", map, problems::add));
    return new Lookup(
        name, problems.isEmpty() ? Optional.of(template) : Optional.empty(), problems);
  }

  private Set<String> inFolder() {
    if (!Files.isDirectory(folder())) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(ENDING))
          .map(file -> file.substring(0, file.length() - ENDING.length()))
          .filter(Templates::isName)
          .collect(Collectors.toSet());
    } catch (IOException unreadable) {
      return Set.of();
    }
  }

  /** Loaded by the class loader, hence lazily. */
  private static final class Bundled {
    static final Map<String, Template> ALL = load();

    private static Map<String, Template> load() {
      try (InputStream in = Templates.class.getResourceAsStream("templates.yaml")) {
        Entries all = new YamlFile("", Bundled::broken).parse(in.readAllBytes());
        Map<String, Template> templates = new TreeMap<>();
        new Section("", all.at(Origin.PRESET), Bundled::broken)
            .sections()
            .forEach((name, section) -> templates.put(name, bundled(name, section)));
        return templates;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Template bundled(String name, Section section) {
      new SchemaCheck(Bundled::broken).check(section.node(), Schema.TEMPLATE);
      return TemplateDecoder.template(
          name, new Section(section.path(), section.node().at(Origin.PRESET), Bundled::broken));
    }

    private static void broken(Problem problem) {
      throw new IllegalStateException(problem.toString());
    }
  }
}
