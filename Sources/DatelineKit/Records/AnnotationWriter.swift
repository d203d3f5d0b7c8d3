import GeoTypes
public import MapExport

extension AnnotationRecord {
    /// Writes the record as one line of JSON, members in the order of the contract.
    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("id", id)
        json.member("title", title)
        json.member("published", published)
        json.member("publisher", publisher)
        json.member("url", url)
        if let language {
            json.member("language", language)
        }
        if unread == true {
            json.member("unread")
            json.bool(true)
        }
        if let sketch {
            json.member("sketch", sketch)
        }
        json.member("toponyms")
        json.beginArray()
        for toponym in toponyms { toponym.write(to: &json) }
        json.endArray()
        json.member("times")
        json.beginArray()
        for time in times { time.write(to: &json) }
        json.endArray()
        json.member("events")
        json.beginArray()
        for event in events { event.write(to: &json) }
        json.endArray()
        json.endObject()
        json.newline()
    }
}

extension PhraseRecord {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        writeMembers(to: &json)
        json.endObject()
    }

    func writeMembers(to json: inout JSONWriter) {
        json.member("start", start)
        json.member("end", end)
        json.member("text", text)
    }
}

extension PlaceRecord {
    /// Writes the place as an object of its own.
    public func write(to json: inout JSONWriter) {
        json.beginObject()
        writeMembers(to: &json)
        json.endObject()
    }

    package func writeMembers(to json: inout JSONWriter) {
        json.member("id", id)
        json.member("name", name)
        json.member("latitude")
        json.number(coordinate.latitude, decimals: 6)
        json.member("longitude")
        json.number(coordinate.longitude, decimals: 6)
        json.member("country_code", countryCode)
        json.member("admin1", admin1)
        json.member("feature_code", featureCode)
    }
}

extension ToponymRecord {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        PhraseRecord(start: start, end: end, text: text).writeMembers(to: &json)
        json.member("confidence")
        json.number(confidence, decimals: 3)
        if let evidence {
            json.member("evidence", evidence)
        }
        json.member("place")
        if let place {
            place.write(to: &json)
        } else {
            json.null()
            json.member("reason", reason)
            json.member("passage")
            if let passage { passage.write(to: &json) } else { json.null() }
        }
        json.endObject()
    }
}

extension TimeRecord {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        PhraseRecord(start: start, end: end, text: text).writeMembers(to: &json)
        json.member("type", type)
        json.member("value", value)
        json.member("mod", mod)
        json.member("edtf", edtf)
        json.endObject()
    }
}

extension ParticipantRecord {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("role", role)
        PhraseRecord(start: start, end: end, text: text).writeMembers(to: &json)
        json.endObject()
    }
}

extension EventRecord {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("id", id)
        json.member("event_type", type)
        json.member("event_mode", mode)
        json.member("modality", modality)
        json.member("confidence")
        json.number(confidence, decimals: 3)
        json.member("trigger")
        trigger.write(to: &json)
        json.member("passage")
        passage.write(to: &json)
        if let mentions {
            json.member("mentions")
            json.beginArray()
            for mention in mentions { mention.write(to: &json) }
            json.endArray()
        }
        json.member("contexts")
        json.strings(contexts)
        json.member("actor", actor)
        json.member("target", target)
        if let participants, !participants.isEmpty {
            json.member("participants")
            json.beginArray()
            for participant in participants { participant.write(to: &json) }
            json.endArray()
        }
        json.member("killed", killed)
        json.member("wounded", wounded)
        json.member("displaced", displaced)
        json.member("moved_from", movedFrom)
        if let origin {
            json.member("moved_from_place")
            origin.write(to: &json)
        }
        json.member("place")
        if let location { location.write(to: &json) } else { json.null() }
        json.member("time")
        if let time { time.write(to: &json) } else { json.null() }
        json.endObject()
    }
}

extension EventRecord.Location {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        place.writeMembers(to: &json)
        json.member("as_written", asWritten)
        json.member("geo_precision", geoPrecision)
        json.member("confidence")
        json.number(confidence, decimals: 3)
        if let radius {
            json.member("radius_m")
            json.number(radius, decimals: 0)
        }
        json.endObject()
    }
}

extension EventRecord.When {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("edtf", edtf)
        json.member("start", start)
        json.member("end", end)
        json.member("last", last)
        json.member("precision", precision)
        json.endObject()
    }
}
