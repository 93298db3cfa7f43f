package dev.medley.config;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of the week in local time. One that goes past midnight belongs to the day on which it
 * begins: {@code fri 22:00-06:00} ends on Saturday morning.
 *
 * @param days on which it begins
 * @param from the first moment that is in it
 * @param to the first moment that is no longer in it; the same as {@code from}: the whole day
 * @param written as in the configuration
 */
public record TimeWindow(Set<DayOfWeek> days, LocalTime from, LocalTime to, String written) {
  private static final String FORM =
      " is no time: write \"22:00-06:00\", \"mon-fri\", \"weekend\" or \"mon,wed 09:00-12:00\"";
  private static final Pattern PARTS =
      Pattern.compile("([a-z,\\- ]*?)\\s*(?:(\\d{1,2}:\\d\\d)\\s*-\\s*(\\d{1,2}:\\d\\d))?");

  public TimeWindow {
    days = Set.copyOf(days);
  }

  /** Reads days, hours, or both. */
  public static Parsed<TimeWindow> parse(String text) {
    String written = text.strip();
    Matcher parts = PARTS.matcher(written.toLowerCase(Locale.ROOT));
    if (written.isEmpty() || !parts.matches()) {
      return Parsed.bad("\"" + text + "\"" + FORM);
    }
    Optional<Set<DayOfWeek>> days = days(parts.group(1).strip());
    boolean hours = parts.group(2) != null;
    Optional<LocalTime> from = hours ? clock(parts.group(2)) : Optional.of(LocalTime.MIDNIGHT);
    Optional<LocalTime> to = hours ? clock(parts.group(3)) : Optional.of(LocalTime.MIDNIGHT);
    if (days.isEmpty()
        || from.isEmpty()
        || to.isEmpty()
        || hours && from.equals(to) && !parts.group(3).startsWith("24")) {
      return Parsed.bad("\"" + text + "\"" + FORM);
    }
    return Parsed.good(new TimeWindow(days.get(), from.get(), to.get(), written));
  }

  /** Whether that moment is in it. */
  public boolean contains(LocalDateTime at) {
    LocalTime time = at.toLocalTime();
    if (from.isBefore(to)) {
      return days.contains(at.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
    }
    boolean begun = days.contains(at.getDayOfWeek()) && !time.isBefore(from);
    boolean sinceYesterday = days.contains(at.getDayOfWeek().minus(1)) && time.isBefore(to);
    return begun || sinceYesterday;
  }

  private static Optional<LocalTime> clock(String text) {
    int colon = text.indexOf(':');
    int hour = Integer.parseInt(text.substring(0, colon));
    int minute = Integer.parseInt(text.substring(colon + 1));
    if (hour == 24 && minute == 0) {
      return Optional.of(LocalTime.MIDNIGHT);
    }
    return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
  }

  private static Optional<Set<DayOfWeek>> days(String text) {
    if (text.isEmpty()) {
      return Optional.of(EnumSet.allOf(DayOfWeek.class));
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : text.split("\\s*,\\s*", -1)) {
      Optional<Set<DayOfWeek>> some = stretch(part);
      if (some.isEmpty()) {
        return Optional.empty();
      }
      days.addAll(some.get());
    }
    return Optional.of(days);
  }

  private static Optional<Set<DayOfWeek>> stretch(String text) {
    if (text.equals("weekdays") || text.equals("weekday")) {
      return Optional.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    }
    if (text.equals("weekend") || text.equals("weekends")) {
      return Optional.of(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    }
    String[] ends = text.split("\\s*-\\s*", -1);
    int first = day(ends[0]);
    int last = day(ends[ends.length - 1]);
    if (ends.length > 2 || first < 0 || last < 0) {
      return Optional.empty();
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (int day = first; ; day = (day + 1) % DayOfWeek.values().length) {
      days.add(DayOfWeek.of(day + 1));
      if (day == last) {
        return Optional.of(days);
      }
    }
  }

  /** Whole names begin with the short ones. */
  private static int day(String text) {
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = day.name().toLowerCase(Locale.ROOT);
      if (text.length() >= 3 && name.startsWith(text)) {
        return day.ordinal();
      }
    }
    return -1;
  }
}
