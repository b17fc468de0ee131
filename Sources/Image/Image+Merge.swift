extension Image {
  /// What is true of an image that is one of the two, nobody can tell which.
  func merged(with other: Image) -> Image {
    var result = self
    result.tree = tree.merged(with: other.tree)
    result.accounts = accounts.merged(with: other.accounts)
    result.packages = packages.map { package in
      var package = package
      package.isCertain = package.isCertain && other.packages.contains(package)
      return package
    }
    for var package in other.packages where !packages.contains(where: { $0.isSame(as: package) }) {
      package.isCertain = false
      result.packages.append(package)
    }
    // Its paths are in doubt already where either of them has them in doubt.
    result.areCommonPackagesInDoubt = areCommonPackagesInDoubt && other.areCommonPackagesInDoubt
    result.pythons = pythons.filter(other.pythons.contains)
    result.doubts += other.doubts.filter { !doubts.contains($0) }
    // What goes wrong in one branch alone need not go wrong.
    result.problems = problems.filter(other.problems.contains)
    return result
  }
}

extension InstalledPackage {
  fileprivate func isSame(as other: InstalledPackage) -> Bool {
    manager == other.manager && name == other.name
  }
}
