import GeoTypes
public import MapExport

extension AnnotationRecord {
    /// Writes the record as one line of JSON, members in the order of the contract.
    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("id")
        json.string(id)
        json.key("title")
        json.string(title)
        json.key("published")
        json.string(published)
        json.key("publisher")
        json.string(publisher)
        json.key("url")
        json.string(url)
        if let language {
            json.key("language")
            json.string(language)
        }
        if unread == true {
            json.key("unread")
            json.bool(true)
        }
        if let sketch {
            json.key("sketch")
            json.string(sketch)
        }
        json.key("toponyms")
        json.beginArray()
        for toponym in toponyms { toponym.write(to: &json) }
        json.endArray()
        json.key("times")
        json.beginArray()
        for time in times { time.write(to: &json) }
        json.endArray()
        json.key("events")
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
        json.key("start")
        json.integer(start)
        json.key("end")
        json.integer(end)
        json.key("text")
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
        json.key("id")
        json.string(id)
        json.key("name")
        json.string(name)
        json.key("latitude")
        json.number(coordinate.latitude, decimals: 6)
        json.key("longitude")
        json.number(coordinate.longitude, decimals: 6)
        json.key("country_code")
        json.string(countryCode)
        json.key("admin1")
        json.string(admin1)
        json.key("feature_code")
        json.string(featureCode)
    }
}

extension ToponymRecord {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        PhraseRecord(start: start, end: end, text: text).writeMembers(to: &json)
        json.key("confidence")
        json.number(confidence, decimals: 3)
        if let evidence {
            json.key("evidence")
            json.string(evidence)
        }
        json.key("place")
        if let place {
            place.write(to: &json)
        } else {
            json.null()
            json.key("reason")
            json.string(reason)
            json.key("passage")
            if let passage { passage.write(to: &json) } else { json.null() }
        }
        json.endObject()
    }
}

extension TimeRecord {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        PhraseRecord(start: start, end: end, text: text).writeMembers(to: &json)
        json.key("type")
        json.string(type)
        json.key("value")
        json.string(value)
        json.key("mod")
        json.string(mod)
        json.key("edtf")
        json.string(edtf)
        json.endObject()
    }
}

extension ParticipantRecord {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("role")
        json.string(role)
        PhraseRecord(start: start, end: end, text: text).writeMembers(to: &json)
        json.endObject()
    }
}

extension EventRecord {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("id")
        json.string(id)
        json.key("event_type")
        json.string(type)
        json.key("event_mode")
        json.string(mode)
        json.key("modality")
        json.string(modality)
        json.key("confidence")
        json.number(confidence, decimals: 3)
        json.key("trigger")
        trigger.write(to: &json)
        json.key("passage")
        passage.write(to: &json)
        if let mentions {
            json.key("mentions")
            json.beginArray()
            for mention in mentions { mention.write(to: &json) }
            json.endArray()
        }
        json.key("contexts")
        json.strings(contexts)
        json.key("actor")
        json.string(actor)
        json.key("target")
        json.string(target)
        if let participants, !participants.isEmpty {
            json.key("participants")
            json.beginArray()
            for participant in participants { participant.write(to: &json) }
            json.endArray()
        }
        json.key("killed")
        json.integer(killed)
        json.key("wounded")
        json.integer(wounded)
        json.key("displaced")
        json.integer(displaced)
        json.key("moved_from")
        json.string(movedFrom)
        if let origin {
            json.key("moved_from_place")
            origin.write(to: &json)
        }
        json.key("place")
        if let location { location.write(to: &json) } else { json.null() }
        json.key("time")
        if let time { time.write(to: &json) } else { json.null() }
        json.endObject()
    }
}

extension EventRecord.Location {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        place.writeMembers(to: &json)
        json.key("as_written")
        json.string(asWritten)
        json.key("geo_precision")
        json.integer(geoPrecision)
        json.key("confidence")
        json.number(confidence, decimals: 3)
        if let radius {
            json.key("radius_m")
            json.number(radius, decimals: 0)
        }
        json.endObject()
    }
}

extension EventRecord.When {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("edtf")
        json.string(edtf)
        json.key("start")
        json.string(start)
        json.key("end")
        json.string(end)
        json.key("last")
        json.string(last)
        json.key("precision")
        json.string(precision)
        json.endObject()
    }
}
