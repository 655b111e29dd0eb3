/// Something that can be set by name: in the configuration file, or with `:set` for a session.
struct Setting: Sendable {
  /// Where it can be set.
  enum Place: Sendable { case file, session }

  let name: String
  /// The values it takes, for people.
  let values: String
  /// The values that Tab completes.
  let choices: [String]
  let places: [Place]
  let read: @Sendable (AskSettings) -> String
  /// False, and nothing changed, if the value is none of its values.
  let write: @Sendable (inout AskSettings, String) -> Bool

  /// All settings, in the order in which they are listed.
  static let all = [
    Setting(
      name: "corpus", values: "a folder, from / or ~/", choices: [], places: [.file],
      read: { $0.corpus ?? "" },
      write: { settings, value in
        guard let path = value.absolutePath else { return false }
        settings.corpus = path
        return true
      }),
    Setting(
      name: "limit", values: "a number from 1 to 1000", choices: ["1", "3", "5", "10"],
      places: [.file, .session], read: { "\($0.limit)" },
      write: { settings, value in
        guard let limit = Int(value), AskSettings.limits.contains(limit) else { return false }
        settings.limit = limit
        return true
      }),
    choice("color", \.color, places: [.file, .session]),
    yesOrNo("pager", \.usesPager, places: [.file, .session]),
    yesOrNo("plain", \.isPlain, places: [.file, .session]),
    Setting(
      name: "history", values: "on, off or a file, from / or ~/", choices: ["on", "off"],
      places: [.file, .session], read: { $0.history.description },
      write: { settings, value in
        guard let place = HistoryPlace(setting: value) else { return false }
        settings.history = place
        return true
      }),
    yesOrNo("explain", \.explains, places: [.session]),
    choice("format", \.format, places: [.session], without: [.trec]),
    Setting(
      name: "country", values: "a country's code, as UK or US", choices: [], places: [.file],
      read: { $0.country ?? "" },
      write: { settings, value in
        settings.country = value
        return true
      }),
  ]

  static func all(in place: Place) -> [Setting] { all.filter { $0.places.contains(place) } }

  static func named(_ name: String, in place: Place) -> Setting? {
    all(in: place).first { $0.name == name.lowercased() }
  }

  static func nearest(to name: String, in place: Place) -> String? {
    NearestWord.of(name, among: all(in: place).map(\.name))
  }

  private static func choice<Value>(
    _ name: String, _ field: any WritableKeyPath<AskSettings, Value> & Sendable, places: [Place],
    without hidden: [Value] = []
  ) -> Setting where Value: RawRepresentable<String> & CaseIterable & Equatable & Sendable {
    let all = Value.allCases.filter { !hidden.contains($0) }
    let choices = all.map(\.rawValue)
    return Setting(
      name: name, values: choices.dropLast().joined(separator: ", ") + " or \(choices.last ?? "")",
      choices: choices, places: places, read: { $0[keyPath: field].rawValue },
      write: { settings, value in
        guard let chosen = all.first(where: { $0.rawValue == value.lowercased() }) else {
          return false
        }
        settings[keyPath: field] = chosen
        return true
      })
  }

  private static func yesOrNo(
    _ name: String, _ field: any WritableKeyPath<AskSettings, Bool> & Sendable, places: [Place]
  ) -> Setting {
    Setting(
      name: name, values: "on or off", choices: ["on", "off"], places: places,
      read: { $0[keyPath: field] ? "on" : "off" },
      write: { settings, value in
        guard let isOn = words[value.lowercased()] else { return false }
        settings[keyPath: field] = isOn
        return true
      })
  }

  private static let words = [
    "on": true, "yes": true, "true": true, "off": false, "no": false, "false": false,
  ]
}

extension String {
  /// With the home folder in place of a leading `~/`.
  func expandingHome(_ environment: Environment) -> String {
    guard hasPrefix("~/"), let home = environment["HOME"] else { return self }
    return home + dropFirst()
  }

  /// A path that means the same from every folder; nil for any other.
  var absolutePath: String? {
    let path = expandingHome(.process)
    return path.hasPrefix("/") ? path : nil
  }
}
