extension TriggerTable {
    init(_ image: inout ImageReader) throws(ImageDamage) {
        let patterns = try PatternTable(&image)
        let constraints = try ConstraintList(&image)
        let codes = try Self.codes(&image)
        let rows = patterns.list.patterns
        var row = 0
        triggers = try image.records(size: 16) { record -> Trigger? in
            guard row < rows.count, let code = record.index(0, in: codes.count),
                let range = record.range(4, in: constraints.all.count), let isResult = record.flag(13)
            else { return nil }
            let strength = Int(record.number(12, as: UInt8.self))
            let (movement, counts) = (record.number(14, as: UInt8.self), record.number(15, as: UInt8.self))
            guard 1...3 ~= strength, movement <= 3, counts <= 3 else { return nil }
            var trigger = Trigger(codes[Int(code)], rows[row], strength: strength, constraints: 0)
            trigger.constraints = range
            trigger.isResult = isResult
            trigger.movement = movement == 0 ? nil : Trigger.Movement(rawValue: movement - 1)
            trigger.counts = counts == 0 ? nil : Trigger.Casualty(rawValue: counts - 1)
            row += 1
            return trigger
        }
        guard triggers.count == rows.count else { throw ImageDamage() }
        self.patterns = patterns
        self.constraints = constraints
    }

    func write(to image: inout ImageWriter) {
        patterns.write(to: &image)
        constraints.write(to: &image)
        // Rows share few codes.
        var codes: [Trigger.Code] = []
        var numbers: [ObjectIdentifier: Int32] = [:]
        for trigger in triggers where numbers[ObjectIdentifier(trigger.code)] == nil {
            numbers[ObjectIdentifier(trigger.code)] = Int32(truncatingIfNeeded: codes.count)
            codes.append(trigger.code)
        }
        image.add(texts: codes.map { Array($0.type.utf8) })
        image.add(texts: codes.map { Array(($0.mode ?? "").utf8) })
        image.add(numbers: codes.map { UInt8(truncatingIfNeeded: $0.contexts.count) })
        image.add(texts: codes.flatMap { $0.contexts.map { Array($0.utf8) } })
        image.add(records: triggers) { image, trigger in
            image.add(numbers[ObjectIdentifier(trigger.code)] ?? 0)
            image.add(trigger.constraints)
            image.add(UInt8(truncatingIfNeeded: trigger.strength))
            image.add(UInt8(trigger.isResult ? 1 : 0))
            image.add(trigger.movement.map { $0.rawValue + 1 } ?? 0)
            image.add(trigger.counts.map { $0.rawValue + 1 } ?? 0)
        }
    }

    private static func codes(_ image: inout ImageReader) throws(ImageDamage) -> [Trigger.Code] {
        let types = try image.texts()
        let modes = try image.texts()
        let counts = try image.numbers(of: UInt8.self)
        let contexts = try image.texts()
        guard modes.count == types.count, counts.count == types.count,
            contexts.count == counts.reduce(0, { $0 + Int($1) })
        else { throw ImageDamage() }
        func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
        var codes: [Trigger.Code] = []
        var start = 0
        for index in types.indices {
            let end = start + Int(counts[index])
            codes.append(
                Trigger.Code(
                    type: text(types[index]), mode: modes[index].isEmpty ? nil : text(modes[index]),
                    contexts: contexts[start..<end].map(text)))
            start = end
        }
        return codes
    }
}

extension ConstraintList {
    init(_ image: inout ImageReader) throws(ImageDamage) {
        self.init()
        lists = try image.numbersOfWords(of: UInt64.self)
        words = try image.words()
        let words = words.count
        all = try image.records(size: 36) { record -> Constraint? in
            guard let slot = Constraint.Slot(rawValue: record.number(32)), let negated = record.flag(33),
                let place = record.flag(34), let name = record.flag(35), let range = record.range(24, in: words)
            else { return nil }
            return Constraint(
                slot: slot, negated: negated, place: place, name: name, words: range,
                bits: record.number(16), classes: WordClasses(rawValue: record.number(0)), lists: record.number(8))
        }
    }

    func write(to image: inout ImageWriter) {
        image.add(numbers: lists)
        image.add(numbers: words)
        image.add(records: all) { image, constraint in
            image.add(constraint.classes.rawValue)
            image.add(constraint.lists)
            image.add(constraint.bits)
            image.add(constraint.words)
            image.add(constraint.slot.rawValue)
            for flag in [constraint.negated, constraint.place, constraint.name] { image.add(UInt8(flag ? 1 : 0)) }
        }
    }
}

extension ModalityTable {
    init(_ image: inout ImageReader) throws(ImageDamage) {
        patterns = try PatternTable(&image)
        cues = try image.records(size: 4) { record -> ModalityCue? in
            let modality = Int(record.number(2, as: UInt16.self))
            guard modality < Event.Modality.allCases.count else { return nil }
            return ModalityCue(
                scopes: ModalityCue.Scopes(rawValue: record.number(0)), modality: Event.Modality.allCases[modality])
        }
        guard cues.count == patterns.list.patterns.count else { throw ImageDamage() }
    }

    func write(to image: inout ImageWriter) {
        patterns.write(to: &image)
        image.add(records: cues) { image, cue in
            image.add(cue.scopes.rawValue)
            image.add(UInt16(truncatingIfNeeded: Event.Modality.allCases.firstIndex(of: cue.modality) ?? 0))
        }
    }
}

extension TopicTable {
    init(_ image: inout ImageReader) throws(ImageDamage) {
        bits = try image.numbersOfWords(of: UInt16.self)
        guard bits.allSatisfy({ Int($0) < 1 << Topic.allCases.count }) else { throw ImageDamage() }
    }
}

extension InstitutionTable {
    init(_ image: inout ImageReader) throws(ImageDamage) {
        kinds = try image.numbersOfWords(of: UInt8.self)
        guard kinds.allSatisfy({ Int($0) <= Institution.allCases.count }) else { throw ImageDamage() }
    }
}

extension SynonymTable {
    init(_ image: inout ImageReader) throws(ImageDamage) { rows = try image.numbersOfWords(of: UInt16.self) }
}

extension FurnitureTable {
    init(_ image: inout ImageReader) throws(ImageDamage) {
        lines = try PatternTable(&image)
        pleas = try PatternTable(&image)
        headings = try PatternTable(&image)
    }
}
