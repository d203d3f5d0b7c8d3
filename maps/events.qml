<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Symbology|Labeling|MapTips|Temporal" labelsEnabled="1">
<temporal enabled="1" mode="2" startField="start" endField="end" limitMode="0" accumulate="0" durationField="" durationUnit="min" fixedDuration="0" startExpression="" endExpression="">
<fixedRange><start></start><end></end></fixedRange>
</temporal>
<renderer-v2 type="categorizedSymbol" attr="event_type" symbollevels="0" enableorderby="0" forceraster="0">
<categories>
<category value="AGREE" symbol="0" label="Agree" render="true"/>
<category value="CONSULT" symbol="1" label="Consult" render="true"/>
<category value="SUPPORT" symbol="2" label="Support" render="true"/>
<category value="AID" symbol="3" label="Aid" render="true"/>
<category value="RETREAT" symbol="4" label="Retreat" render="true"/>
<category value="REQUEST" symbol="5" label="Request" render="true"/>
<category value="ACCUSE" symbol="6" label="Accuse" render="true"/>
<category value="REJECT" symbol="7" label="Reject" render="true"/>
<category value="THREATEN" symbol="8" label="Threaten" render="true"/>
<category value="PROTEST" symbol="9" label="Protest" render="true"/>
<category value="SANCTION" symbol="10" label="Sanction" render="true"/>
<category value="MOBILIZE" symbol="11" label="Mobilize" render="true"/>
<category value="COERCE" symbol="12" label="Coerce" render="true"/>
<category value="ASSAULT" symbol="13" label="Assault" render="true"/>
<category value="" symbol="14" label="Other" render="true"/>
</categories>
<symbols>
<symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="alpha" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="35 + 65 * coalesce(&quot;confidence&quot;, 0.5)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map"><Option name="color" value="159,190,243,255" type="QString"/><Option name="name" value="circle" type="QString"/><Option name="outline_color" value="255,255,255,255" type="QString"/><Option name="outline_width" value="0.2" type="QString"/><Option name="size" value="2.6" type="QString"/></Option>
<prop k="color" v="159,190,243,255"/><prop k="name" v="circle"/><prop k="outline_color" v="255,255,255,255"/><prop k="outline_width" v="0.2"/><prop k="size" v="2.6"/>
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="size" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="2.6 + min(sqrt(coalesce(&quot;reports&quot;, 1)) - 1, 4)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="fillColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;159,190,243,255&#39;, &#39;255,255,255,220&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;255,255,255,255&#39;, &#39;159,190,243,255&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineWidth" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;0.2&#39;, &#39;0.6&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="alpha" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="35 + 65 * coalesce(&quot;confidence&quot;, 0.5)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map"><Option name="color" value="138,158,225,255" type="QString"/><Option name="name" value="circle" type="QString"/><Option name="outline_color" value="255,255,255,255" type="QString"/><Option name="outline_width" value="0.2" type="QString"/><Option name="size" value="2.6" type="QString"/></Option>
<prop k="color" v="138,158,225,255"/><prop k="name" v="circle"/><prop k="outline_color" v="255,255,255,255"/><prop k="outline_width" v="0.2"/><prop k="size" v="2.6"/>
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="size" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="2.6 + min(sqrt(coalesce(&quot;reports&quot;, 1)) - 1, 4)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="fillColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;138,158,225,255&#39;, &#39;255,255,255,220&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;255,255,255,255&#39;, &#39;138,158,225,255&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineWidth" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;0.2&#39;, &#39;0.6&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="alpha" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="35 + 65 * coalesce(&quot;confidence&quot;, 0.5)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map"><Option name="color" value="47,54,142,255" type="QString"/><Option name="name" value="circle" type="QString"/><Option name="outline_color" value="255,255,255,255" type="QString"/><Option name="outline_width" value="0.2" type="QString"/><Option name="size" value="2.6" type="QString"/></Option>
<prop k="color" v="47,54,142,255"/><prop k="name" v="circle"/><prop k="outline_color" v="255,255,255,255"/><prop k="outline_width" v="0.2"/><prop k="size" v="2.6"/>
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="size" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="2.6 + min(sqrt(coalesce(&quot;reports&quot;, 1)) - 1, 4)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="fillColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;47,54,142,255&#39;, &#39;255,255,255,220&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;255,255,255,255&#39;, &#39;47,54,142,255&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineWidth" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;0.2&#39;, &#39;0.6&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="alpha" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="35 + 65 * coalesce(&quot;confidence&quot;, 0.5)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map"><Option name="color" value="12,195,169,255" type="QString"/><Option name="name" value="square" type="QString"/><Option name="outline_color" value="255,255,255,255" type="QString"/><Option name="outline_width" value="0.2" type="QString"/><Option name="size" value="2.6" type="QString"/></Option>
<prop k="color" v="12,195,169,255"/><prop k="name" v="square"/><prop k="outline_color" v="255,255,255,255"/><prop k="outline_width" v="0.2"/><prop k="size" v="2.6"/>
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="size" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="2.6 + min(sqrt(coalesce(&quot;reports&quot;, 1)) - 1, 4)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="fillColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;12,195,169,255&#39;, &#39;255,255,255,220&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;255,255,255,255&#39;, &#39;12,195,169,255&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineWidth" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;0.2&#39;, &#39;0.6&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="alpha" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="35 + 65 * coalesce(&quot;confidence&quot;, 0.5)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map"><Option name="color" value="102,232,203,255" type="QString"/><Option name="name" value="square" type="QString"/><Option name="outline_color" value="255,255,255,255" type="QString"/><Option name="outline_width" value="0.2" type="QString"/><Option name="size" value="2.6" type="QString"/></Option>
<prop k="color" v="102,232,203,255"/><prop k="name" v="square"/><prop k="outline_color" v="255,255,255,255"/><prop k="outline_width" v="0.2"/><prop k="size" v="2.6"/>
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="size" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="2.6 + min(sqrt(coalesce(&quot;reports&quot;, 1)) - 1, 4)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="fillColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;102,232,203,255&#39;, &#39;255,255,255,220&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;255,255,255,255&#39;, &#39;102,232,203,255&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineWidth" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;0.2&#39;, &#39;0.6&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="alpha" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="35 + 65 * coalesce(&quot;confidence&quot;, 0.5)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map"><Option name="color" value="196,174,88,255" type="QString"/><Option name="name" value="triangle" type="QString"/><Option name="outline_color" value="255,255,255,255" type="QString"/><Option name="outline_width" value="0.2" type="QString"/><Option name="size" value="2.6" type="QString"/></Option>
<prop k="color" v="196,174,88,255"/><prop k="name" v="triangle"/><prop k="outline_color" v="255,255,255,255"/><prop k="outline_width" v="0.2"/><prop k="size" v="2.6"/>
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="size" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="2.6 + min(sqrt(coalesce(&quot;reports&quot;, 1)) - 1, 4)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="fillColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;196,174,88,255&#39;, &#39;255,255,255,220&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;255,255,255,255&#39;, &#39;196,174,88,255&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineWidth" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;0.2&#39;, &#39;0.6&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="6" alpha="1" clip_to_extent="1" force_rhr="0">
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="alpha" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="35 + 65 * coalesce(&quot;confidence&quot;, 0.5)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map"><Option name="color" value="237,202,81,255" type="QString"/><Option name="name" value="triangle" type="QString"/><Option name="outline_color" value="255,255,255,255" type="QString"/><Option name="outline_width" value="0.2" type="QString"/><Option name="size" value="2.6" type="QString"/></Option>
<prop k="color" v="237,202,81,255"/><prop k="name" v="triangle"/><prop k="outline_color" v="255,255,255,255"/><prop k="outline_width" v="0.2"/><prop k="size" v="2.6"/>
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="size" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="2.6 + min(sqrt(coalesce(&quot;reports&quot;, 1)) - 1, 4)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="fillColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;237,202,81,255&#39;, &#39;255,255,255,220&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;255,255,255,255&#39;, &#39;237,202,81,255&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineWidth" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;0.2&#39;, &#39;0.6&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="7" alpha="1" clip_to_extent="1" force_rhr="0">
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="alpha" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="35 + 65 * coalesce(&quot;confidence&quot;, 0.5)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map"><Option name="color" value="123,63,2,255" type="QString"/><Option name="name" value="triangle" type="QString"/><Option name="outline_color" value="255,255,255,255" type="QString"/><Option name="outline_width" value="0.2" type="QString"/><Option name="size" value="2.6" type="QString"/></Option>
<prop k="color" v="123,63,2,255"/><prop k="name" v="triangle"/><prop k="outline_color" v="255,255,255,255"/><prop k="outline_width" v="0.2"/><prop k="size" v="2.6"/>
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="size" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="2.6 + min(sqrt(coalesce(&quot;reports&quot;, 1)) - 1, 4)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="fillColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;123,63,2,255&#39;, &#39;255,255,255,220&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;255,255,255,255&#39;, &#39;123,63,2,255&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineWidth" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;0.2&#39;, &#39;0.6&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="8" alpha="1" clip_to_extent="1" force_rhr="0">
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="alpha" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="35 + 65 * coalesce(&quot;confidence&quot;, 0.5)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map"><Option name="color" value="227,104,2,255" type="QString"/><Option name="name" value="triangle" type="QString"/><Option name="outline_color" value="255,255,255,255" type="QString"/><Option name="outline_width" value="0.2" type="QString"/><Option name="size" value="2.6" type="QString"/></Option>
<prop k="color" v="227,104,2,255"/><prop k="name" v="triangle"/><prop k="outline_color" v="255,255,255,255"/><prop k="outline_width" v="0.2"/><prop k="size" v="2.6"/>
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="size" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="2.6 + min(sqrt(coalesce(&quot;reports&quot;, 1)) - 1, 4)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="fillColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;227,104,2,255&#39;, &#39;255,255,255,220&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;255,255,255,255&#39;, &#39;227,104,2,255&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineWidth" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;0.2&#39;, &#39;0.6&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="9" alpha="1" clip_to_extent="1" force_rhr="0">
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="alpha" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="35 + 65 * coalesce(&quot;confidence&quot;, 0.5)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map"><Option name="color" value="184,84,178,255" type="QString"/><Option name="name" value="diamond" type="QString"/><Option name="outline_color" value="255,255,255,255" type="QString"/><Option name="outline_width" value="0.2" type="QString"/><Option name="size" value="2.6" type="QString"/></Option>
<prop k="color" v="184,84,178,255"/><prop k="name" v="diamond"/><prop k="outline_color" v="255,255,255,255"/><prop k="outline_width" v="0.2"/><prop k="size" v="2.6"/>
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="size" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="2.6 + min(sqrt(coalesce(&quot;reports&quot;, 1)) - 1, 4)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="fillColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;184,84,178,255&#39;, &#39;255,255,255,220&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;255,255,255,255&#39;, &#39;184,84,178,255&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineWidth" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;0.2&#39;, &#39;0.6&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="10" alpha="1" clip_to_extent="1" force_rhr="0">
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="alpha" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="35 + 65 * coalesce(&quot;confidence&quot;, 0.5)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map"><Option name="color" value="154,88,232,255" type="QString"/><Option name="name" value="diamond" type="QString"/><Option name="outline_color" value="255,255,255,255" type="QString"/><Option name="outline_width" value="0.2" type="QString"/><Option name="size" value="2.6" type="QString"/></Option>
<prop k="color" v="154,88,232,255"/><prop k="name" v="diamond"/><prop k="outline_color" v="255,255,255,255"/><prop k="outline_width" v="0.2"/><prop k="size" v="2.6"/>
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="size" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="2.6 + min(sqrt(coalesce(&quot;reports&quot;, 1)) - 1, 4)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="fillColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;154,88,232,255&#39;, &#39;255,255,255,220&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;255,255,255,255&#39;, &#39;154,88,232,255&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineWidth" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;0.2&#39;, &#39;0.6&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="11" alpha="1" clip_to_extent="1" force_rhr="0">
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="alpha" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="35 + 65 * coalesce(&quot;confidence&quot;, 0.5)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map"><Option name="color" value="99,29,81,255" type="QString"/><Option name="name" value="diamond" type="QString"/><Option name="outline_color" value="255,255,255,255" type="QString"/><Option name="outline_width" value="0.2" type="QString"/><Option name="size" value="2.6" type="QString"/></Option>
<prop k="color" v="99,29,81,255"/><prop k="name" v="diamond"/><prop k="outline_color" v="255,255,255,255"/><prop k="outline_width" v="0.2"/><prop k="size" v="2.6"/>
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="size" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="2.6 + min(sqrt(coalesce(&quot;reports&quot;, 1)) - 1, 4)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="fillColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;99,29,81,255&#39;, &#39;255,255,255,220&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;255,255,255,255&#39;, &#39;99,29,81,255&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineWidth" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;0.2&#39;, &#39;0.6&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="12" alpha="1" clip_to_extent="1" force_rhr="0">
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="alpha" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="35 + 65 * coalesce(&quot;confidence&quot;, 0.5)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map"><Option name="color" value="163,46,96,255" type="QString"/><Option name="name" value="diamond" type="QString"/><Option name="outline_color" value="255,255,255,255" type="QString"/><Option name="outline_width" value="0.2" type="QString"/><Option name="size" value="2.6" type="QString"/></Option>
<prop k="color" v="163,46,96,255"/><prop k="name" v="diamond"/><prop k="outline_color" v="255,255,255,255"/><prop k="outline_width" v="0.2"/><prop k="size" v="2.6"/>
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="size" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="2.6 + min(sqrt(coalesce(&quot;reports&quot;, 1)) - 1, 4)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="fillColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;163,46,96,255&#39;, &#39;255,255,255,220&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;255,255,255,255&#39;, &#39;163,46,96,255&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineWidth" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;0.2&#39;, &#39;0.6&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="13" alpha="1" clip_to_extent="1" force_rhr="0">
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="alpha" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="35 + 65 * coalesce(&quot;confidence&quot;, 0.5)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map"><Option name="color" value="200,68,53,255" type="QString"/><Option name="name" value="diamond" type="QString"/><Option name="outline_color" value="255,255,255,255" type="QString"/><Option name="outline_width" value="0.2" type="QString"/><Option name="size" value="2.6" type="QString"/></Option>
<prop k="color" v="200,68,53,255"/><prop k="name" v="diamond"/><prop k="outline_color" v="255,255,255,255"/><prop k="outline_width" v="0.2"/><prop k="size" v="2.6"/>
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="size" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="2.6 + min(sqrt(coalesce(&quot;reports&quot;, 1)) - 1, 4)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="fillColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;200,68,53,255&#39;, &#39;255,255,255,220&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;255,255,255,255&#39;, &#39;200,68,53,255&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineWidth" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;0.2&#39;, &#39;0.6&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
</layer>
</symbol>
<symbol type="marker" name="14" alpha="1" clip_to_extent="1" force_rhr="0">
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="alpha" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="35 + 65 * coalesce(&quot;confidence&quot;, 0.5)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
<layer class="SimpleMarker" enabled="1" locked="0" pass="0">
<Option type="Map"><Option name="color" value="107,114,128,255" type="QString"/><Option name="name" value="circle" type="QString"/><Option name="outline_color" value="255,255,255,255" type="QString"/><Option name="outline_width" value="0.2" type="QString"/><Option name="size" value="2.6" type="QString"/></Option>
<prop k="color" v="107,114,128,255"/><prop k="name" v="circle"/><prop k="outline_color" v="255,255,255,255"/><prop k="outline_width" v="0.2"/><prop k="size" v="2.6"/>
<data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
<Option name="properties" type="Map">
<Option name="size" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="2.6 + min(sqrt(coalesce(&quot;reports&quot;, 1)) - 1, 4)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="fillColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;107,114,128,255&#39;, &#39;255,255,255,220&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineColor" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;255,255,255,255&#39;, &#39;107,114,128,255&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
<Option name="outlineWidth" type="Map"><Option name="active" value="true" type="bool"/><Option name="expression" value="if(coalesce(&quot;modality&quot;, &#39;asserted&#39;) = &#39;asserted&#39;, &#39;0.2&#39;, &#39;0.6&#39;)" type="QString"/><Option name="type" value="3" type="int"/></Option>
</Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>
</layer>
</symbol>
</symbols>
</renderer-v2>
<labeling type="simple">
<settings calloutType="simple">
<text-style fieldName="place_name" isExpression="0" fontFamily="Sans Serif" fontSize="8" fontSizeUnit="Point" fontWeight="50" textColor="31,41,55,255" textOpacity="1" multilineHeight="1">
<text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferJoinStyle="128" bufferNoFill="1"/>
</text-style>
<placement placement="1" quadOffset="5" xOffset="1.8" yOffset="0" offsetUnits="MM" dist="0.6" distUnits="MM" priority="5" placementFlags="10"/>
<rendering drawLabels="1" displayAll="0" obstacle="1" obstacleFactor="1" obstacleType="1" scaleVisibility="0" limitNumLabels="0" maxNumLabels="2000" fontMaxPixelSize="10000" fontMinPixelSize="3" upsidedownLabels="0"/>
</settings>
</labeling>
<blendMode>0</blendMode>
<featureBlendMode>0</featureBlendMode>
<layerOpacity>1</layerOpacity>
<previewExpression>"name"</previewExpression>
<mapTip>&lt;div style=&quot;width:340px&quot;&gt;&lt;b&gt;[% replace(replace(replace(coalesce(to_string(&quot;name&quot;), &#39;&#39;), &#39;&amp;&#39;, &#39;&amp;amp;&#39;), &#39;&lt;&#39;, &#39;&amp;lt;&#39;), &#39;&gt;&#39;, &#39;&amp;gt;&#39;) %]&lt;/b&gt;[% if(&quot;modality&quot; = &#39;asserted&#39;, &#39;&#39;, &#39; (&#39; || &quot;modality&quot; || &#39;)&#39;) %]&lt;p&gt;[% replace(replace(replace(coalesce(to_string(&quot;passage&quot;), &#39;&#39;), &#39;&amp;&#39;, &#39;&amp;amp;&#39;), &#39;&lt;&#39;, &#39;&amp;lt;&#39;), &#39;&gt;&#39;, &#39;&amp;gt;&#39;) %]&lt;/p&gt;&lt;p&gt;&lt;i&gt;[% replace(replace(replace(coalesce(to_string(&quot;article_title&quot;), &#39;&#39;), &#39;&amp;&#39;, &#39;&amp;amp;&#39;), &#39;&lt;&#39;, &#39;&amp;lt;&#39;), &#39;&gt;&#39;, &#39;&amp;gt;&#39;) %] · [% replace(replace(replace(coalesce(to_string(&quot;publisher&quot;), &#39;&#39;), &#39;&amp;&#39;, &#39;&amp;amp;&#39;), &#39;&lt;&#39;, &#39;&amp;lt;&#39;), &#39;&gt;&#39;, &#39;&amp;gt;&#39;) %] · [% replace(replace(replace(coalesce(to_string(&quot;published&quot;), &#39;&#39;), &#39;&amp;&#39;, &#39;&amp;amp;&#39;), &#39;&lt;&#39;, &#39;&amp;lt;&#39;), &#39;&gt;&#39;, &#39;&amp;gt;&#39;) %]&lt;/i&gt;&lt;/p&gt;&lt;/div&gt;</mapTip>
</qgis>
