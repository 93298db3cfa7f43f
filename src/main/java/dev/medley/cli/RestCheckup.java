package dev.medley.cli;

import dev.medley.config.DataFiles;
import dev.medley.history.Resting;
import dev.medley.render.Finding;
import java.nio.file.Files;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Which models chains leave alone for now, and until when. */
final class RestCheckup {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Services services;

  RestCheckup(Services services) {
    this.services = services;
  }

  /** Nothing is opened where nothing has ever been kept. */
  List<Finding> findings() {
    if (!Files.exists(DataFiles.history(services.environment()))) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    services
        .health(reason -> findings.add(Finding.warn("rest", "", reason, "cooldown is off")))
        .resting(services.clock().now())
        .forEach(resting -> findings.add(finding(resting)));
    return findings;
  }

  private static Finding finding(Resting resting) {
    String until = TIME.format(resting.rest().until().atZone(ZoneId.systemDefault()));
    return Finding.warn(
        "rest",
        resting.model().id(),
        "until " + until + " at " + resting.model().baseUrl() + ", " + resting.rest().why().words(),
        "an answer ends it; --no-cooldown tries it in a chain");
  }
}
