import Tables

/// What patterns read of a text, where it lies: nothing in it is counted, for millions of them are tried.
struct PatternText {
    let reading: Reading
    let words: UnsafeBufferPointer<Int32>
    let wordBits: UnsafeBufferPointer<UInt64>
    let marks: UnsafeBufferPointer<TokenMarks>
    let timeAt: UnsafeBufferPointer<Int32>
    /// The lemmas that each word of the vocabulary may be a form of, as ``WordFormTable`` has them.
    fileprivate let formStarts: UnsafeBufferPointer<Int32>
    fileprivate let forms: UnsafeBufferPointer<WordForm>

    /// The lemmas that `word` may be a form of.
    @inline(__always)
    func forms(of word: Int32) -> Slice<UnsafeBufferPointer<WordForm>> {
        forms[Int(formStarts[Int(word)])..<Int(formStarts[Int(word) + 1])]
    }

    /// Which words behind the first of a pattern may be its next.
    enum Reach: UInt8 {
        /// The one right behind it.
        case next
        /// Those that a short gap leads to, and those that a long one leads to.
        case short
        case long
        case any

        init(gap: UInt8) {
            self = gap == 0 ? .next : gap <= Pattern.shortGap ? .short : gap <= Pattern.longGap ? .long : .any
        }
    }

    /// Sets the bits of the words that may be the next of a pattern whose first is at `index`: four, by ``Reach``.
    @inline(__always)
    func setBits(_ bits: UnsafeMutableBufferPointer<UInt64>, aheadOf index: Int, until end: Int) {
        bits[0] = WordBits.none
        bits[1] = 0
        bits[2] = 0
        bits[3] = .max
        guard index + 1 < end else { return }
        bits[0] = wordBits[index + 1]
        var all: UInt64 = 0
        var counted = 0
        var position = index + 1
        while counted <= Pattern.longGap, position < end {
            all |= wordBits[position]
            if counted <= Pattern.shortGap { bits[1] = all }
            let marks = marks[position]
            if marks.contains(.endsGap) { break }
            if !marks.contains(.uncounted) { counted += 1 }
            position += 1
        }
        bits[2] = all
    }
}

extension Reading {
    /// Calls `body` with the text as patterns read it.
    @inline(__always)
    func withPatternText<Result>(_ body: (PatternText) -> Result) -> Result {
        lexicon.vocabulary.forms.lists.withUnsafeLists { starts, forms in
            words.withUnsafeBufferPointer { words in
                wordBits.withUnsafeBufferPointer { wordBits in
                    marks.withUnsafeBufferPointer { marks in
                        timeAt.withUnsafeBufferPointer { timeAt in
                            body(
                                PatternText(
                                    reading: self, words: words, wordBits: wordBits, marks: marks, timeAt: timeAt,
                                    formStarts: starts, forms: forms))
                        }
                    }
                }
            }
        }
    }
}
