import Tables

extension LinkerWeights {
    /// The coefficients that `linker.tsv` must have. The row of `placeOtherPreposition` is `place.other-preposition`.
    ///
    /// The compiler writes the names of a coding key out: those of another enum cost a search at run time.
    enum Key: Int, CaseIterable, CodingKey, Sendable {
        case placeBias
        case placeObject
        case placeDestination
        case placeOrigin
        case placeLocative
        case placeAttached
        case placeOf
        case placeFrom
        case placeOtherPreposition
        case placeBare
        case placeModifier
        case placePossessive
        case placeActor
        case placeSource
        case placeContainer
        case placeLater
        case placeBoundary
        case placeDistance
        case placeBefore
        case placeCountry
        case placeContinent
        case placeUnsure
        case placeOpening
        case placeDomestic
        case placeClause
        case placePersonal
        case placeRelative
        case placeSole
        case placeTaken
        case placePurpose
        case placeArrival
        case placeApposed
        case placeSpeaker
        case placeWater
        case placeRepeat
        case placeDemonym
        case placeNationality
        case placeGovernment
        case placePolice
        case placeSeat
        case placeAbroad
        case placeAddressed
        case placeExpelling
        case placeCapital
        case placeWar
        case placeAggressor
        case placeSeveral
        case placeAddressee
        case placeParty
        case placeShared
        case placeVoice
        case carryBias
        case carrySentence
        case carryParagraph
        case carryAnaphor
        case carryEvent
        case carryCountry
        case carryRegion
        case carrySpeech
        case carryBackground
        case carryElsewhere
        case carryInside
        case carryOwn
        case carryDateline
        case carryMain
        case carryShare
        case carryScene
        case carryUnnamed
        case carryDate
        case carryNation
        case carryLatest
        case carryPlaced
        case carryPlacings
        case carryMentions
        case carryHead
        case carryTitle
        case carryPassing
        case carryWater
        case carryTo
        case carryFrom
        case carryPlain
        case carryMatch
        case carryMismatch
        case carryTown
        case carryRepeat
        case carrySame
        case carryForeign
        case carryWar
        case carryAhead
        case carryUrban
        case carryFar
        case carrySingle
        case carrySingleAway
        case carryNear
        case carryActing
        case carryHome
        case carryOpen
        case carryAdjective
        case carryNational
        case carryState
        case carryLocal
        case carryCompatriot
        case carryAlien
        case carryBeneath
        case carrySeat
        case carryOffice
        case carryCitizen
        case carryStrange
        case carryNext
        case carryCohesion
        case carryFacility
        case carryThere
        case floorBias
        case floorShare
        case floorTitle
        case floorOpening
        case floorAhead
        case floorCountry
        case timeBias
        case timeAttached
        case timeBoundary
        case timeDistance
        case timeReport
        case timeOpening
        case timeClause
        case timeDuration
        case timeRelative
        case timeSole
        case timeElsewhere
        case timeTaken
        case timeOpen
        case timeBackground
        case timePluperfect
        case timeFuture
        case timePossessive
        case timeCarryBias
        case timeCarrySentence
        case timeCarryAhead
        case timeCarryAheadSentence
        case timeCarrySecond
        case timeCarryFurther
        case timeCarryParagraph
        case timeCarryCoarse
        case timeCarryNear
        case timeCarryScene
        case timeCarryReport
        case timeCarryMost
        case timeCarryPublished
        case timeCarryRecent
        case timeCarryFuture
        case timeCarryEvent
        case timeCarryBackground
        case timeCarrySame
        case timeCarryPlace
        case timeCarryTimed
        case timeCarryPerfect
        case timeCarryPluperfect
        case timeCarryPresent
        case timeCarrySimple
        case timeCarryGerund
        case timeCarryPassive
        case timeCarrySpeech
        case timeCarryNews

        /// The name of the row.
        var name: String {
            var name: [UInt8] = []
            var isFirstWord = true
            for letter in stringValue.utf8 {
                if letter &- 0x41 < 26 {
                    name.append(isFirstWord ? UInt8(ascii: ".") : UInt8(ascii: "-"))
                    isFirstWord = false
                }
                name.append(StableHash.lowercased(letter))
            }
            return String(decoding: name, as: UTF8.self)
        }
    }
}
