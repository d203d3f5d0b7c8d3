import GeoTypes
public import MapExport

extension AnnotationRecord {
    /// Writes the record as one line of JSON, members in the order of the contract.
    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("id")
        json.string(id)
        json.member("title")
        json.string(title)
        json.member("published")
        json.string(published)
        json.member("publisher")
        json.string(publisher)
        json.member("url")
        json.string(url)
        if let language {
            json.member("language")
            json.string(language)
        }
        if unread == true {
            json.member("unread")
            json.bool(true)
        }
        if let sketch {
            json.member("sketch")
            json.string(sketch)
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
        json.member("start")
        json.integer(start)
        json.member("end")
        json.integer(end)
        json.member("text")
        json.string(text)
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
        json.member("id")
        json.string(id)
        json.member("name")
        json.string(name)
        json.member("latitude")
        json.number(coordinate.latitude, decimals: 6)
        json.member("longitude")
        json.number(coordinate.longitude, decimals: 6)
        json.member("country_code")
        json.string(countryCode)
        json.member("admin1")
        json.string(admin1)
        json.member("feature_code")
        json.string(featureCode)
    }
}

extension ToponymRecord {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        PhraseRecord(start: start, end: end, text: text).writeMembers(to: &json)
        json.member("confidence")
        json.number(confidence, decimals: 3)
        if let evidence {
            json.member("evidence")
            json.string(evidence)
        }
        json.member("place")
        if let place {
            place.write(to: &json)
        } else {
            json.null()
            json.member("reason")
            json.string(reason)
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
        json.member("type")
        json.string(type)
        json.member("value")
        json.string(value)
        json.member("mod")
        json.string(mod)
        json.member("edtf")
        json.string(edtf)
        json.endObject()
    }
}

extension ParticipantRecord {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("role")
        json.string(role)
        PhraseRecord(start: start, end: end, text: text).writeMembers(to: &json)
        json.endObject()
    }
}

extension EventRecord {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("id")
        json.string(id)
        json.member("event_type")
        json.string(type)
        json.member("event_mode")
        json.string(mode)
        json.member("modality")
        json.string(modality)
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
        json.member("actor")
        json.string(actor)
        json.member("target")
        json.string(target)
        if let participants, !participants.isEmpty {
            json.member("participants")
            json.beginArray()
            for participant in participants { participant.write(to: &json) }
            json.endArray()
        }
        json.member("killed")
        json.integer(killed)
        json.member("wounded")
        json.integer(wounded)
        json.member("displaced")
        json.integer(displaced)
        json.member("moved_from")
        json.string(movedFrom)
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
        json.member("as_written")
        json.string(asWritten)
        json.member("geo_precision")
        json.integer(geoPrecision)
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
        json.member("edtf")
        json.string(edtf)
        json.member("start")
        json.string(start)
        json.member("end")
        json.string(end)
        json.member("last")
        json.string(last)
        json.member("precision")
        json.string(precision)
        json.endObject()
    }
}
