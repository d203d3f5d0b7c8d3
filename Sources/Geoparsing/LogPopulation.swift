/// log10 of a population, 0 for none.
func logPopulation(_ population: Int) -> Double {
    guard population > 0 else { return 0 }
    // The number of decimal digits and a linear step between powers of ten: smooth enough, and the same everywhere.
    var power = 1.0
    var digits = 0.0
    let value = Double(population)
    while power * 10 <= value {
        power *= 10
        digits += 1
    }
    return digits + (value / power - 1) / 9
}
