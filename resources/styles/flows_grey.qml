<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Symbology">
 <renderer-v2 referencescale="-1" forceraster="0" symbollevels="0" enableorderby="1" type="RuleRenderer">
  <rules key="{84f40b33-1195-4b55-9db0-80818231d0c3}">
   <rule key="{cdc60de3-7dcb-4fd9-aa6e-14d174de83d0}" filter="(&quot;cum&quot; &lt;= 0.5 OR &quot;rank&quot; = 1)" label="Largest links, half of the flow" symbol="0"/>
   <rule key="{20b7e914-5732-456c-bf83-9ad15ab22943}" filter="false" label="Width: the largest flow" symbol="1"/>
   <rule key="{601fc9d0-8fe4-410f-932b-5997f8026b70}" filter="false" label="Width: a quarter of it" symbol="2"/>
   <rule key="{81bc5084-9687-40a3-9442-b346b8faada9}" filter="&quot;cum&quot; > 0.5 AND &quot;cum&quot; &lt;= 0.8 AND &quot;rank&quot; > 1" label="Further links, up to 80 % of the flow" symbol="3"/>
   <rule key="{43215853-abd3-4a9c-9b4c-29e898607544}" checkstate="0" filter="&quot;cum&quot; > 0.8 AND &quot;rank&quot; > 1" label="Smaller links, 20 % of the flow" symbol="4"/>
  </rules>
  <symbols>
   <symbol alpha="1" force_rhr="0" type="line" clip_to_extent="1" name="0">
    <data_defined_properties>
     <Option type="Map">
      <Option value="" type="QString" name="name"/>
      <Option name="properties"/>
      <Option value="collection" type="QString" name="type"/>
     </Option>
    </data_defined_properties>
    <layer class="GeometryGenerator" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option value="Line" type="QString" name="SymbolType"/>
      <Option value="with_variable('a', start_point($geometry), with_variable('z', end_point($geometry), make_line(@a, project(line_interpolate_point(make_line(@a, @z), distance(@a, @z) / 2), if($id is null, 0, 0.12) * distance(@a, @z), azimuth(@a, @z) + pi() / 2), @z)))" type="QString" name="geometryModifier"/>
      <Option value="MapUnit" type="QString" name="units"/>
     </Option>
     <prop k="SymbolType" v="Line"/>
     <prop k="geometryModifier" v="with_variable('a', start_point($geometry), with_variable('z', end_point($geometry), make_line(@a, project(line_interpolate_point(make_line(@a, @z), distance(@a, @z) / 2), if($id is null, 0, 0.12) * distance(@a, @z), azimuth(@a, @z) + pi() / 2), @z)))"/>
     <prop k="units" v="MapUnit"/>
     <data_defined_properties>
      <Option type="Map">
       <Option value="" type="QString" name="name"/>
       <Option name="properties"/>
       <Option value="collection" type="QString" name="type"/>
      </Option>
     </data_defined_properties>
     <symbol alpha="1" force_rhr="0" type="line" clip_to_extent="1" name="@0@0">
      <data_defined_properties>
       <Option type="Map">
        <Option value="" type="QString" name="name"/>
        <Option name="properties"/>
        <Option value="collection" type="QString" name="type"/>
       </Option>
      </data_defined_properties>
      <layer class="ArrowLine" locked="0" pass="0" enabled="1">
       <Option type="Map">
        <Option value="1.325" type="QString" name="arrow_start_width"/>
        <Option value="MM" type="QString" name="arrow_start_width_unit"/>
        <Option value="3x:0,0,0,0,0,0" type="QString" name="arrow_start_width_unit_scale"/>
        <Option value="0" type="QString" name="arrow_type"/>
        <Option value="0.08" type="QString" name="arrow_width"/>
        <Option value="MM" type="QString" name="arrow_width_unit"/>
        <Option value="3x:0,0,0,0,0,0" type="QString" name="arrow_width_unit_scale"/>
        <Option value="0" type="QString" name="head_length"/>
        <Option value="MM" type="QString" name="head_length_unit"/>
        <Option value="3x:0,0,0,0,0,0" type="QString" name="head_length_unit_scale"/>
        <Option value="0" type="QString" name="head_thickness"/>
        <Option value="MM" type="QString" name="head_thickness_unit"/>
        <Option value="3x:0,0,0,0,0,0" type="QString" name="head_thickness_unit_scale"/>
        <Option value="0" type="QString" name="head_type"/>
        <Option value="1" type="QString" name="is_curved"/>
        <Option value="0" type="QString" name="is_repeated"/>
        <Option value="0" type="QString" name="offset"/>
        <Option value="MM" type="QString" name="offset_unit"/>
        <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_unit_scale"/>
        <Option value="0" type="QString" name="ring_filter"/>
       </Option>
       <prop k="arrow_start_width" v="1.325"/>
       <prop k="arrow_start_width_unit" v="MM"/>
       <prop k="arrow_start_width_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="arrow_type" v="0"/>
       <prop k="arrow_width" v="0.08"/>
       <prop k="arrow_width_unit" v="MM"/>
       <prop k="arrow_width_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="head_length" v="0"/>
       <prop k="head_length_unit" v="MM"/>
       <prop k="head_length_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="head_thickness" v="0"/>
       <prop k="head_thickness_unit" v="MM"/>
       <prop k="head_thickness_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="head_type" v="0"/>
       <prop k="is_curved" v="1"/>
       <prop k="is_repeated" v="0"/>
       <prop k="offset" v="0"/>
       <prop k="offset_unit" v="MM"/>
       <prop k="offset_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="ring_filter" v="0"/>
       <data_defined_properties>
        <Option type="Map">
         <Option value="" type="QString" name="name"/>
         <Option type="Map" name="properties">
          <Option type="Map" name="arrowStartWidth">
           <Option value="true" type="bool" name="active"/>
           <Option value="0.25 + 2.15 * &quot;flow&quot; / maximum(&quot;flow&quot;, filter:=&quot;rank&quot; > 0)" type="QString" name="expression"/>
           <Option value="3" type="int" name="type"/>
          </Option>
         </Option>
         <Option value="collection" type="QString" name="type"/>
        </Option>
       </data_defined_properties>
       <symbol alpha="1" force_rhr="0" type="fill" clip_to_extent="1" name="@@0@0@0">
        <data_defined_properties>
         <Option type="Map">
          <Option value="" type="QString" name="name"/>
          <Option name="properties"/>
          <Option value="collection" type="QString" name="type"/>
         </Option>
        </data_defined_properties>
        <layer class="SimpleFill" locked="0" pass="0" enabled="1">
         <Option type="Map">
          <Option value="3x:0,0,0,0,0,0" type="QString" name="border_width_map_unit_scale"/>
          <Option value="64,64,64,255" type="QString" name="color"/>
          <Option value="bevel" type="QString" name="joinstyle"/>
          <Option value="0,0" type="QString" name="offset"/>
          <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_map_unit_scale"/>
          <Option value="MM" type="QString" name="offset_unit"/>
          <Option value="255,255,255,255" type="QString" name="outline_color"/>
          <Option value="solid" type="QString" name="outline_style"/>
          <Option value="0.1" type="QString" name="outline_width"/>
          <Option value="MM" type="QString" name="outline_width_unit"/>
          <Option value="solid" type="QString" name="style"/>
         </Option>
         <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
         <prop k="color" v="64,64,64,255"/>
         <prop k="joinstyle" v="bevel"/>
         <prop k="offset" v="0,0"/>
         <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
         <prop k="offset_unit" v="MM"/>
         <prop k="outline_color" v="255,255,255,255"/>
         <prop k="outline_style" v="solid"/>
         <prop k="outline_width" v="0.1"/>
         <prop k="outline_width_unit" v="MM"/>
         <prop k="style" v="solid"/>
         <data_defined_properties>
          <Option type="Map">
           <Option value="" type="QString" name="name"/>
           <Option name="properties"/>
           <Option value="collection" type="QString" name="type"/>
          </Option>
         </data_defined_properties>
        </layer>
       </symbol>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol alpha="1" force_rhr="0" type="line" clip_to_extent="1" name="1">
    <data_defined_properties>
     <Option type="Map">
      <Option value="" type="QString" name="name"/>
      <Option name="properties"/>
      <Option value="collection" type="QString" name="type"/>
     </Option>
    </data_defined_properties>
    <layer class="ArrowLine" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option value="2.4" type="QString" name="arrow_start_width"/>
      <Option value="MM" type="QString" name="arrow_start_width_unit"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="arrow_start_width_unit_scale"/>
      <Option value="0" type="QString" name="arrow_type"/>
      <Option value="0.08" type="QString" name="arrow_width"/>
      <Option value="MM" type="QString" name="arrow_width_unit"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="arrow_width_unit_scale"/>
      <Option value="0" type="QString" name="head_length"/>
      <Option value="MM" type="QString" name="head_length_unit"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="head_length_unit_scale"/>
      <Option value="0" type="QString" name="head_thickness"/>
      <Option value="MM" type="QString" name="head_thickness_unit"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="head_thickness_unit_scale"/>
      <Option value="0" type="QString" name="head_type"/>
      <Option value="1" type="QString" name="is_curved"/>
      <Option value="0" type="QString" name="is_repeated"/>
      <Option value="0" type="QString" name="offset"/>
      <Option value="MM" type="QString" name="offset_unit"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_unit_scale"/>
      <Option value="0" type="QString" name="ring_filter"/>
     </Option>
     <prop k="arrow_start_width" v="2.4"/>
     <prop k="arrow_start_width_unit" v="MM"/>
     <prop k="arrow_start_width_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="arrow_type" v="0"/>
     <prop k="arrow_width" v="0.08"/>
     <prop k="arrow_width_unit" v="MM"/>
     <prop k="arrow_width_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="head_length" v="0"/>
     <prop k="head_length_unit" v="MM"/>
     <prop k="head_length_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="head_thickness" v="0"/>
     <prop k="head_thickness_unit" v="MM"/>
     <prop k="head_thickness_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="head_type" v="0"/>
     <prop k="is_curved" v="1"/>
     <prop k="is_repeated" v="0"/>
     <prop k="offset" v="0"/>
     <prop k="offset_unit" v="MM"/>
     <prop k="offset_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="ring_filter" v="0"/>
     <data_defined_properties>
      <Option type="Map">
       <Option value="" type="QString" name="name"/>
       <Option name="properties"/>
       <Option value="collection" type="QString" name="type"/>
      </Option>
     </data_defined_properties>
     <symbol alpha="1" force_rhr="0" type="fill" clip_to_extent="1" name="@1@0">
      <data_defined_properties>
       <Option type="Map">
        <Option value="" type="QString" name="name"/>
        <Option name="properties"/>
        <Option value="collection" type="QString" name="type"/>
       </Option>
      </data_defined_properties>
      <layer class="SimpleFill" locked="0" pass="0" enabled="1">
       <Option type="Map">
        <Option value="3x:0,0,0,0,0,0" type="QString" name="border_width_map_unit_scale"/>
        <Option value="64,64,64,255" type="QString" name="color"/>
        <Option value="bevel" type="QString" name="joinstyle"/>
        <Option value="0,0" type="QString" name="offset"/>
        <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_map_unit_scale"/>
        <Option value="MM" type="QString" name="offset_unit"/>
        <Option value="255,255,255,255" type="QString" name="outline_color"/>
        <Option value="solid" type="QString" name="outline_style"/>
        <Option value="0.1" type="QString" name="outline_width"/>
        <Option value="MM" type="QString" name="outline_width_unit"/>
        <Option value="solid" type="QString" name="style"/>
       </Option>
       <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="color" v="64,64,64,255"/>
       <prop k="joinstyle" v="bevel"/>
       <prop k="offset" v="0,0"/>
       <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="offset_unit" v="MM"/>
       <prop k="outline_color" v="255,255,255,255"/>
       <prop k="outline_style" v="solid"/>
       <prop k="outline_width" v="0.1"/>
       <prop k="outline_width_unit" v="MM"/>
       <prop k="style" v="solid"/>
       <data_defined_properties>
        <Option type="Map">
         <Option value="" type="QString" name="name"/>
         <Option name="properties"/>
         <Option value="collection" type="QString" name="type"/>
        </Option>
       </data_defined_properties>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol alpha="1" force_rhr="0" type="line" clip_to_extent="1" name="2">
    <data_defined_properties>
     <Option type="Map">
      <Option value="" type="QString" name="name"/>
      <Option name="properties"/>
      <Option value="collection" type="QString" name="type"/>
     </Option>
    </data_defined_properties>
    <layer class="ArrowLine" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option value="0.794219" type="QString" name="arrow_start_width"/>
      <Option value="MM" type="QString" name="arrow_start_width_unit"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="arrow_start_width_unit_scale"/>
      <Option value="0" type="QString" name="arrow_type"/>
      <Option value="0.08" type="QString" name="arrow_width"/>
      <Option value="MM" type="QString" name="arrow_width_unit"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="arrow_width_unit_scale"/>
      <Option value="0" type="QString" name="head_length"/>
      <Option value="MM" type="QString" name="head_length_unit"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="head_length_unit_scale"/>
      <Option value="0" type="QString" name="head_thickness"/>
      <Option value="MM" type="QString" name="head_thickness_unit"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="head_thickness_unit_scale"/>
      <Option value="0" type="QString" name="head_type"/>
      <Option value="1" type="QString" name="is_curved"/>
      <Option value="0" type="QString" name="is_repeated"/>
      <Option value="0" type="QString" name="offset"/>
      <Option value="MM" type="QString" name="offset_unit"/>
      <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_unit_scale"/>
      <Option value="0" type="QString" name="ring_filter"/>
     </Option>
     <prop k="arrow_start_width" v="0.794219"/>
     <prop k="arrow_start_width_unit" v="MM"/>
     <prop k="arrow_start_width_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="arrow_type" v="0"/>
     <prop k="arrow_width" v="0.08"/>
     <prop k="arrow_width_unit" v="MM"/>
     <prop k="arrow_width_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="head_length" v="0"/>
     <prop k="head_length_unit" v="MM"/>
     <prop k="head_length_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="head_thickness" v="0"/>
     <prop k="head_thickness_unit" v="MM"/>
     <prop k="head_thickness_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="head_type" v="0"/>
     <prop k="is_curved" v="1"/>
     <prop k="is_repeated" v="0"/>
     <prop k="offset" v="0"/>
     <prop k="offset_unit" v="MM"/>
     <prop k="offset_unit_scale" v="3x:0,0,0,0,0,0"/>
     <prop k="ring_filter" v="0"/>
     <data_defined_properties>
      <Option type="Map">
       <Option value="" type="QString" name="name"/>
       <Option name="properties"/>
       <Option value="collection" type="QString" name="type"/>
      </Option>
     </data_defined_properties>
     <symbol alpha="1" force_rhr="0" type="fill" clip_to_extent="1" name="@2@0">
      <data_defined_properties>
       <Option type="Map">
        <Option value="" type="QString" name="name"/>
        <Option name="properties"/>
        <Option value="collection" type="QString" name="type"/>
       </Option>
      </data_defined_properties>
      <layer class="SimpleFill" locked="0" pass="0" enabled="1">
       <Option type="Map">
        <Option value="3x:0,0,0,0,0,0" type="QString" name="border_width_map_unit_scale"/>
        <Option value="64,64,64,255" type="QString" name="color"/>
        <Option value="bevel" type="QString" name="joinstyle"/>
        <Option value="0,0" type="QString" name="offset"/>
        <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_map_unit_scale"/>
        <Option value="MM" type="QString" name="offset_unit"/>
        <Option value="255,255,255,255" type="QString" name="outline_color"/>
        <Option value="solid" type="QString" name="outline_style"/>
        <Option value="0.1" type="QString" name="outline_width"/>
        <Option value="MM" type="QString" name="outline_width_unit"/>
        <Option value="solid" type="QString" name="style"/>
       </Option>
       <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="color" v="64,64,64,255"/>
       <prop k="joinstyle" v="bevel"/>
       <prop k="offset" v="0,0"/>
       <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="offset_unit" v="MM"/>
       <prop k="outline_color" v="255,255,255,255"/>
       <prop k="outline_style" v="solid"/>
       <prop k="outline_width" v="0.1"/>
       <prop k="outline_width_unit" v="MM"/>
       <prop k="style" v="solid"/>
       <data_defined_properties>
        <Option type="Map">
         <Option value="" type="QString" name="name"/>
         <Option name="properties"/>
         <Option value="collection" type="QString" name="type"/>
        </Option>
       </data_defined_properties>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol alpha="1" force_rhr="0" type="line" clip_to_extent="1" name="3">
    <data_defined_properties>
     <Option type="Map">
      <Option value="" type="QString" name="name"/>
      <Option name="properties"/>
      <Option value="collection" type="QString" name="type"/>
     </Option>
    </data_defined_properties>
    <layer class="GeometryGenerator" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option value="Line" type="QString" name="SymbolType"/>
      <Option value="with_variable('a', start_point($geometry), with_variable('z', end_point($geometry), make_line(@a, project(line_interpolate_point(make_line(@a, @z), distance(@a, @z) / 2), if($id is null, 0, 0.12) * distance(@a, @z), azimuth(@a, @z) + pi() / 2), @z)))" type="QString" name="geometryModifier"/>
      <Option value="MapUnit" type="QString" name="units"/>
     </Option>
     <prop k="SymbolType" v="Line"/>
     <prop k="geometryModifier" v="with_variable('a', start_point($geometry), with_variable('z', end_point($geometry), make_line(@a, project(line_interpolate_point(make_line(@a, @z), distance(@a, @z) / 2), if($id is null, 0, 0.12) * distance(@a, @z), azimuth(@a, @z) + pi() / 2), @z)))"/>
     <prop k="units" v="MapUnit"/>
     <data_defined_properties>
      <Option type="Map">
       <Option value="" type="QString" name="name"/>
       <Option name="properties"/>
       <Option value="collection" type="QString" name="type"/>
      </Option>
     </data_defined_properties>
     <symbol alpha="1" force_rhr="0" type="line" clip_to_extent="1" name="@3@0">
      <data_defined_properties>
       <Option type="Map">
        <Option value="" type="QString" name="name"/>
        <Option name="properties"/>
        <Option value="collection" type="QString" name="type"/>
       </Option>
      </data_defined_properties>
      <layer class="ArrowLine" locked="0" pass="0" enabled="1">
       <Option type="Map">
        <Option value="0.6" type="QString" name="arrow_start_width"/>
        <Option value="MM" type="QString" name="arrow_start_width_unit"/>
        <Option value="3x:0,0,0,0,0,0" type="QString" name="arrow_start_width_unit_scale"/>
        <Option value="0" type="QString" name="arrow_type"/>
        <Option value="0.6" type="QString" name="arrow_width"/>
        <Option value="MM" type="QString" name="arrow_width_unit"/>
        <Option value="3x:0,0,0,0,0,0" type="QString" name="arrow_width_unit_scale"/>
        <Option value="0" type="QString" name="head_length"/>
        <Option value="MM" type="QString" name="head_length_unit"/>
        <Option value="3x:0,0,0,0,0,0" type="QString" name="head_length_unit_scale"/>
        <Option value="0" type="QString" name="head_thickness"/>
        <Option value="MM" type="QString" name="head_thickness_unit"/>
        <Option value="3x:0,0,0,0,0,0" type="QString" name="head_thickness_unit_scale"/>
        <Option value="0" type="QString" name="head_type"/>
        <Option value="1" type="QString" name="is_curved"/>
        <Option value="0" type="QString" name="is_repeated"/>
        <Option value="0" type="QString" name="offset"/>
        <Option value="MM" type="QString" name="offset_unit"/>
        <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_unit_scale"/>
        <Option value="0" type="QString" name="ring_filter"/>
       </Option>
       <prop k="arrow_start_width" v="0.6"/>
       <prop k="arrow_start_width_unit" v="MM"/>
       <prop k="arrow_start_width_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="arrow_type" v="0"/>
       <prop k="arrow_width" v="0.6"/>
       <prop k="arrow_width_unit" v="MM"/>
       <prop k="arrow_width_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="head_length" v="0"/>
       <prop k="head_length_unit" v="MM"/>
       <prop k="head_length_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="head_thickness" v="0"/>
       <prop k="head_thickness_unit" v="MM"/>
       <prop k="head_thickness_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="head_type" v="0"/>
       <prop k="is_curved" v="1"/>
       <prop k="is_repeated" v="0"/>
       <prop k="offset" v="0"/>
       <prop k="offset_unit" v="MM"/>
       <prop k="offset_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="ring_filter" v="0"/>
       <data_defined_properties>
        <Option type="Map">
         <Option value="" type="QString" name="name"/>
         <Option type="Map" name="properties">
          <Option type="Map" name="arrowStartWidth">
           <Option value="true" type="bool" name="active"/>
           <Option value="if($id is null, 0.6, 0.14)" type="QString" name="expression"/>
           <Option value="3" type="int" name="type"/>
          </Option>
          <Option type="Map" name="arrowWidth">
           <Option value="true" type="bool" name="active"/>
           <Option value="if($id is null, 0.6, 0.14)" type="QString" name="expression"/>
           <Option value="3" type="int" name="type"/>
          </Option>
         </Option>
         <Option value="collection" type="QString" name="type"/>
        </Option>
       </data_defined_properties>
       <symbol alpha="1" force_rhr="0" type="fill" clip_to_extent="1" name="@@3@0@0">
        <data_defined_properties>
         <Option type="Map">
          <Option value="" type="QString" name="name"/>
          <Option name="properties"/>
          <Option value="collection" type="QString" name="type"/>
         </Option>
        </data_defined_properties>
        <layer class="SimpleFill" locked="0" pass="0" enabled="1">
         <Option type="Map">
          <Option value="3x:0,0,0,0,0,0" type="QString" name="border_width_map_unit_scale"/>
          <Option value="217,217,217,255" type="QString" name="color"/>
          <Option value="bevel" type="QString" name="joinstyle"/>
          <Option value="0,0" type="QString" name="offset"/>
          <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_map_unit_scale"/>
          <Option value="MM" type="QString" name="offset_unit"/>
          <Option value="35,35,35,255" type="QString" name="outline_color"/>
          <Option value="no" type="QString" name="outline_style"/>
          <Option value="0.26" type="QString" name="outline_width"/>
          <Option value="MM" type="QString" name="outline_width_unit"/>
          <Option value="solid" type="QString" name="style"/>
         </Option>
         <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
         <prop k="color" v="217,217,217,255"/>
         <prop k="joinstyle" v="bevel"/>
         <prop k="offset" v="0,0"/>
         <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
         <prop k="offset_unit" v="MM"/>
         <prop k="outline_color" v="35,35,35,255"/>
         <prop k="outline_style" v="no"/>
         <prop k="outline_width" v="0.26"/>
         <prop k="outline_width_unit" v="MM"/>
         <prop k="style" v="solid"/>
         <data_defined_properties>
          <Option type="Map">
           <Option value="" type="QString" name="name"/>
           <Option name="properties"/>
           <Option value="collection" type="QString" name="type"/>
          </Option>
         </data_defined_properties>
        </layer>
       </symbol>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol alpha="1" force_rhr="0" type="line" clip_to_extent="1" name="4">
    <data_defined_properties>
     <Option type="Map">
      <Option value="" type="QString" name="name"/>
      <Option name="properties"/>
      <Option value="collection" type="QString" name="type"/>
     </Option>
    </data_defined_properties>
    <layer class="GeometryGenerator" locked="0" pass="0" enabled="1">
     <Option type="Map">
      <Option value="Line" type="QString" name="SymbolType"/>
      <Option value="with_variable('a', start_point($geometry), with_variable('z', end_point($geometry), make_line(@a, project(line_interpolate_point(make_line(@a, @z), distance(@a, @z) / 2), if($id is null, 0, 0.12) * distance(@a, @z), azimuth(@a, @z) + pi() / 2), @z)))" type="QString" name="geometryModifier"/>
      <Option value="MapUnit" type="QString" name="units"/>
     </Option>
     <prop k="SymbolType" v="Line"/>
     <prop k="geometryModifier" v="with_variable('a', start_point($geometry), with_variable('z', end_point($geometry), make_line(@a, project(line_interpolate_point(make_line(@a, @z), distance(@a, @z) / 2), if($id is null, 0, 0.12) * distance(@a, @z), azimuth(@a, @z) + pi() / 2), @z)))"/>
     <prop k="units" v="MapUnit"/>
     <data_defined_properties>
      <Option type="Map">
       <Option value="" type="QString" name="name"/>
       <Option name="properties"/>
       <Option value="collection" type="QString" name="type"/>
      </Option>
     </data_defined_properties>
     <symbol alpha="1" force_rhr="0" type="line" clip_to_extent="1" name="@4@0">
      <data_defined_properties>
       <Option type="Map">
        <Option value="" type="QString" name="name"/>
        <Option name="properties"/>
        <Option value="collection" type="QString" name="type"/>
       </Option>
      </data_defined_properties>
      <layer class="ArrowLine" locked="0" pass="0" enabled="1">
       <Option type="Map">
        <Option value="0.6" type="QString" name="arrow_start_width"/>
        <Option value="MM" type="QString" name="arrow_start_width_unit"/>
        <Option value="3x:0,0,0,0,0,0" type="QString" name="arrow_start_width_unit_scale"/>
        <Option value="0" type="QString" name="arrow_type"/>
        <Option value="0.6" type="QString" name="arrow_width"/>
        <Option value="MM" type="QString" name="arrow_width_unit"/>
        <Option value="3x:0,0,0,0,0,0" type="QString" name="arrow_width_unit_scale"/>
        <Option value="0" type="QString" name="head_length"/>
        <Option value="MM" type="QString" name="head_length_unit"/>
        <Option value="3x:0,0,0,0,0,0" type="QString" name="head_length_unit_scale"/>
        <Option value="0" type="QString" name="head_thickness"/>
        <Option value="MM" type="QString" name="head_thickness_unit"/>
        <Option value="3x:0,0,0,0,0,0" type="QString" name="head_thickness_unit_scale"/>
        <Option value="0" type="QString" name="head_type"/>
        <Option value="1" type="QString" name="is_curved"/>
        <Option value="0" type="QString" name="is_repeated"/>
        <Option value="0" type="QString" name="offset"/>
        <Option value="MM" type="QString" name="offset_unit"/>
        <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_unit_scale"/>
        <Option value="0" type="QString" name="ring_filter"/>
       </Option>
       <prop k="arrow_start_width" v="0.6"/>
       <prop k="arrow_start_width_unit" v="MM"/>
       <prop k="arrow_start_width_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="arrow_type" v="0"/>
       <prop k="arrow_width" v="0.6"/>
       <prop k="arrow_width_unit" v="MM"/>
       <prop k="arrow_width_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="head_length" v="0"/>
       <prop k="head_length_unit" v="MM"/>
       <prop k="head_length_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="head_thickness" v="0"/>
       <prop k="head_thickness_unit" v="MM"/>
       <prop k="head_thickness_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="head_type" v="0"/>
       <prop k="is_curved" v="1"/>
       <prop k="is_repeated" v="0"/>
       <prop k="offset" v="0"/>
       <prop k="offset_unit" v="MM"/>
       <prop k="offset_unit_scale" v="3x:0,0,0,0,0,0"/>
       <prop k="ring_filter" v="0"/>
       <data_defined_properties>
        <Option type="Map">
         <Option value="" type="QString" name="name"/>
         <Option type="Map" name="properties">
          <Option type="Map" name="arrowStartWidth">
           <Option value="true" type="bool" name="active"/>
           <Option value="if($id is null, 0.6, 0.14)" type="QString" name="expression"/>
           <Option value="3" type="int" name="type"/>
          </Option>
          <Option type="Map" name="arrowWidth">
           <Option value="true" type="bool" name="active"/>
           <Option value="if($id is null, 0.6, 0.14)" type="QString" name="expression"/>
           <Option value="3" type="int" name="type"/>
          </Option>
         </Option>
         <Option value="collection" type="QString" name="type"/>
        </Option>
       </data_defined_properties>
       <symbol alpha="1" force_rhr="0" type="fill" clip_to_extent="1" name="@@4@0@0">
        <data_defined_properties>
         <Option type="Map">
          <Option value="" type="QString" name="name"/>
          <Option name="properties"/>
          <Option value="collection" type="QString" name="type"/>
         </Option>
        </data_defined_properties>
        <layer class="SimpleFill" locked="0" pass="0" enabled="1">
         <Option type="Map">
          <Option value="3x:0,0,0,0,0,0" type="QString" name="border_width_map_unit_scale"/>
          <Option value="217,217,217,255" type="QString" name="color"/>
          <Option value="bevel" type="QString" name="joinstyle"/>
          <Option value="0,0" type="QString" name="offset"/>
          <Option value="3x:0,0,0,0,0,0" type="QString" name="offset_map_unit_scale"/>
          <Option value="MM" type="QString" name="offset_unit"/>
          <Option value="35,35,35,255" type="QString" name="outline_color"/>
          <Option value="no" type="QString" name="outline_style"/>
          <Option value="0.26" type="QString" name="outline_width"/>
          <Option value="MM" type="QString" name="outline_width_unit"/>
          <Option value="solid" type="QString" name="style"/>
         </Option>
         <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
         <prop k="color" v="217,217,217,255"/>
         <prop k="joinstyle" v="bevel"/>
         <prop k="offset" v="0,0"/>
         <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
         <prop k="offset_unit" v="MM"/>
         <prop k="outline_color" v="35,35,35,255"/>
         <prop k="outline_style" v="no"/>
         <prop k="outline_width" v="0.26"/>
         <prop k="outline_width_unit" v="MM"/>
         <prop k="style" v="solid"/>
         <data_defined_properties>
          <Option type="Map">
           <Option value="" type="QString" name="name"/>
           <Option name="properties"/>
           <Option value="collection" type="QString" name="type"/>
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
