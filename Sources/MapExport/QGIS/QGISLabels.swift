/// The labels of a QGIS layer: a name beside its dot, with a pale halo, where there is room.
struct QGISLabels {
    let field: String
    let isLine: Bool

    /// Placement 6 tries positions around a point in order of legibility; 2 follows a line.
    var element: String {
        """
        <labeling type="simple">
        <settings calloutType="simple">
        <text-style fieldName="\(field.xmlEscaped)" isExpression="0" fontFamily="Sans Serif" fontSize="8" \
        fontSizeUnit="Point" fontWeight="50" textColor="31,41,55,255" textOpacity="1" multilineHeight="1">
        <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" \
        bufferOpacity="0.85" bufferJoinStyle="128" bufferNoFill="1"/>
        </text-style>
        <placement placement="\(isLine ? 2 : 6)" offsetType="1" dist="0.6" distUnits="MM" priority="5" \
        predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" placementFlags="10"/>
        <rendering drawLabels="1" displayAll="0" obstacle="1" obstacleFactor="1" obstacleType="1" scaleVisibility="0" \
        limitNumLabels="0" maxNumLabels="2000" fontMaxPixelSize="10000" fontMinPixelSize="3" upsidedownLabels="0"/>
        </settings>
        </labeling>

        """
    }
}
