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

    /// The bits of the words that a gap of a pattern that begins at `index` may lead to, a short one and a long one.
    func bits(behindGapAt index: Int, until end: Int) -> (short: UInt64, long: UInt64) {
        var (short, long) = (UInt64(0), UInt64(0))
        var counted = 0
        var position = index
        while counted <= Pattern.longGap, position < end {
            long |= wordBits[position]
            if counted <= Pattern.shortGap { short = long }
            let marks = marks[position]
            if marks.contains(.endsGap) { break }
            if !marks.contains(.uncounted) { counted += 1 }
            position += 1
        }
        return (short, long)
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
