internal import CPROJ

/// Takes positions from one coordinate reference system to another by the best operation that PROJ knows for each.
///
/// Systems in degrees take and give longitude as x and latitude as y, projected ones easting and northing, whatever the
/// order of their axes. Nothing is fetched from the network. Not Sendable: one for each worker.
public final class CoordinateTransform {
    public let source: CoordinateSystem
    public let target: CoordinateSystem
    private let context: OpaquePointer
    private let operation: OpaquePointer

    public struct Position: Hashable, Sendable {
        public var x: Double
        public var y: Double

        public init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// What PROJ did with the last position.
    public struct Operation: Hashable, Sendable {
        public var name: String
        /// Metres; `nil` where PROJ does not know.
        public var accuracy: Double?
    }

    /// - Throws: ``GeodesyError/noTransformation(from:to:)``.
    public init(from source: CoordinateSystem, to target: CoordinateSystem) throws(GeodesyError) {
        self.source = source
        self.target = target
        guard let context = proj_context_create() else {
            throw .noTransformation(from: source.name, to: target.name)
        }
        proj_log_level(context, PJ_LOG_NONE)
        proj_context_set_enable_network(context, 0)
        guard let from = CoordinateSystem.create(source.definition, context) else {
            proj_context_destroy(context)
            throw .unknownSystem(source.definition)
        }
        defer { proj_destroy(from) }
        guard let to = CoordinateSystem.create(target.definition, context) else {
            proj_context_destroy(context)
            throw .unknownSystem(target.definition)
        }
        defer { proj_destroy(to) }
        guard let plain = proj_create_crs_to_crs_from_pj(context, from, to, nil, nil) else {
            proj_context_destroy(context)
            throw .noTransformation(from: source.name, to: target.name)
        }
        defer { proj_destroy(plain) }
        guard let normalized = proj_normalize_for_visualization(context, plain) else {
            proj_context_destroy(context)
            throw .noTransformation(from: source.name, to: target.name)
        }
        self.context = context
        operation = normalized
    }

    deinit {
        proj_destroy(operation)
        proj_context_destroy(context)
    }

    /// - Throws: ``GeodesyError/cannotTransform(_:reason:)`` where the projection has no such point.
    public func callAsFunction(_ position: Position) throws(GeodesyError) -> Position {
        proj_errno_reset(operation)
        let found = proj_trans(
            operation, PJ_FWD, PJ_COORD(v: (position.x, position.y, 0, Double.infinity)))
        guard found.xy.x.isFinite, found.xy.y.isFinite else {
            let code = proj_errno(operation)
            let reason =
                proj_context_errno_string(context, code).map { String(cString: $0) } ?? "the projection ends before it"
            let text =
                String(fixed: position.x, decimals: 6, trimmed: true) + ","
                + String(fixed: position.y, decimals: 6, trimmed: true)
            throw .cannotTransform(text, reason: reason)
        }
        return Position(x: found.xy.x, y: found.xy.y)
    }

    /// The operation that the last position went through.
    public var lastOperation: Operation? {
        guard let used = proj_trans_get_last_used_operation(operation) else { return nil }
        defer { proj_destroy(used) }
        let accuracy = proj_coordoperation_get_accuracy(context, used)
        let information = proj_pj_info(used)
        let name = information.description.map { String(cString: $0) } ?? ""
        return Operation(name: name, accuracy: accuracy >= 0 ? accuracy : nil)
    }
}
