import SourceText

extension InstanceBuilder {
  mutating func processes() -> UwsgiProcesses {
    let workers = options.number("processes", "workers")
    let cheaper = options.number("cheaper")
    checkCheaper(cheaper, workers: workers?.value ?? NumberRange(1))
    if let workers, workers.value?.exact == 0 {
      report(.noWorkers, at: workers.span, .warns)
    }
    checkLifetime()
    return UwsgiProcesses(
      workers: workers,
      threads: options.number("threads"),
      cheaper: cheaper,
      hasMaster: masterState.value,
      masterOption: masterState.option,
      masterSpan: masterState.span,
      onTerminate: onTerminate()
    )
  }

  private mutating func checkCheaper(
    _ cheaper: UwsgiSetting<NumberRange>?, workers: NumberRange
  ) {
    guard let cheaper, let range = cheaper.value, range.lower > 0, range.lower >= workers.lower
    else { return }
    let isCertain = range.lower >= workers.upper
    // Where the cores decide, four of them are what a container can count on.
    let needsManyCores = workers.lower > 0 && range.lower >= 4 * workers.lower
    guard isCertain || workers.lower > 0 else { return }
    let span = options.last("processes", "workers")?.option.valueSpan
    report(
      isCertain || needsManyCores ? .cheaperTooHigh : .cheaperMayBeTooHigh(least: workers.lower),
      at: cheaper.span, isCertain ? .refuses : .unknown,
      related: span.map { [RelatedSpan(span: $0, message: "the number of processes")] } ?? [])
  }

  private mutating func checkLifetime() {
    guard let maximum = options.number("max-worker-lifetime"),
      let most = maximum.value?.exact, most > 0,
      let least = (options.number("min-worker-lifetime")?.value ?? NumberRange(10)).exact
    else { return }
    if most <= least {
      report(.lifetimeTooShort(minimum: least, maximum: most), at: maximum.span, .refuses)
    }
  }

  private func onTerminate() -> UwsgiProcesses.SignalEffect? {
    guard let hasMaster = masterState.value, let dies = options.flag("die-on-term"),
      let exits = options.flag("exit-on-reload")
    else { return nil }
    guard hasMaster else { return .ends(status: 30) }
    return dies || exits ? .ends(status: 0) : .reloads
  }
}
