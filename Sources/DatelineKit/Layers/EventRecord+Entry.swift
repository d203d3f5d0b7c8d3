import GeoTypes

/// Events as entries of a ``Spill``: all that layers show of them, so neither the mentions nor where participants stand.
extension EventRecord {
    func write(to entry: inout EntryWriter) {
        // What is read by itself comes first.
        entry.put(location?.place.coordinate) {
            $0.put($1.latitude)
            $0.put($1.longitude)
        }
        passage.write(to: &entry)
        for text in [id, type, modality] { entry.put(text) }
        entry.put(mode)
        entry.put(confidence)
        trigger.write(to: &entry)
        entry.put(contexts.count)
        for context in contexts { entry.put(context) }
        for text in [actor, target, movedFrom] { entry.put(text) }
        for number in [killed, wounded, displaced] { entry.put(number) }
        entry.put(origin) { $1.write(to: &$0) }
        entry.put(location) { $1.write(to: &$0) }
        entry.put(time) { $1.write(to: &$0) }
    }

    init(_ entry: inout EntryReader) {
        _ = Self.coordinate(&entry)
        let passage = PhraseRecord(&entry)
        let (id, type, modality) = (entry.text(), entry.text(), entry.text())
        let mode = entry.optionalText()
        let confidence = entry.double()
        let trigger = PhraseRecord(&entry)
        var contexts: [String] = []
        for _ in 0..<max(0, entry.integer()) { contexts.append(entry.text()) }
        let (actor, target, movedFrom) = (entry.optionalText(), entry.optionalText(), entry.optionalText())
        self.init(
            id: id, type: type, mode: mode, modality: modality, confidence: confidence, trigger: trigger,
            passage: passage, contexts: contexts, actor: actor, target: target, killed: entry.optionalInteger(),
            wounded: entry.optionalInteger(), displaced: entry.optionalInteger(), movedFrom: movedFrom,
            origin: entry.optional { PlaceRecord(&$0) }, location: entry.optional { Location(&$0) },
            time: entry.optional { When(&$0) })
    }

    /// Where an event is, read from the beginning of its entry.
    static func coordinate(_ entry: inout EntryReader) -> Coordinate? {
        entry.optional { Coordinate(latitude: $0.double(), longitude: $0.double()) }
    }

    /// The passage of an event, read from the beginning of its entry.
    static func passage(_ entry: inout EntryReader) -> String {
        _ = coordinate(&entry)
        return PhraseRecord(&entry).text
    }
}

extension PhraseRecord {
    fileprivate func write(to entry: inout EntryWriter) {
        entry.put(start)
        entry.put(end)
        entry.put(text)
    }

    fileprivate init(_ entry: inout EntryReader) {
        self.init(start: entry.integer(), end: entry.integer(), text: entry.text())
    }
}

extension PlaceRecord {
    fileprivate func write(to entry: inout EntryWriter) {
        for text in [id, name, featureCode] { entry.put(text) }
        entry.put(coordinate.latitude)
        entry.put(coordinate.longitude)
        entry.put(countryCode)
        entry.put(admin1)
    }

    fileprivate init(_ entry: inout EntryReader) {
        (id, name, featureCode) = (entry.text(), entry.text(), entry.text())
        coordinate = Coordinate(latitude: entry.double(), longitude: entry.double())
        countryCode = entry.optionalText()
        admin1 = entry.optionalText()
    }
}

extension EventRecord.Location {
    fileprivate func write(to entry: inout EntryWriter) {
        place.write(to: &entry)
        entry.put(asWritten)
        entry.put(geoPrecision)
        entry.put(confidence)
        entry.put(radius)
    }

    fileprivate init(_ entry: inout EntryReader) {
        self.init(
            place: PlaceRecord(&entry), asWritten: entry.text(), geoPrecision: entry.integer(),
            confidence: entry.optionalDouble(), radius: entry.optionalDouble())
    }
}

extension EventRecord.When {
    fileprivate func write(to entry: inout EntryWriter) {
        entry.put(edtf)
        for text in [start, end, last, precision] { entry.put(text) }
    }

    fileprivate init(_ entry: inout EntryReader) {
        self.init(
            edtf: entry.text(), start: entry.optionalText(), end: entry.optionalText(), last: entry.optionalText(),
            precision: entry.optionalText())
    }
}

extension EventCluster.Source {
    /// Writes what ``EventStore`` does not have at hand.
    func write(to entry: inout EntryWriter) { for text in [title, url, publisher] { entry.put(text) } }

    init(id: String, published: String?, _ entry: inout EntryReader) {
        self.init(
            id: id, title: entry.optionalText(), url: entry.optionalText(), publisher: entry.optionalText(),
            published: published)
    }
}
