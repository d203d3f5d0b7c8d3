/// How far a run is, on a terminal only: documents done, how many a second, and the time left where the number of files is known.
struct ProgressLine {
    private let total: Int?
    private let began = ContinuousClock.now
    private var shown: ContinuousClock.Instant?

    /// - Parameter total: the number of documents, if it is known.
    init(total: Int?) { self.total = total }

    mutating func update(_ done: Int) {
        guard Diagnostics.isTerminal else { return }
        let now = ContinuousClock.now
        if let shown, shown.duration(to: now) < .milliseconds(100) { return }
        shown = now
        Diagnostics.progress(Self.text(done: done, total: total, seconds: began.duration(to: now) / .seconds(1)))
    }

    static func text(done: Int, total: Int?, seconds: Double) -> String {
        var text = total.map { "\(done) of \($0) articles" } ?? "\(done) articles"
        guard seconds > 0.5, done > 0 else { return text }
        let rate = Double(done) / seconds
        text += rate >= 10 ? ", \(Int(rate)) a second" : ", \((rate * 10).rounded() / 10) a second"
        if let total, total > done { text += ", \(duration(Double(total - done) / rate)) left" }
        return text
    }

    /// `45 s`, `3 min`, `2 h 10 min`.
    private static func duration(_ seconds: Double) -> String {
        guard seconds.isFinite, seconds < 1e9 else { return "a long time" }
        let whole = Int(seconds.rounded(.up))
        if whole < 90 { return "\(whole) s" }
        let minutes = (whole + 59) / 60
        return minutes < 90 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
    }
}
