#if Probe
  /// A time as RFC 3339 writes it, in whole seconds since 1970.
  struct UnixTime {
    let seconds: Int

    init?(_ timestamp: String) {
      let parts = timestamp.split { !$0.isNumber }
      let numbers = parts.compactMap { Int($0) }
      guard numbers.count >= 6, timestamp.hasSuffix("Z"), numbers[0] > 1970 else { return nil }
      // Days since 1970 of a year that begins in March: http://howardhinnant.github.io/date_algorithms.html
      let year = numbers[1] <= 2 ? numbers[0] - 1 : numbers[0]
      let era = year / 400
      let yearOfEra = year - era * 400
      let dayOfYear = (153 * ((numbers[1] + 9) % 12) + 2) / 5 + numbers[2] - 1
      let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
      let days = era * 146_097 + dayOfEra - 719_468
      seconds = days * 86400 + numbers[3] * 3600 + numbers[4] * 60 + numbers[5]
    }
  }

  extension ContainerDescription.State {
    /// Since which second the log is of this start; nil where that is not known.
    ///
    /// The engine notes the start a moment after the first lines, and of a container that ends at once
    /// even after its end.
    var logStart: Int? {
      guard let started = startedAt.flatMap(UnixTime.init)?.seconds else { return nil }
      let finished = status == "running" ? nil : finishedAt.flatMap(UnixTime.init)?.seconds
      return min(started, finished ?? started) - 1
    }
  }
#endif
