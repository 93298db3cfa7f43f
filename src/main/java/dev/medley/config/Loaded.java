package dev.medley.config;

import dev.medley.config.ConfigNode.Entries;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What loading found.
 *
 * @param settings what is right, with defaults for the rest
 * @param problems all that is wrong, in the order of files and lines; none when it may be used
 * @param merged all layers in one tree, presets too
 * @param files those that were read, the strongest first
 * @param surroundings beside the settings themselves
 */
public record Loaded(
    Settings settings,
    List<Problem> problems,
    Entries merged,
    List<Path> files,
    Surroundings surroundings) {
  public Loaded {
    problems = List.copyOf(problems);
    files = List.copyOf(files);
  }

  /**
   * What is good to know for messages.
   *
   * @param userFile the user's file as shown, whether it exists or not
   * @param unknownVariables {@code MEDLEY_…} variables that set nothing
   * @param presetVariables by preset: the variable that makes it ready
   * @param presetModels by preset: the model to ask when none is named
   * @param warnings one line each, of what is used all the same
   */
  public record Surroundings(
      String userFile,
      List<String> unknownVariables,
      Map<String, String> presetVariables,
      Map<String, String> presetModels,
      List<String> warnings) {}
}
