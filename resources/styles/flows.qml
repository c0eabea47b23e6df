<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Symbology">
 <renderer-v2 symbollevels="0" forceraster="0" type="RuleRenderer" enableorderby="1" referencescale="-1">
  <rules key="{7f3f5942-09f9-4494-90c6-781a86926d66}">
   <rule key="{1df9b301-035c-4a65-a753-6ee5cbf52d8f}" symbol="0" filter="(&quot;cum&quot; &lt;= 0.5 OR &quot;rank&quot; = 1)" label="Largest links, half of the flow"/>
   <rule key="{d9347e04-2f06-4f9d-b4dc-96d4100fd068}" symbol="1" filter="false" label="Width: the largest flow"/>
   <rule key="{867027e0-fd0e-40da-9949-372492e52905}" symbol="2" filter="false" label="Width: a quarter of it"/>
   <rule key="{35a466f4-266a-441d-a247-f14de90a92c5}" symbol="3" filter="&quot;cum&quot; > 0.5 AND &quot;cum&quot; &lt;= 0.8 AND &quot;rank&quot; > 1" label="Further links, up to 80 % of the flow"/>
   <rule key="{c3c56898-0277-4468-b88f-4fe2cb77d23d}" symbol="4" filter="&quot;cum&quot; > 0.8 AND &quot;rank&quot; > 1" label="Smaller links, 20 % of the flow, hidden at first" checkstate="0"/>
  </rules>
  <symbols>
   <symbol name="0" type="line" clip_to_extent="1" alpha="1" force_rhr="0">
    <data_defined_properties>
     <Option type="Map">
      <Option value="" name="name" type="QString"/>
      <Option name="properties"/>
      <Option value="collection" name="type" type="QString"/>
     </Option>
    </data_defined_properties>
    <layer enabled="1" locked="0" class="GeometryGenerator" pass="0">
     <Option type="Map">
      <Option value="Line" name="SymbolType" type="QString"/>
      <Option value="with_variable('a', start_point($geometry), with_variable('z', end_point($geometry), make_line(@a, project(line_interpolate_point(make_line(@a, @z), distance(@a, @z) / 2), if($id is null, 0, 0.12) * distance(@a, @z), azimuth(@a, @z) + pi() / 2), @z)))" name="geometryModifier" type="QString"/>
      <Option value="MapUnit" name="units" type="QString"/>
     </Option>
     <prop v="Line" k="SymbolType"/>
     <prop v="with_variable('a', start_point($geometry), with_variable('z', end_point($geometry), make_line(@a, project(line_interpolate_point(make_line(@a, @z), distance(@a, @z) / 2), if($id is null, 0, 0.12) * distance(@a, @z), azimuth(@a, @z) + pi() / 2), @z)))" k="geometryModifier"/>
     <prop v="MapUnit" k="units"/>
     <data_defined_properties>
      <Option type="Map">
       <Option value="" name="name" type="QString"/>
       <Option name="properties"/>
       <Option value="collection" name="type" type="QString"/>
      </Option>
     </data_defined_properties>
     <symbol name="@0@0" type="line" clip_to_extent="1" alpha="1" force_rhr="0">
      <data_defined_properties>
       <Option type="Map">
        <Option value="" name="name" type="QString"/>
        <Option name="properties"/>
        <Option value="collection" name="type" type="QString"/>
       </Option>
      </data_defined_properties>
      <layer enabled="1" locked="0" class="ArrowLine" pass="0">
       <Option type="Map">
        <Option value="1.325" name="arrow_start_width" type="QString"/>
        <Option value="MM" name="arrow_start_width_unit" type="QString"/>
        <Option value="3x:0,0,0,0,0,0" name="arrow_start_width_unit_scale" type="QString"/>
        <Option value="0" name="arrow_type" type="QString"/>
        <Option value="0.08" name="arrow_width" type="QString"/>
        <Option value="MM" name="arrow_width_unit" type="QString"/>
        <Option value="3x:0,0,0,0,0,0" name="arrow_width_unit_scale" type="QString"/>
        <Option value="0" name="head_length" type="QString"/>
        <Option value="MM" name="head_length_unit" type="QString"/>
        <Option value="3x:0,0,0,0,0,0" name="head_length_unit_scale" type="QString"/>
        <Option value="0" name="head_thickness" type="QString"/>
        <Option value="MM" name="head_thickness_unit" type="QString"/>
        <Option value="3x:0,0,0,0,0,0" name="head_thickness_unit_scale" type="QString"/>
        <Option value="0" name="head_type" type="QString"/>
        <Option value="1" name="is_curved" type="QString"/>
        <Option value="0" name="is_repeated" type="QString"/>
        <Option value="0" name="offset" type="QString"/>
        <Option value="MM" name="offset_unit" type="QString"/>
        <Option value="3x:0,0,0,0,0,0" name="offset_unit_scale" type="QString"/>
        <Option value="0" name="ring_filter" type="QString"/>
       </Option>
       <prop v="1.325" k="arrow_start_width"/>
       <prop v="MM" k="arrow_start_width_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="arrow_start_width_unit_scale"/>
       <prop v="0" k="arrow_type"/>
       <prop v="0.08" k="arrow_width"/>
       <prop v="MM" k="arrow_width_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="arrow_width_unit_scale"/>
       <prop v="0" k="head_length"/>
       <prop v="MM" k="head_length_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="head_length_unit_scale"/>
       <prop v="0" k="head_thickness"/>
       <prop v="MM" k="head_thickness_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="head_thickness_unit_scale"/>
       <prop v="0" k="head_type"/>
       <prop v="1" k="is_curved"/>
       <prop v="0" k="is_repeated"/>
       <prop v="0" k="offset"/>
       <prop v="MM" k="offset_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="offset_unit_scale"/>
       <prop v="0" k="ring_filter"/>
       <data_defined_properties>
        <Option type="Map">
         <Option value="" name="name" type="QString"/>
         <Option name="properties" type="Map">
          <Option name="arrowStartWidth" type="Map">
           <Option value="true" name="active" type="bool"/>
           <Option value="0.25 + 2.15 * &quot;flow&quot; / maximum(&quot;flow&quot;, filter:=&quot;rank&quot; > 0)" name="expression" type="QString"/>
           <Option value="3" name="type" type="int"/>
          </Option>
         </Option>
         <Option value="collection" name="type" type="QString"/>
        </Option>
       </data_defined_properties>
       <symbol name="@@0@0@0" type="fill" clip_to_extent="1" alpha="1" force_rhr="0">
        <data_defined_properties>
         <Option type="Map">
          <Option value="" name="name" type="QString"/>
          <Option name="properties"/>
          <Option value="collection" name="type" type="QString"/>
         </Option>
        </data_defined_properties>
        <layer enabled="1" locked="0" class="SimpleFill" pass="0">
         <Option type="Map">
          <Option value="3x:0,0,0,0,0,0" name="border_width_map_unit_scale" type="QString"/>
          <Option value="31,90,166,255" name="color" type="QString"/>
          <Option value="bevel" name="joinstyle" type="QString"/>
          <Option value="0,0" name="offset" type="QString"/>
          <Option value="3x:0,0,0,0,0,0" name="offset_map_unit_scale" type="QString"/>
          <Option value="MM" name="offset_unit" type="QString"/>
          <Option value="255,255,255,255" name="outline_color" type="QString"/>
          <Option value="solid" name="outline_style" type="QString"/>
          <Option value="0.1" name="outline_width" type="QString"/>
          <Option value="MM" name="outline_width_unit" type="QString"/>
          <Option value="solid" name="style" type="QString"/>
         </Option>
         <prop v="3x:0,0,0,0,0,0" k="border_width_map_unit_scale"/>
         <prop v="31,90,166,255" k="color"/>
         <prop v="bevel" k="joinstyle"/>
         <prop v="0,0" k="offset"/>
         <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
         <prop v="MM" k="offset_unit"/>
         <prop v="255,255,255,255" k="outline_color"/>
         <prop v="solid" k="outline_style"/>
         <prop v="0.1" k="outline_width"/>
         <prop v="MM" k="outline_width_unit"/>
         <prop v="solid" k="style"/>
         <data_defined_properties>
          <Option type="Map">
           <Option value="" name="name" type="QString"/>
           <Option name="properties"/>
           <Option value="collection" name="type" type="QString"/>
          </Option>
         </data_defined_properties>
        </layer>
       </symbol>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol name="1" type="line" clip_to_extent="1" alpha="1" force_rhr="0">
    <data_defined_properties>
     <Option type="Map">
      <Option value="" name="name" type="QString"/>
      <Option name="properties"/>
      <Option value="collection" name="type" type="QString"/>
     </Option>
    </data_defined_properties>
    <layer enabled="1" locked="0" class="ArrowLine" pass="0">
     <Option type="Map">
      <Option value="2.4" name="arrow_start_width" type="QString"/>
      <Option value="MM" name="arrow_start_width_unit" type="QString"/>
      <Option value="3x:0,0,0,0,0,0" name="arrow_start_width_unit_scale" type="QString"/>
      <Option value="0" name="arrow_type" type="QString"/>
      <Option value="0.08" name="arrow_width" type="QString"/>
      <Option value="MM" name="arrow_width_unit" type="QString"/>
      <Option value="3x:0,0,0,0,0,0" name="arrow_width_unit_scale" type="QString"/>
      <Option value="0" name="head_length" type="QString"/>
      <Option value="MM" name="head_length_unit" type="QString"/>
      <Option value="3x:0,0,0,0,0,0" name="head_length_unit_scale" type="QString"/>
      <Option value="0" name="head_thickness" type="QString"/>
      <Option value="MM" name="head_thickness_unit" type="QString"/>
      <Option value="3x:0,0,0,0,0,0" name="head_thickness_unit_scale" type="QString"/>
      <Option value="0" name="head_type" type="QString"/>
      <Option value="1" name="is_curved" type="QString"/>
      <Option value="0" name="is_repeated" type="QString"/>
      <Option value="0" name="offset" type="QString"/>
      <Option value="MM" name="offset_unit" type="QString"/>
      <Option value="3x:0,0,0,0,0,0" name="offset_unit_scale" type="QString"/>
      <Option value="0" name="ring_filter" type="QString"/>
     </Option>
     <prop v="2.4" k="arrow_start_width"/>
     <prop v="MM" k="arrow_start_width_unit"/>
     <prop v="3x:0,0,0,0,0,0" k="arrow_start_width_unit_scale"/>
     <prop v="0" k="arrow_type"/>
     <prop v="0.08" k="arrow_width"/>
     <prop v="MM" k="arrow_width_unit"/>
     <prop v="3x:0,0,0,0,0,0" k="arrow_width_unit_scale"/>
     <prop v="0" k="head_length"/>
     <prop v="MM" k="head_length_unit"/>
     <prop v="3x:0,0,0,0,0,0" k="head_length_unit_scale"/>
     <prop v="0" k="head_thickness"/>
     <prop v="MM" k="head_thickness_unit"/>
     <prop v="3x:0,0,0,0,0,0" k="head_thickness_unit_scale"/>
     <prop v="0" k="head_type"/>
     <prop v="1" k="is_curved"/>
     <prop v="0" k="is_repeated"/>
     <prop v="0" k="offset"/>
     <prop v="MM" k="offset_unit"/>
     <prop v="3x:0,0,0,0,0,0" k="offset_unit_scale"/>
     <prop v="0" k="ring_filter"/>
     <data_defined_properties>
      <Option type="Map">
       <Option value="" name="name" type="QString"/>
       <Option name="properties"/>
       <Option value="collection" name="type" type="QString"/>
      </Option>
     </data_defined_properties>
     <symbol name="@1@0" type="fill" clip_to_extent="1" alpha="1" force_rhr="0">
      <data_defined_properties>
       <Option type="Map">
        <Option value="" name="name" type="QString"/>
        <Option name="properties"/>
        <Option value="collection" name="type" type="QString"/>
       </Option>
      </data_defined_properties>
      <layer enabled="1" locked="0" class="SimpleFill" pass="0">
       <Option type="Map">
        <Option value="3x:0,0,0,0,0,0" name="border_width_map_unit_scale" type="QString"/>
        <Option value="31,90,166,255" name="color" type="QString"/>
        <Option value="bevel" name="joinstyle" type="QString"/>
        <Option value="0,0" name="offset" type="QString"/>
        <Option value="3x:0,0,0,0,0,0" name="offset_map_unit_scale" type="QString"/>
        <Option value="MM" name="offset_unit" type="QString"/>
        <Option value="255,255,255,255" name="outline_color" type="QString"/>
        <Option value="solid" name="outline_style" type="QString"/>
        <Option value="0.1" name="outline_width" type="QString"/>
        <Option value="MM" name="outline_width_unit" type="QString"/>
        <Option value="solid" name="style" type="QString"/>
       </Option>
       <prop v="3x:0,0,0,0,0,0" k="border_width_map_unit_scale"/>
       <prop v="31,90,166,255" k="color"/>
       <prop v="bevel" k="joinstyle"/>
       <prop v="0,0" k="offset"/>
       <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
       <prop v="MM" k="offset_unit"/>
       <prop v="255,255,255,255" k="outline_color"/>
       <prop v="solid" k="outline_style"/>
       <prop v="0.1" k="outline_width"/>
       <prop v="MM" k="outline_width_unit"/>
       <prop v="solid" k="style"/>
       <data_defined_properties>
        <Option type="Map">
         <Option value="" name="name" type="QString"/>
         <Option name="properties"/>
         <Option value="collection" name="type" type="QString"/>
        </Option>
       </data_defined_properties>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol name="2" type="line" clip_to_extent="1" alpha="1" force_rhr="0">
    <data_defined_properties>
     <Option type="Map">
      <Option value="" name="name" type="QString"/>
      <Option name="properties"/>
      <Option value="collection" name="type" type="QString"/>
     </Option>
    </data_defined_properties>
    <layer enabled="1" locked="0" class="ArrowLine" pass="0">
     <Option type="Map">
      <Option value="0.794219" name="arrow_start_width" type="QString"/>
      <Option value="MM" name="arrow_start_width_unit" type="QString"/>
      <Option value="3x:0,0,0,0,0,0" name="arrow_start_width_unit_scale" type="QString"/>
      <Option value="0" name="arrow_type" type="QString"/>
      <Option value="0.08" name="arrow_width" type="QString"/>
      <Option value="MM" name="arrow_width_unit" type="QString"/>
      <Option value="3x:0,0,0,0,0,0" name="arrow_width_unit_scale" type="QString"/>
      <Option value="0" name="head_length" type="QString"/>
      <Option value="MM" name="head_length_unit" type="QString"/>
      <Option value="3x:0,0,0,0,0,0" name="head_length_unit_scale" type="QString"/>
      <Option value="0" name="head_thickness" type="QString"/>
      <Option value="MM" name="head_thickness_unit" type="QString"/>
      <Option value="3x:0,0,0,0,0,0" name="head_thickness_unit_scale" type="QString"/>
      <Option value="0" name="head_type" type="QString"/>
      <Option value="1" name="is_curved" type="QString"/>
      <Option value="0" name="is_repeated" type="QString"/>
      <Option value="0" name="offset" type="QString"/>
      <Option value="MM" name="offset_unit" type="QString"/>
      <Option value="3x:0,0,0,0,0,0" name="offset_unit_scale" type="QString"/>
      <Option value="0" name="ring_filter" type="QString"/>
     </Option>
     <prop v="0.794219" k="arrow_start_width"/>
     <prop v="MM" k="arrow_start_width_unit"/>
     <prop v="3x:0,0,0,0,0,0" k="arrow_start_width_unit_scale"/>
     <prop v="0" k="arrow_type"/>
     <prop v="0.08" k="arrow_width"/>
     <prop v="MM" k="arrow_width_unit"/>
     <prop v="3x:0,0,0,0,0,0" k="arrow_width_unit_scale"/>
     <prop v="0" k="head_length"/>
     <prop v="MM" k="head_length_unit"/>
     <prop v="3x:0,0,0,0,0,0" k="head_length_unit_scale"/>
     <prop v="0" k="head_thickness"/>
     <prop v="MM" k="head_thickness_unit"/>
     <prop v="3x:0,0,0,0,0,0" k="head_thickness_unit_scale"/>
     <prop v="0" k="head_type"/>
     <prop v="1" k="is_curved"/>
     <prop v="0" k="is_repeated"/>
     <prop v="0" k="offset"/>
     <prop v="MM" k="offset_unit"/>
     <prop v="3x:0,0,0,0,0,0" k="offset_unit_scale"/>
     <prop v="0" k="ring_filter"/>
     <data_defined_properties>
      <Option type="Map">
       <Option value="" name="name" type="QString"/>
       <Option name="properties"/>
       <Option value="collection" name="type" type="QString"/>
      </Option>
     </data_defined_properties>
     <symbol name="@2@0" type="fill" clip_to_extent="1" alpha="1" force_rhr="0">
      <data_defined_properties>
       <Option type="Map">
        <Option value="" name="name" type="QString"/>
        <Option name="properties"/>
        <Option value="collection" name="type" type="QString"/>
       </Option>
      </data_defined_properties>
      <layer enabled="1" locked="0" class="SimpleFill" pass="0">
       <Option type="Map">
        <Option value="3x:0,0,0,0,0,0" name="border_width_map_unit_scale" type="QString"/>
        <Option value="31,90,166,255" name="color" type="QString"/>
        <Option value="bevel" name="joinstyle" type="QString"/>
        <Option value="0,0" name="offset" type="QString"/>
        <Option value="3x:0,0,0,0,0,0" name="offset_map_unit_scale" type="QString"/>
        <Option value="MM" name="offset_unit" type="QString"/>
        <Option value="255,255,255,255" name="outline_color" type="QString"/>
        <Option value="solid" name="outline_style" type="QString"/>
        <Option value="0.1" name="outline_width" type="QString"/>
        <Option value="MM" name="outline_width_unit" type="QString"/>
        <Option value="solid" name="style" type="QString"/>
       </Option>
       <prop v="3x:0,0,0,0,0,0" k="border_width_map_unit_scale"/>
       <prop v="31,90,166,255" k="color"/>
       <prop v="bevel" k="joinstyle"/>
       <prop v="0,0" k="offset"/>
       <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
       <prop v="MM" k="offset_unit"/>
       <prop v="255,255,255,255" k="outline_color"/>
       <prop v="solid" k="outline_style"/>
       <prop v="0.1" k="outline_width"/>
       <prop v="MM" k="outline_width_unit"/>
       <prop v="solid" k="style"/>
       <data_defined_properties>
        <Option type="Map">
         <Option value="" name="name" type="QString"/>
         <Option name="properties"/>
         <Option value="collection" name="type" type="QString"/>
        </Option>
       </data_defined_properties>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol name="3" type="line" clip_to_extent="1" alpha="1" force_rhr="0">
    <data_defined_properties>
     <Option type="Map">
      <Option value="" name="name" type="QString"/>
      <Option name="properties"/>
      <Option value="collection" name="type" type="QString"/>
     </Option>
    </data_defined_properties>
    <layer enabled="1" locked="0" class="GeometryGenerator" pass="0">
     <Option type="Map">
      <Option value="Line" name="SymbolType" type="QString"/>
      <Option value="with_variable('a', start_point($geometry), with_variable('z', end_point($geometry), make_line(@a, project(line_interpolate_point(make_line(@a, @z), distance(@a, @z) / 2), if($id is null, 0, 0.12) * distance(@a, @z), azimuth(@a, @z) + pi() / 2), @z)))" name="geometryModifier" type="QString"/>
      <Option value="MapUnit" name="units" type="QString"/>
     </Option>
     <prop v="Line" k="SymbolType"/>
     <prop v="with_variable('a', start_point($geometry), with_variable('z', end_point($geometry), make_line(@a, project(line_interpolate_point(make_line(@a, @z), distance(@a, @z) / 2), if($id is null, 0, 0.12) * distance(@a, @z), azimuth(@a, @z) + pi() / 2), @z)))" k="geometryModifier"/>
     <prop v="MapUnit" k="units"/>
     <data_defined_properties>
      <Option type="Map">
       <Option value="" name="name" type="QString"/>
       <Option name="properties"/>
       <Option value="collection" name="type" type="QString"/>
      </Option>
     </data_defined_properties>
     <symbol name="@3@0" type="line" clip_to_extent="1" alpha="1" force_rhr="0">
      <data_defined_properties>
       <Option type="Map">
        <Option value="" name="name" type="QString"/>
        <Option name="properties"/>
        <Option value="collection" name="type" type="QString"/>
       </Option>
      </data_defined_properties>
      <layer enabled="1" locked="0" class="ArrowLine" pass="0">
       <Option type="Map">
        <Option value="0.6" name="arrow_start_width" type="QString"/>
        <Option value="MM" name="arrow_start_width_unit" type="QString"/>
        <Option value="3x:0,0,0,0,0,0" name="arrow_start_width_unit_scale" type="QString"/>
        <Option value="0" name="arrow_type" type="QString"/>
        <Option value="0.6" name="arrow_width" type="QString"/>
        <Option value="MM" name="arrow_width_unit" type="QString"/>
        <Option value="3x:0,0,0,0,0,0" name="arrow_width_unit_scale" type="QString"/>
        <Option value="0" name="head_length" type="QString"/>
        <Option value="MM" name="head_length_unit" type="QString"/>
        <Option value="3x:0,0,0,0,0,0" name="head_length_unit_scale" type="QString"/>
        <Option value="0" name="head_thickness" type="QString"/>
        <Option value="MM" name="head_thickness_unit" type="QString"/>
        <Option value="3x:0,0,0,0,0,0" name="head_thickness_unit_scale" type="QString"/>
        <Option value="0" name="head_type" type="QString"/>
        <Option value="1" name="is_curved" type="QString"/>
        <Option value="0" name="is_repeated" type="QString"/>
        <Option value="0" name="offset" type="QString"/>
        <Option value="MM" name="offset_unit" type="QString"/>
        <Option value="3x:0,0,0,0,0,0" name="offset_unit_scale" type="QString"/>
        <Option value="0" name="ring_filter" type="QString"/>
       </Option>
       <prop v="0.6" k="arrow_start_width"/>
       <prop v="MM" k="arrow_start_width_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="arrow_start_width_unit_scale"/>
       <prop v="0" k="arrow_type"/>
       <prop v="0.6" k="arrow_width"/>
       <prop v="MM" k="arrow_width_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="arrow_width_unit_scale"/>
       <prop v="0" k="head_length"/>
       <prop v="MM" k="head_length_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="head_length_unit_scale"/>
       <prop v="0" k="head_thickness"/>
       <prop v="MM" k="head_thickness_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="head_thickness_unit_scale"/>
       <prop v="0" k="head_type"/>
       <prop v="1" k="is_curved"/>
       <prop v="0" k="is_repeated"/>
       <prop v="0" k="offset"/>
       <prop v="MM" k="offset_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="offset_unit_scale"/>
       <prop v="0" k="ring_filter"/>
       <data_defined_properties>
        <Option type="Map">
         <Option value="" name="name" type="QString"/>
         <Option name="properties" type="Map">
          <Option name="arrowStartWidth" type="Map">
           <Option value="true" name="active" type="bool"/>
           <Option value="if($id is null, 0.6, 0.14)" name="expression" type="QString"/>
           <Option value="3" name="type" type="int"/>
          </Option>
          <Option name="arrowWidth" type="Map">
           <Option value="true" name="active" type="bool"/>
           <Option value="if($id is null, 0.6, 0.14)" name="expression" type="QString"/>
           <Option value="3" name="type" type="int"/>
          </Option>
         </Option>
         <Option value="collection" name="type" type="QString"/>
        </Option>
       </data_defined_properties>
       <symbol name="@@3@0@0" type="fill" clip_to_extent="1" alpha="1" force_rhr="0">
        <data_defined_properties>
         <Option type="Map">
          <Option value="" name="name" type="QString"/>
          <Option name="properties"/>
          <Option value="collection" name="type" type="QString"/>
         </Option>
        </data_defined_properties>
        <layer enabled="1" locked="0" class="SimpleFill" pass="0">
         <Option type="Map">
          <Option value="3x:0,0,0,0,0,0" name="border_width_map_unit_scale" type="QString"/>
          <Option value="207,220,236,255" name="color" type="QString"/>
          <Option value="bevel" name="joinstyle" type="QString"/>
          <Option value="0,0" name="offset" type="QString"/>
          <Option value="3x:0,0,0,0,0,0" name="offset_map_unit_scale" type="QString"/>
          <Option value="MM" name="offset_unit" type="QString"/>
          <Option value="35,35,35,255" name="outline_color" type="QString"/>
          <Option value="no" name="outline_style" type="QString"/>
          <Option value="0.26" name="outline_width" type="QString"/>
          <Option value="MM" name="outline_width_unit" type="QString"/>
          <Option value="solid" name="style" type="QString"/>
         </Option>
         <prop v="3x:0,0,0,0,0,0" k="border_width_map_unit_scale"/>
         <prop v="207,220,236,255" k="color"/>
         <prop v="bevel" k="joinstyle"/>
         <prop v="0,0" k="offset"/>
         <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
         <prop v="MM" k="offset_unit"/>
         <prop v="35,35,35,255" k="outline_color"/>
         <prop v="no" k="outline_style"/>
         <prop v="0.26" k="outline_width"/>
         <prop v="MM" k="outline_width_unit"/>
         <prop v="solid" k="style"/>
         <data_defined_properties>
          <Option type="Map">
           <Option value="" name="name" type="QString"/>
           <Option name="properties"/>
           <Option value="collection" name="type" type="QString"/>
          </Option>
         </data_defined_properties>
        </layer>
       </symbol>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol name="4" type="line" clip_to_extent="1" alpha="1" force_rhr="0">
    <data_defined_properties>
     <Option type="Map">
      <Option value="" name="name" type="QString"/>
      <Option name="properties"/>
      <Option value="collection" name="type" type="QString"/>
     </Option>
    </data_defined_properties>
    <layer enabled="1" locked="0" class="GeometryGenerator" pass="0">
     <Option type="Map">
      <Option value="Line" name="SymbolType" type="QString"/>
      <Option value="with_variable('a', start_point($geometry), with_variable('z', end_point($geometry), make_line(@a, project(line_interpolate_point(make_line(@a, @z), distance(@a, @z) / 2), if($id is null, 0, 0.12) * distance(@a, @z), azimuth(@a, @z) + pi() / 2), @z)))" name="geometryModifier" type="QString"/>
      <Option value="MapUnit" name="units" type="QString"/>
     </Option>
     <prop v="Line" k="SymbolType"/>
     <prop v="with_variable('a', start_point($geometry), with_variable('z', end_point($geometry), make_line(@a, project(line_interpolate_point(make_line(@a, @z), distance(@a, @z) / 2), if($id is null, 0, 0.12) * distance(@a, @z), azimuth(@a, @z) + pi() / 2), @z)))" k="geometryModifier"/>
     <prop v="MapUnit" k="units"/>
     <data_defined_properties>
      <Option type="Map">
       <Option value="" name="name" type="QString"/>
       <Option name="properties"/>
       <Option value="collection" name="type" type="QString"/>
      </Option>
     </data_defined_properties>
     <symbol name="@4@0" type="line" clip_to_extent="1" alpha="1" force_rhr="0">
      <data_defined_properties>
       <Option type="Map">
        <Option value="" name="name" type="QString"/>
        <Option name="properties"/>
        <Option value="collection" name="type" type="QString"/>
       </Option>
      </data_defined_properties>
      <layer enabled="1" locked="0" class="ArrowLine" pass="0">
       <Option type="Map">
        <Option value="0.6" name="arrow_start_width" type="QString"/>
        <Option value="MM" name="arrow_start_width_unit" type="QString"/>
        <Option value="3x:0,0,0,0,0,0" name="arrow_start_width_unit_scale" type="QString"/>
        <Option value="0" name="arrow_type" type="QString"/>
        <Option value="0.6" name="arrow_width" type="QString"/>
        <Option value="MM" name="arrow_width_unit" type="QString"/>
        <Option value="3x:0,0,0,0,0,0" name="arrow_width_unit_scale" type="QString"/>
        <Option value="0" name="head_length" type="QString"/>
        <Option value="MM" name="head_length_unit" type="QString"/>
        <Option value="3x:0,0,0,0,0,0" name="head_length_unit_scale" type="QString"/>
        <Option value="0" name="head_thickness" type="QString"/>
        <Option value="MM" name="head_thickness_unit" type="QString"/>
        <Option value="3x:0,0,0,0,0,0" name="head_thickness_unit_scale" type="QString"/>
        <Option value="0" name="head_type" type="QString"/>
        <Option value="1" name="is_curved" type="QString"/>
        <Option value="0" name="is_repeated" type="QString"/>
        <Option value="0" name="offset" type="QString"/>
        <Option value="MM" name="offset_unit" type="QString"/>
        <Option value="3x:0,0,0,0,0,0" name="offset_unit_scale" type="QString"/>
        <Option value="0" name="ring_filter" type="QString"/>
       </Option>
       <prop v="0.6" k="arrow_start_width"/>
       <prop v="MM" k="arrow_start_width_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="arrow_start_width_unit_scale"/>
       <prop v="0" k="arrow_type"/>
       <prop v="0.6" k="arrow_width"/>
       <prop v="MM" k="arrow_width_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="arrow_width_unit_scale"/>
       <prop v="0" k="head_length"/>
       <prop v="MM" k="head_length_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="head_length_unit_scale"/>
       <prop v="0" k="head_thickness"/>
       <prop v="MM" k="head_thickness_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="head_thickness_unit_scale"/>
       <prop v="0" k="head_type"/>
       <prop v="1" k="is_curved"/>
       <prop v="0" k="is_repeated"/>
       <prop v="0" k="offset"/>
       <prop v="MM" k="offset_unit"/>
       <prop v="3x:0,0,0,0,0,0" k="offset_unit_scale"/>
       <prop v="0" k="ring_filter"/>
       <data_defined_properties>
        <Option type="Map">
         <Option value="" name="name" type="QString"/>
         <Option name="properties" type="Map">
          <Option name="arrowStartWidth" type="Map">
           <Option value="true" name="active" type="bool"/>
           <Option value="if($id is null, 0.6, 0.14)" name="expression" type="QString"/>
           <Option value="3" name="type" type="int"/>
          </Option>
          <Option name="arrowWidth" type="Map">
           <Option value="true" name="active" type="bool"/>
           <Option value="if($id is null, 0.6, 0.14)" name="expression" type="QString"/>
           <Option value="3" name="type" type="int"/>
          </Option>
         </Option>
         <Option value="collection" name="type" type="QString"/>
        </Option>
       </data_defined_properties>
       <symbol name="@@4@0@0" type="fill" clip_to_extent="1" alpha="1" force_rhr="0">
        <data_defined_properties>
         <Option type="Map">
          <Option value="" name="name" type="QString"/>
          <Option name="properties"/>
          <Option value="collection" name="type" type="QString"/>
         </Option>
        </data_defined_properties>
        <layer enabled="1" locked="0" class="SimpleFill" pass="0">
         <Option type="Map">
          <Option value="3x:0,0,0,0,0,0" name="border_width_map_unit_scale" type="QString"/>
          <Option value="207,220,236,255" name="color" type="QString"/>
          <Option value="bevel" name="joinstyle" type="QString"/>
          <Option value="0,0" name="offset" type="QString"/>
          <Option value="3x:0,0,0,0,0,0" name="offset_map_unit_scale" type="QString"/>
          <Option value="MM" name="offset_unit" type="QString"/>
          <Option value="35,35,35,255" name="outline_color" type="QString"/>
          <Option value="no" name="outline_style" type="QString"/>
          <Option value="0.26" name="outline_width" type="QString"/>
          <Option value="MM" name="outline_width_unit" type="QString"/>
          <Option value="solid" name="style" type="QString"/>
         </Option>
         <prop v="3x:0,0,0,0,0,0" k="border_width_map_unit_scale"/>
         <prop v="207,220,236,255" k="color"/>
         <prop v="bevel" k="joinstyle"/>
         <prop v="0,0" k="offset"/>
         <prop v="3x:0,0,0,0,0,0" k="offset_map_unit_scale"/>
         <prop v="MM" k="offset_unit"/>
         <prop v="35,35,35,255" k="outline_color"/>
         <prop v="no" k="outline_style"/>
         <prop v="0.26" k="outline_width"/>
         <prop v="MM" k="outline_width_unit"/>
         <prop v="solid" k="style"/>
         <data_defined_properties>
          <Option type="Map">
           <Option value="" name="name" type="QString"/>
           <Option name="properties"/>
           <Option value="collection" name="type" type="QString"/>
          </Option>
         </data_defined_properties>
        </layer>
       </symbol>
      </layer>
     </symbol>
    </layer>
   </symbol>
  </symbols>
  <orderby>
   <orderByClause asc="1" nullsFirst="0">"flow"</orderByClause>
  </orderby>
 </renderer-v2>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerGeometryType>1</layerGeometryType>
</qgis>
