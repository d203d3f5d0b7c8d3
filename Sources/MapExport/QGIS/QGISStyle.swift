/// A `.qml` file: how QGIS draws a layer. One beside a file of the same base name is loaded with it.
public enum QGISStyle {
    /// - Throws: what the sink throws.
    public static func write(_ layer: Layer, style: MapStyle, to sink: any ByteSink) throws {
        try sink.write(QGISLayer(layer, style: style).document)
    }
}
