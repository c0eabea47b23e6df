<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
 <context>
  <name>ClusterBelt</name>
  <message>
   <source>This algorithm needs {libraries}. Install with the package manager of your system (python3-numpy, python3-pandas), with the OSGeo4W set-up on Windows, or with pip in QGIS's Python.</source>
   <translation>此算法需要 {libraries}。请用系统的软件包管理器（python3-numpy、python3-pandas）、Windows 上的 OSGeo4W 安装程序，或 QGIS 的 Python 中的 pip 安装。</translation>
  </message>
  <message>
   <source>Cancelled; nothing was written.</source>
   <translation>已取消；没有写入任何内容。</translation>
  </message>
  <message>
   <source>Layer “{layer}” has no field “{field}” ({parameter}). It has: {fields}.</source>
   <translation>图层“{layer}”没有字段“{field}”（{parameter}）。现有字段：{fields}。</translation>
  </message>
  <message>
   <source>{parameter} is empty: choose the field of “{layer}” with the names.</source>
   <translation>{parameter} 为空：请选择“{layer}”中的名称字段。</translation>
  </message>
  <message>
   <source>{parameter}: “{value}” is not a list of numbers such as 1 or 1,2,3.</source>
   <translation>{parameter}：“{value}”不是数字列表，例如 1 或 1,2,3。</translation>
  </message>
  <message>
   <source>Belts</source>
   <translation>产业带</translation>
  </message>
  <message>
   <source>The belts that the clusters were matched with: a table or a layer.</source>
   <translation>与集群匹配时所用的产业带：表或图层。</translation>
  </message>
  <message>
   <source>City of the belt</source>
   <translation>产业带所在城市</translation>
  </message>
  <message>
   <source>Name or code of one city.</source>
   <translation>一个城市的名称或代码。</translation>
  </message>
  <message>
   <source>Province of the belt</source>
   <translation>产业带所在省份</translation>
  </message>
  <message>
   <source>Tells cities and counties of the same name apart (朝阳区, 鼓楼区).</source>
   <translation>用于区分同名的市县（朝阳区、鼓楼区）。</translation>
  </message>
  <message>
   <source>Year of the belt</source>
   <translation>产业带的年份</translation>
  </message>
  <message>
   <source>Belts without a year count as current.</source>
   <translation>没有年份的产业带视为当前产业带。</translation>
  </message>
  <message>
   <source>As of the year</source>
   <translation>截至年份</translation>
  </message>
  <message>
   <source>Belts of this year are current, those before it historic, later ones are left out. Default: the newest year.</source>
   <translation>该年份的产业带为当前，早于该年份的为历史，晚于该年份的不计。默认：最新年份。</translation>
  </message>
  <message>
   <source>Cities are the same by</source>
   <translation>城市相同的依据</translation>
  </message>
  <message>
   <source>As in the matching. name: names and codes are looked up in the bundled list of Chinese cities; code: administrative codes only; text: the text of the city equals cb_citycd of the clusters (for cities of your own and polygons, too: give the field that holds the same key).</source>
   <translation>与匹配时一致。name：在内置的中国城市表中查找名称和代码；code：只用行政区划代码；text：城市文本等于集群的 cb_citycd（自备城市和面图层也用此项：给出含相同键值的字段）。</translation>
  </message>
  <message>
   <source>Level of the cities</source>
   <translation>城市级别</translation>
  </message>
  <message>
   <source>As in the matching; for name and code.</source>
   <translation>与匹配时一致；用于 name 和 code。</translation>
  </message>
  <message>
   <source>Industry of the belt</source>
   <translation>产业带的产业</translation>
  </message>
  <message>
   <source>Product or industry, as in the matching.</source>
   <translation>产品或产业，与匹配时一致。</translation>
  </message>
  <message>
   <source>Shift of the centre over time</source>
   <translation>重心随时间的迁移</translation>
  </message>
  <message>
   <source>How far, where and how fast the mean centre moves, and how its ellipse changes.</source>
   <translation>平均中心迁移多远、向何方、多快，以及椭圆如何变化。</translation>
  </message>
  <message>
   <source>Time field</source>
   <translation>时间字段</translation>
  </message>
  <message>
   <source>For a table with a row a place and period: numbers, years (2015, 2015年), dates or names of periods, each value a period. Names are sorted with their numbers (P2 before P10) and give no speed. Give TIME or VALUES.</source>
   <translation>用于一行为一地一期的表：数字、年份（2015、2015年）、日期或时期名称，每个值为一期。名称按其中的数字排序（P2 在 P10 之前），不给出速度。TIME 与 VALUES 二选一。</translation>
  </message>
  <message>
   <source>Weight field</source>
   <translation>权重字段</translation>
  </message>
  <message>
   <source>With TIME only. Numbers, or text that is a number; empty and zero weights are left out and counted, a negative one is an error.</source>
   <translation>只与 TIME 同用。数字，或内容为数字的文本；空权重和零权重略去并计数，负权重为错误。</translation>
  </message>
  <message>
   <source>For a table with a row a place and a field a year: the fields are the weights of their years, and the year is read from each name, such as GDP2015, y_2016 or 2017年. Give TIME or VALUES.</source>
   <translation>用于一行为一地、一年一个字段的表：各字段即各年的权重，年份从字段名读取，例如 GDP2015、y_2016 或 2017年。TIME 与 VALUES 二选一。</translation>
  </message>
  <message>
   <source>Group field</source>
   <translation>分组字段</translation>
  </message>
  <message>
   <source>One path for each value; rows without a value are a group of their own.</source>
   <translation>每个值一条路径；没有值的行自成一组。</translation>
  </message>
  <message>
   <source>Shifts</source>
   <translation>迁移</translation>
  </message>
  <message>
   <source>A line from each centre to the next. distance is geodesic, on the ellipsoid of the layer; azimuth is clockwise from true north at the start, wind its eighth of the compass; dx and dy are measured in the plane, all in its units. speed is distance by unit of TIME, by year for dates. d_major … d_area are changes of the ellipse of the first SIZE or PERCENT, d_rotation the smallest turn, clockwise positive. A centre that stays has distance 0 and no line. Without a coordinate reference system all is measured in the plane, with y as north.</source>
   <translation>从每个中心到下一个中心的线。distance 为图层椭球上的大地距离；azimuth 为起点处自真北顺时针的方位角，wind 为八方位；dx、dy 在平面上量算，均用其单位。speed 为单位 TIME 的距离，日期则按年计。d_major … d_area 为第一个 SIZE 或 PERCENT 的椭圆的变化，d_rotation 为最小转角，顺时针为正。不动的中心距离为 0，没有线。没有坐标参照系时一切在平面上量算，y 为北。</translation>
  </message>
  <message>
   <source>Ellipses by period</source>
   <translation>各期椭圆</translation>
  </message>
  <message>
   <source>An ellipse a period and size, with the fields of “Weighted standard deviational ellipse”.</source>
   <translation>每期、每个大小一个椭圆，字段同“加权标准差椭圆”。</translation>
  </message>
  <message>
   <source>Table for print</source>
   <translation>论文用表</translation>
  </message>
  <message>
   <source>A row a period: centre in degrees, half axes in km, theta clockwise from true north, area in 10⁴ km², ratio minor/major, share_in; the shift from the period before in km, its direction from the nearest cardinal point (E35.2°S), km by unit of TIME, and its parts east (+) or west and north (+) or south. The ellipse is that of the first SIZE or PERCENT.</source>
   <translation>每期一行：中心（度）、半轴（km）、自真北顺时针的 theta、面积（10⁴ km²）、短长轴比 ratio、share_in；与上期相比的迁移（km）、自最近正方向起的方向（东偏南35.2°）、单位 TIME 的 km 数，以及其东（+）西、北（+）南分量。椭圆取第一个 SIZE 或 PERCENT。</translation>
  </message>
  <message>
   <source>A shift needs two periods with points, of the same group. There are points of: {periods}. Choose another field, or see in the log which rows were skipped.</source>
   <translation>迁移需要同一组有点的两个时期。有点的时期：{periods}。请另选字段，或在日志中查看略去了哪些行。</translation>
  </message>
  <message>
   <source>shift,gravity centre,centre of gravity,mean center,migration,trajectory,standard deviational ellipse,SDE,time,year,yearbook,panel,speed,direction,重心,重心迁移,标准差椭圆</source>
   <translation>shift,gravity centre,centre of gravity,mean center,migration,trajectory,standard deviational ellipse,SDE,time,year,yearbook,panel,speed,direction,重心,重心迁移,标准差椭圆</translation>
  </message>
  <message>
   <source>Fields of a yearbook table</source>
   <translation>年鉴表的字段</translation>
  </message>
  <message>
   <source>Number of periods</source>
   <translation>时期数</translation>
  </message>
  <message>
   <source>Length of all shifts, units of the plane</source>
   <translation>迁移总长（平面单位）</translation>
  </message>
  <message>
   <source>Give TIME (a row a place and period) or VALUES (a field a year): one of them, not both.</source>
   <translation>请给出 TIME（一行为一地一期）或 VALUES（一年一个字段）：二者取一。</translation>
  </message>
  <message>
   <source>WEIGHT goes with TIME. The fields in VALUES are weights themselves: leave WEIGHT empty.</source>
   <translation>WEIGHT 与 TIME 同用。VALUES 中的字段本身就是权重：请将 WEIGHT 留空。</translation>
  </message>
  <message>
   <source>Cities by their classes of clusters</source>
   <translation>按集群类别分的城市</translation>
  </message>
  <message>
   <source>How many cities have clusters of one class, of two or of more, and how many they have.</source>
   <translation>有一类、两类或更多类集群的城市各有多少，集群又有多少。</translation>
  </message>
  <message>
   <source>Sets of classes</source>
   <translation>类别组合</translation>
  </message>
  <message>
   <source>A row a set of classes (AM+INN+SEI; ? is no class) with its number of classes k, cities, rows by city, whole clusters, weight, their shares of all (share of rows, share_wh of whole clusters, share_wt of weight; fractions), the rows of each class and the list of cities. Then * for all sets of k classes, and * without k for all cities. Rows of unknown city enter only the totals that shares divide by.</source>
   <translation>每个类别组合一行（AM+INN+SEI；? 为无类别）：类别数 k、城市、集群—城市行数、整集群数、权重、各自占比（share 为行的占比，share_wh 为整集群，share_wt 为权重；小数）、各类行数和城市名单。其后 * 为全部 k 类组合，无 k 的 * 为全部城市。城市未知的行只进入占比的分母。</translation>
  </message>
  <message>
   <source>Cities</source>
   <translation>城市</translation>
  </message>
  <message>
   <source>A row a city with its classes, clusters and statuses, most rows first.</source>
   <translation>每个城市一行，列出其类别、集群和状态，行数多者在前。</translation>
  </message>
  <message>
   <source>city,composition,class,combination,table,城市,构成,类别</source>
   <translation>city,composition,class,combination,table,城市,构成,类别</translation>
  </message>
  <message>
   <source>Number of cities</source>
   <translation>城市数</translation>
  </message>
  <message>
   <source>Cities with several classes</source>
   <translation>有多个类别的城市</translation>
  </message>
  <message>
   <source>Cities with all classes</source>
   <translation>有全部类别的城市</translation>
  </message>
  <message>
   <source>Rows of unknown city</source>
   <translation>城市未知的行</translation>
  </message>
  <message>
   <source>Overlap of cities with clusters and with belts</source>
   <translation>集群城市与产业带城市的重合</translation>
  </message>
  <message>
   <source>How many cities have clusters, belts or both, now and with earlier years: shares, Jaccard's index.</source>
   <translation>有集群、有产业带或二者兼有的城市各有多少，当前与含往年：占比与 Jaccard 指数。</translation>
  </message>
  <message>
   <source>Optional: the classes of a city are listed in CITIES_OUT.</source>
   <translation>可选：城市的类别列在 CITIES_OUT 中。</translation>
  </message>
  <message>
   <source>Leaves Chinese prefectures, leagues and counties (州, 盟, 地区, 县) out on both sides.</source>
   <translation>两边都略去州、盟、地区和县。</translation>
  </message>
  <message>
   <source>Number of all cities</source>
   <translation>全部城市数</translation>
  </message>
  <message>
   <source>How many cities there are in all, with or without clusters (China: 337 prefectures and municipalities). With it the table says how many common cities chance would give, and the probability of as many.</source>
   <translation>全部城市有多少，不论有无集群（中国：337 个地级以上城市）。给出后表中会说明偶然会有多少共同城市，以及达到这一数目的概率。</translation>
  </message>
  <message>
   <source>Overlap</source>
   <translation>重合</translation>
  </message>
  <message>
   <source>A row a measure: cluster_cities, belt_cities, both, without_belts, either, the fractions share_cl (both by cluster_cities), share_belt, jaccard (both by either), overlap (both by the smaller), and with UNITS expected and p (hypergeometric). now: with belts of the year; ever: with earlier ones, too, empty without years.</source>
   <translation>每个指标一行：cluster_cities、belt_cities、both、without_belts、either，小数 share_cl（both/cluster_cities）、share_belt、jaccard（both/either）、overlap（both/较小者），给出 UNITS 时还有 expected 与 p（超几何分布）。now：当年的产业带；ever：含往年，没有年份时为空。</translation>
  </message>
  <message>
   <source>A row a city with its clusters, current and earlier belts and the last year with belts; cities with clusters and no belts first.</source>
   <translation>每个城市一行：集群、当前与往年的产业带、最后有产业带的年份；有集群而无产业带的城市在前。</translation>
  </message>
  <message>
   <source>city,overlap,jaccard,coverage,belts,history,hypergeometric,重合,覆盖,城市</source>
   <translation>city,overlap,jaccard,coverage,belts,history,hypergeometric,重合,覆盖,城市</translation>
  </message>
  <message>
   <source>Only units whose name ends in 市</source>
   <translation>只含名称以“市”结尾的单位</translation>
  </message>
  <message>
   <source>Cities with clusters</source>
   <translation>有集群的城市</translation>
  </message>
  <message>
   <source>Cities with belts</source>
   <translation>有产业带的城市</translation>
  </message>
  <message>
   <source>Cities with both</source>
   <translation>二者兼有的城市</translation>
  </message>
  <message>
   <source>Jaccard's index</source>
   <translation>Jaccard 指数</translation>
  </message>
  <message>
   <source>Relations of clusters in one city</source>
   <translation>同城集群的关系</translation>
  </message>
  <message>
   <source>Pairs of clusters of different classes in one city: of the same industry, within one another, or near.</source>
   <translation>同一城市不同类别的集群对：产业相同、一方隶属另一方，或相近。</translation>
  </message>
  <message>
   <source>Name of the cluster</source>
   <translation>集群名称</translation>
  </message>
  <message>
   <source>Written into name_a and name_b.</source>
   <translation>写入 name_a 和 name_b。</translation>
  </message>
  <message>
   <source>Groups hang together by</source>
   <translation>构成组的关系</translation>
  </message>
  <message>
   <source>The weakest relation that makes a group (grp): near is any; within is same or within; same is same alone.</source>
   <translation>构成组（grp）的最弱关系：near 为任何关系；within 为相同或隶属；same 只为相同。</translation>
  </message>
  <message>
   <source>Language of the evidence</source>
   <translation>证据的语言</translation>
  </message>
  <message>
   <source>user: that of QGIS.</source>
   <translation>user：QGIS 的语言。</translation>
  </message>
  <message>
   <source>Relations</source>
   <translation>关系</translation>
  </message>
  <message>
   <source>A row a pair of clusters (a, b: cb_row) of different classes in one city, each pair once. rel is same, b_within_a, a_within_b (one industry belongs to the other) or near (neighbours in a chain), grp the number of the group of clusters that hang together, evid the reason as a sentence.</source>
   <translation>同城不同类别的每对集群一行（a、b：cb_row），每对只出现一次。rel 为 same、b_within_a、a_within_b（一方产业隶属另一方）或 near（产业链上相邻），grp 为相连集群的组号，evid 为一句话的理由。</translation>
  </message>
  <message>
   <source>cluster,relation,pair,same,within,near,group,double,相同,隶属,相近,集群关系</source>
   <translation>cluster,relation,pair,same,within,near,group,double,相同,隶属,相近,集群关系</translation>
  </message>
  <message>
   <source>Pairs</source>
   <translation>对</translation>
  </message>
  <message>
   <source>Pairs of the same industry</source>
   <translation>产业相同的对</translation>
  </message>
  <message>
   <source>Pairs of which one belongs to the other</source>
   <translation>一方隶属另一方的对</translation>
  </message>
  <message>
   <source>Pairs of neighbours in a chain</source>
   <translation>产业链上相邻的对</translation>
  </message>
  <message>
   <source>Groups</source>
   <translation>组</translation>
  </message>
  <message>
   <source>Rows without doubles of the same industry</source>
   <translation>去除同产业重复后的行</translation>
  </message>
  <message>
   <source>Compare ellipses</source>
   <translation>椭圆比较</translation>
  </message>
  <message>
   <source>Overlap, Jaccard and difference index, distance and turn of each pair of ellipses.</source>
   <translation>每对椭圆的重叠、Jaccard 与差异指数、距离和转角。</translation>
  </message>
  <message>
   <source>Spatial distribution</source>
   <translation>空间分布</translation>
  </message>
  <message>
   <source>Ellipses</source>
   <translation>椭圆</translation>
  </message>
  <message>
   <source>The output of “Weighted standard deviational ellipse” or any polygons. Ellipses measured in one plane (field measure) are compared in it by their numbers, exactly, however coarse their outline is. Other polygons are compared as they are drawn, in the plane of the layer, or in an equal-area plane for a layer in degrees; ellipses that were drawn with few segments lose area then, 0.02 % with 180. Rows without a polygon are left out, counted and named in the log.</source>
   <translation>“加权标准差椭圆”的输出，或任何面。在同一平面（字段 measure）量算的椭圆按其数值精确比较，与轮廓粗细无关。其他面按所绘图形比较，在图层的平面上，图层为度时在等积平面上；边数少的椭圆会损失面积，180 边时为 0.02 %。没有面的行略去、计数并在日志中列出。</translation>
  </message>
  <message>
   <source>Name field</source>
   <translation>名称字段</translation>
  </message>
  <message>
   <source>What names the rows in a and b. Default: the feature id.</source>
   <translation>在 a 和 b 中给行命名的字段。默认：要素 id。</translation>
  </message>
  <message>
   <source>Comparison</source>
   <translation>比较</translation>
  </message>
  <message>
   <source>A row a pair. area_a, area_b and overlap are in square units of the plane. jaccard is common by united area, diff = 1 − jaccard, in_a the share of b inside a, in_b the share of a inside b. dist is the geodesic distance of the centres in units of the plane, d_rotation the smallest angle between the major axes (0–90°), empty for polygons that are no ellipses, for circles, and for ellipses measured in different planes.</source>
   <translation>每对一行。area_a、area_b 和 overlap 用平面的平方单位。jaccard 为共同面积比合并面积，diff = 1 − jaccard，in_a 为 b 在 a 内的占比，in_b 为 a 在 b 内的占比。dist 为中心的大地距离（平面单位），d_rotation 为长轴间最小夹角（0–90°）；非椭圆的面、圆，以及在不同平面量算的椭圆为空。</translation>
  </message>
  <message>
   <source>compare,overlap,intersection,jaccard,difference index,similarity,ellipse,standard deviational ellipse,SDE,空间差异指数,重叠,标准差椭圆</source>
   <translation>compare,overlap,intersection,jaccard,difference index,similarity,ellipse,standard deviational ellipse,SDE,空间差异指数,重叠,标准差椭圆</translation>
  </message>
  <message>
   <source>Number of pairs</source>
   <translation>对数</translation>
  </message>
  <message>
   <source>Input layer</source>
   <translation>输入图层</translation>
  </message>
  <message>
   <source>Points. Each part of a multipoint carries its part of the weight; lines and polygons count by their centroid. Rows without geometry are left out, counted and named in the log.</source>
   <translation>点。多点的每个部分带有其部分权重；线和面按质心计。没有几何的行略去、计数并在日志中列出。</translation>
  </message>
  <message>
   <source>Size rule</source>
   <translation>大小规则</translation>
  </message>
  <message>
   <source>standard_distance: SIZE × √2 × σ, as ArcGIS; with divisor minus_two as CrimeStat. standard_deviation: SIZE × σ, as Yuill and Ebdon. confidence: holds PERCENT of a Gaussian distribution (χ² with 2 degrees of freedom). share_inside: the smallest ellipse that holds PERCENT of the weight of the points themselves.</source>
   <translation>standard_distance：SIZE × √2 × σ，同 ArcGIS；与除数 minus_two 合用同 CrimeStat。standard_deviation：SIZE × σ，同 Yuill 和 Ebdon。confidence：含高斯分布的 PERCENT（自由度为 2 的 χ²）。share_inside：含点本身权重 PERCENT 的最小椭圆。</translation>
  </message>
  <message>
   <source>One number or several, such as 1 or 1,2,3; for the first two size rules. One deviation holds 39.3 % of a Gaussian distribution, √2 deviations 63.2 %, two 86.5 %.</source>
   <translation>一个或多个数字，例如 1 或 1,2,3；用于前两种大小规则。一个标准差含高斯分布的 39.3 %，√2 个含 63.2 %，两个含 86.5 %。</translation>
  </message>
  <message>
   <source>One number or several between 0 and 100; for the last two size rules.</source>
   <translation>0 到 100 之间的一个或多个数字；用于后两种大小规则。</translation>
  </message>
  <message>
   <source>Divisor of the variance</source>
   <translation>方差的除数</translation>
  </message>
  <message>
   <source>weights: the sum of weights, as ArcGIS. minus_one, minus_two: as for a sample of m points, where m is the effective number of points W²/Σw² (Kish), which is their number when weights are equal.</source>
   <translation>weights：权重之和，同 ArcGIS。minus_one、minus_two：如同 m 个点的样本，m 为有效点数 W²/Σw²（Kish），权重相等时即点数。</translation>
  </message>
  <message>
   <source>A projected coordinate reference system. Default: that of the layer; for a layer in degrees an equal-area plane about the centre of the points, one for all groups.</source>
   <translation>投影坐标参照系。默认：图层的坐标参照系；图层为度时，用以各点中心为中心的等积平面，各组共用。</translation>
  </message>
  <message>
   <source>Number of standard deviations</source>
   <translation>标准差个数</translation>
  </message>
  <message>
   <source>Per cent inside</source>
   <translation>包含百分比</translation>
  </message>
  <message>
   <source>Measure in</source>
   <translation>量算所用坐标系</translation>
  </message>
  <message>
   <source>A file .pdf, .png or .svg. An atlas gives one PDF with all pages, or a PNG or SVG a page. The layout stays in the project as well, if its layers are of the project.</source>
   <translation>.pdf、.png 或 .svg 文件。图册得到一个含全部页面的 PDF，或每页一个 PNG 或 SVG。图层属于工程时，布局也留在工程中。</translation>
  </message>
  <message>
   <source>Layers of your own that lie beneath, whole and as they are styled. No boundary is drawn otherwise.</source>
   <translation>垫在下面的自有图层，完整、按其自身样式。此外不绘任何边界。</translation>
  </message>
  <message>
   <source>Table by class</source>
   <translation>分类别表</translation>
  </message>
  <message>
   <source>Output of “Summary of matches by class”.</source>
   <translation>“分类别匹配汇总”的输出。</translation>
  </message>
  <message>
   <source>Class field</source>
   <translation>类别字段</translation>
  </message>
  <message>
   <source>Without a table: counts the clusters by this field for one.</source>
   <translation>没有表时：按此字段统计集群。</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>纸张</translation>
  </message>
  <message>
   <source>17cm and 8cm are figures as wide as the page or the column of a journal, with smaller symbols.</source>
   <translation>17cm 和 8cm 为期刊整页宽和单栏宽的插图，符号较小。</translation>
  </message>
  <message>
   <source>Orientation</source>
   <translation>方向</translation>
  </message>
  <message>
   <source>landscape: legend and table beside the map; portrait: beneath it, as always on 8cm.</source>
   <translation>landscape：图例和表格在地图旁；portrait：在地图下方，8cm 图总是如此。</translation>
  </message>
  <message>
   <source>Default: Albers (25° N, 47° N, 105° E) where all data lie in China, else that of the project.</source>
   <translation>默认：数据全在中国时用 Albers（25° N、47° N、105° E），否则用工程的投影。</translation>
  </message>
  <message>
   <source>A frame from 105.5° to 122.5° E and 2.5° to 24.5° N beside the map, at a scale of its own. It shows your layers and no boundary.</source>
   <translation>地图旁的 105.5°–122.5° E、2.5°–24.5° N 图框，自有比例尺。只显示您的图层，不绘边界。</translation>
  </message>
  <message>
   <source>Field of the atlas</source>
   <translation>图册字段</translation>
  </message>
  <message>
   <source>A page for each value, such as class or province, with the rows of that value only.</source>
   <translation>每个值一页，例如类别或省份，只含该值的行。</translation>
  </message>
  <message>
   <source>Dots per inch of the file.</source>
   <translation>文件每英寸点数。</translation>
  </message>
  <message>
   <source>Language of the page</source>
   <translation>页面语言</translation>
  </message>
  <message>
   <source>File</source>
   <translation>文件</translation>
  </message>
  <message>
   <source>Name of the layout</source>
   <translation>布局名称</translation>
  </message>
  <message>
   <source>Number of pages</source>
   <translation>页数</translation>
  </message>
  <message>
   <source>Matched clusters</source>
   <translation>已匹配集群</translation>
  </message>
  <message>
   <source>The output of “Match clusters with belts”. Layers of the project are drawn as they are styled, files in the styles of Cluster Belt.</source>
   <translation>“集群与产业带匹配”的输出。工程中的图层按其样式绘制，文件按 Cluster Belt 的样式绘制。</translation>
  </message>
  <message>
   <source>Output of “Weighted standard deviational ellipse”.</source>
   <translation>“加权标准差椭圆”的输出。</translation>
  </message>
  <message>
   <source>Mean centres</source>
   <translation>平均中心</translation>
  </message>
  <message>
   <source>Belts with a place; a table is not drawn.</source>
   <translation>有位置的产业带；表不绘制。</translation>
  </message>
  <message>
   <source>Base layers</source>
   <translation>底图图层</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>标题</translation>
  </message>
  <message>
   <source>None when empty.</source>
   <translation>为空则没有。</translation>
  </message>
  <message>
   <source>Subtitle</source>
   <translation>副标题</translation>
  </message>
  <message>
   <source>None when empty; an atlas adds the value of the page.</source>
   <translation>为空则没有；图册会加上该页的值。</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Where the data are from; printed beneath the map.</source>
   <translation>数据来自何处；印在地图下方。</translation>
  </message>
  <message>
   <source>Map approval number</source>
   <translation>审图号</translation>
  </message>
  <message>
   <source>Number of the approved base map (审图号); with base layers a note says that they were not altered.</source>
   <translation>已审批底图的审图号；页面有底图图层时，另注明底图未作修改。</translation>
  </message>
  <message>
   <source>Default: the title. If the project has a layout of this name, the new one gets a number.</source>
   <translation>默认：标题。工程中已有同名布局时，新布局加编号。</translation>
  </message>
  <message>
   <source>Projection of the map</source>
   <translation>地图投影</translation>
  </message>
  <message>
   <source>Inset of the South China Sea Islands</source>
   <translation>南海诸岛附图</translation>
  </message>
  <message>
   <source>Resolution</source>
   <translation>分辨率</translation>
  </message>
  <message>
   <source>Matches against chance</source>
   <translation>匹配与偶然的比较</translation>
  </message>
  <message>
   <source>Deals cities or industries anew many times and says whether clusters are matched more often than so.</source>
   <translation>多次重新分配城市或产业，看集群的匹配是否多于偶然。</translation>
  </message>
  <message>
   <source>What is dealt anew</source>
   <translation>重新分配什么</translation>
  </message>
  <message>
   <source>cities: the cities among the cluster rows; cities keep their number of clusters, clusters their industry. industries: the industries among all belts; cities keep their number of belts, and every industry its number in the country.</source>
   <translation>cities：集群行之间重新分配城市；各城市的集群数和各集群的产业不变。industries：全部产业带之间重新分配产业；各城市的产业带数和各产业的全国数目不变。</translation>
  </message>
  <message>
   <source>The smallest p-value is 1/(runs + 1).</source>
   <translation>最小 p 值为 1/(runs + 1)。</translation>
  </message>
  <message>
   <source>The same seed gives the same result.</source>
   <translation>相同的种子得到相同的结果。</translation>
  </message>
  <message>
   <source>Deal within</source>
   <translation>分配范围</translation>
  </message>
  <message>
   <source>For cities: a field such as the region or the class; cities are dealt among rows of one value only.</source>
   <translation>用于 cities：例如地区或类别字段；只在同值的行之间分配城市。</translation>
  </message>
  <message>
   <source>Leaves out rows in cities without belts, so that the test asks only whether the belts of a city are the right ones, and not whether there are any.</source>
   <translation>略去没有产业带的城市的行，这样检验只问城市的产业带是否对口，而不问有无产业带。</translation>
  </message>
  <message>
   <source>Chance</source>
   <translation>偶然性</translation>
  </message>
  <message>
   <source>A row a class (* for all) and statistic (matched, adjacent, both): observed and expected rows, sd, ratio, z and p of at least as many as observed, p_two two-sided, p_adj over the classes (Benjamini, Hochberg); 95 % of the runs lie from low to high; rate_obs and rate_exp in per cent of rows.</source>
   <translation>每个类别（* 为全部）和统计量（matched、adjacent、both）一行：观测与期望行数、sd、ratio、z、至少达到观测值的 p、双侧 p_two、跨类别校正的 p_adj（Benjamini–Hochberg）；95 % 的模拟落在 low 与 high 之间；rate_obs 与 rate_exp 为占行数的百分比。</translation>
  </message>
  <message>
   <source>chance,permutation,random,null model,significance,p-value,test,随机,置换检验,显著性</source>
   <translation>chance,permutation,random,null model,significance,p-value,test,随机,置换检验,显著性</translation>
  </message>
  <message>
   <source>Number of runs</source>
   <translation>模拟次数</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>随机种子</translation>
  </message>
  <message>
   <source>Only cities with belts</source>
   <translation>只含有产业带的城市</translation>
  </message>
  <message>
   <source>Rows in the test</source>
   <translation>参与检验的行</translation>
  </message>
  <message>
   <source>p-value of matched</source>
   <translation>匹配的 p 值</translation>
  </message>
  <message>
   <source>p-value of matched or adjacent</source>
   <translation>匹配或相近的 p 值</translation>
  </message>
  <message>
   <source>Observed by expected, matched</source>
   <translation>观测/期望，匹配</translation>
  </message>
  <message>
   <source>Observed by expected, matched or adjacent</source>
   <translation>观测/期望，匹配或相近</translation>
  </message>
  <message>
   <source>Match clusters with belts</source>
   <translation>集群与产业带匹配</translation>
  </message>
  <message>
   <source>Compares each cluster with the belts of its city: matched, adjacent, unmatched, unresolved.</source>
   <translation>将每个集群与本市的产业带比较：匹配、相近、不匹配、未识别。</translation>
  </message>
  <message>
   <source>Clusters and belts</source>
   <translation>集群与产业带</translation>
  </message>
  <message>
   <source>match,cluster,belt,industry,taxonomy,chain,digitalisation,产业集群,产业带,匹配,相近</source>
   <translation>match,cluster,belt,industry,taxonomy,chain,digitalisation,产业集群,产业带,匹配,相近</translation>
  </message>
  <message>
   <source>Choose BELT_YEAR, or BELT_START and BELT_END, but not both.</source>
   <translation>请选择 BELT_YEAR，或 BELT_START 和 BELT_END，不可同时使用。</translation>
  </message>
  <message>
   <source>Clusters</source>
   <translation>集群</translation>
  </message>
  <message>
   <source>Clusters, split by city or not; shared ones are split first.</source>
   <translation>集群，已按城市拆分或未拆分；跨市集群会先拆分。</translation>
  </message>
  <message>
   <source>Cluster id</source>
   <translation>集群 id</translation>
  </message>
  <message>
   <source>The same id in several cities is a shared cluster. Default: the feature id.</source>
   <translation>同一 id 出现在多个城市即为跨市集群。默认：要素 id。</translation>
  </message>
  <message>
   <source>City of the cluster</source>
   <translation>集群所在城市</translation>
  </message>
  <message>
   <source>A city, or several separated by one of 、 , ， ; ； | /. Not needed where points decide (CITY_BY).</source>
   <translation>一个城市，或用 、 , ， ; ； | / 之一分隔的多个城市。由点判定城市（CITY_BY）时不需要。</translation>
  </message>
  <message>
   <source>Industry of the cluster</source>
   <translation>集群的产业</translation>
  </message>
  <message>
   <source>One industry or several: a name, an alias or a code of the taxonomy.</source>
   <translation>一个或多个产业：分类体系中的名称、别名或代码。</translation>
  </message>
  <message>
   <source>Province of the cluster</source>
   <translation>集群所在省份</translation>
  </message>
  <message>
   <source>Weight of the cluster</source>
   <translation>集群权重</translation>
  </message>
  <message>
   <source>Weight of the whole cluster, which its rows share equally. Default: 1.</source>
   <translation>整个集群的权重，由其各行平分。默认：1。</translation>
  </message>
  <message>
   <source>Online industrial belts or other specialised places: a table or a layer.</source>
   <translation>线上产业带或其他专业化产地：表或图层。</translation>
  </message>
  <message>
   <source>Belt id</source>
   <translation>产业带 id</translation>
  </message>
  <message>
   <source>Default: the feature id.</source>
   <translation>默认：要素 id。</translation>
  </message>
  <message>
   <source>Belt name</source>
   <translation>产业带名称</translation>
  </message>
  <message>
   <source>What the evidence calls the belt. Default: its industry.</source>
   <translation>证据中对产业带的称呼。默认：其产业。</translation>
  </message>
  <message>
   <source>Name or code of one city. Not needed where points decide (CITY_BY).</source>
   <translation>一个城市的名称或代码。由点判定城市（CITY_BY）时不需要。</translation>
  </message>
  <message>
   <source>Product or industry, as that of the cluster.</source>
   <translation>产品或产业，同集群。</translation>
  </message>
  <message>
   <source>A year or a date. Belts of the year AS_OF are current; cb_hist counts those of earlier years as well.</source>
   <translation>年份或日期。AS_OF 当年的产业带为当前；cb_hist 也计往年的产业带。</translation>
  </message>
  <message>
   <source>First year of the belt</source>
   <translation>产业带起始年份</translation>
  </message>
  <message>
   <source>With the last year instead of one year; empty: it was always there.</source>
   <translation>与终止年份一起代替单一年份；为空：一直存在。</translation>
  </message>
  <message>
   <source>Last year of the belt</source>
   <translation>产业带终止年份</translation>
  </message>
  <message>
   <source>Empty: it is still there.</source>
   <translation>为空：至今存在。</translation>
  </message>
  <message>
   <source>Year of the current belts</source>
   <translation>当前产业带的年份</translation>
  </message>
  <message>
   <source>Belts of later years are left aside. Default: the newest year in the data.</source>
   <translation>更晚年份的产业带不计。默认：数据中的最新年份。</translation>
  </message>
  <message>
   <source>Print layout of matches</source>
   <translation>匹配结果打印布局</translation>
  </message>
  <message>
   <source>A page with map, legend with counts, table by class, scale bar, north arrow and source; PDF, PNG or SVG.</source>
   <translation>含地图、带数目的图例、分类别表、比例尺、指北针和来源的页面；PDF、PNG 或 SVG。</translation>
  </message>
  <message>
   <source>Map</source>
   <translation>地图</translation>
  </message>
  <message>
   <source>layout,print,map,atlas,pdf,legend,figure,专题图,制图,打印布局,审图号,南海诸岛</source>
   <translation>layout,print,map,atlas,pdf,legend,figure,专题图,制图,打印布局,审图号,南海诸岛</translation>
  </message>
  <message>
   <source>The layers are not in the project, so the layout cannot be kept there: give OUTPUT a file, or add the layers to the project.</source>
   <translation>图层不在工程中，布局无法保留：请为 OUTPUT 指定文件，或将图层加入工程。</translation>
  </message>
  <message>
   <source>The layers are not in the project: the layout was written only.</source>
   <translation>图层不在工程中：只写出了布局文件。</translation>
  </message>
  <message>
   <source>Layer “{layer}” has one symbol for all, so the page does not show the statuses: run “Style matched clusters” first.</source>
   <translation>图层“{layer}”全部用同一符号，页面不显示匹配状态：请先运行“设置匹配结果样式”。</translation>
  </message>
  <message>
   <source>Written: {file}</source>
   <translation>已写出：{file}</translation>
  </message>
  <message>
   <source>Layout in the project: {name}</source>
   <translation>工程中的布局：{name}</translation>
  </message>
  <message>
   <source>Layer “{layer}” is no output of “Summary of matches by class”.</source>
   <translation>图层“{layer}”不是“分类别匹配汇总”的输出。</translation>
  </message>
  <message>
   <source>A row a cluster and city with cb_status, cb_reason, cb_rel (relation), cb_belt (the best belt), cb_via (cluster node&gt;belt node), cb_nmatch and cb_nadj (matching and adjacent belts), cb_ncity (belts of the city), cb_nunres (those whose industry is not known) and cb_evid, the reason as a sentence.</source>
   <translation>每个集群与城市一行：cb_status、cb_reason、cb_rel（关系）、cb_belt（最佳产业带）、cb_via（集群节点&gt;产业带节点）、cb_nmatch 和 cb_nadj（匹配与相近的产业带数）、cb_ncity（本市产业带数）、cb_nunres（其中产业未知者），以及 cb_evid（一句话的理由）。</translation>
  </message>
  <message>
   <source>A table with a row for each cluster and related belt, the best belt first.</source>
   <translation>每个集群与相关产业带一行的表，最佳产业带在前。</translation>
  </message>
  <message>
   <source>Matched belts</source>
   <translation>已匹配产业带</translation>
  </message>
  <message>
   <source>The belts with cb_status (the best over the clusters of their city; empty for belts later than AS_OF), cb_nclus (how many cluster rows they are related to), cb_clusid (the closest cluster) and cb_basis (current, historic, later).</source>
   <translation>产业带连同 cb_status（其城市各集群中最好的状态；晚于 AS_OF 者为空）、cb_nclus（与之相关的集群行数）、cb_clusid（最接近的集群）和 cb_basis（current、historic、later）。</translation>
  </message>
  <message>
   <source>Texts to check</source>
   <translation>待核对文本</translation>
  </message>
  <message>
   <source>A table with a row for each text that was not understood, or only by its last words: text, code (empty, or what was taken for a keyword), kind (industry, city), role (cluster, belt, both), count of rows, why, suggest (codes that it could mean) and example. Fill in the codes and give the table back as ALIASES: a row “电器, HA” makes every 电器 a household appliance from then on, several codes are separated by |, and a code left empty says nothing. Each run lists only what is still open.</source>
   <translation>未能识别、或只凭末尾词语识别的每个文本一行：text、code（空，或按关键词判定的代码）、kind（industry、city）、role（cluster、belt、both）、行数 count、why、suggest（可能的代码）和 example。填好代码后将此表作为 ALIASES 交回：一行“电器, HA”使此后所有“电器”都为家用电器，多个代码用 | 分隔，代码留空则不起作用。每次运行只列出仍未解决者。</translation>
  </message>
  <message>
   <source>Taxonomy of your own</source>
   <translation>自备分类体系</translation>
  </message>
  <message>
   <source>A table with code, parent, name_zh or name_en, aliases (separated by |), too_broad. Default: the bundled taxonomy.</source>
   <translation>含 code、parent、name_zh 或 name_en、aliases（用 | 分隔）、too_broad 的表。默认：内置分类体系。</translation>
  </message>
  <message>
   <source>Form of your taxonomy</source>
   <translation>分类体系的形式</translation>
  </message>
  <message>
   <source>What says what an industry belongs to. parent: the column parent. prefix: the code itself, 3973 belongs to 397 and 39 (GB/T, NACE, NAICS, HS; a section letter in front, a range such as 31-33 and zeros that fill up are understood). dotted: 1.2.10 belongs to 1.2. Other forms than parent do not read that column.</source>
   <translation>用什么说明产业的隶属。parent：parent 列。prefix：代码本身，3973 属于 397 和 39（GB/T、NACE、NAICS、HS；可识别前置的门类字母、31-33 之类的范围和补位的零）。dotted：1.2.10 属于 1.2。除 parent 外的形式不读该列。</translation>
  </message>
  <message>
   <source>Digits of the levels</source>
   <translation>各级位数</translation>
  </message>
  <message>
   <source>For the form prefix: how many digits the codes of each level have, such as 2,3,4. Codes of another length are refused then. Default: the lengths that occur.</source>
   <translation>用于 prefix：各级代码的位数，例如 2,3,4。其他长度的代码会被拒绝。默认：实际出现的长度。</translation>
  </message>
  <message>
   <source>Industrial chains of your own</source>
   <translation>自备产业链</translation>
  </message>
  <message>
   <source>A table with upstream, downstream (codes of the taxonomy), note. Default: the bundled chains; none with a taxonomy of your own.</source>
   <translation>含 upstream、downstream（分类体系代码）、note 的表。默认：内置产业链；使用自备分类体系时没有。</translation>
  </message>
  <message>
   <source>Aliases of your own</source>
   <translation>自备别名</translation>
  </message>
  <message>
   <source>A table with text and code: the table CHECK of an earlier run with its codes filled in, or one that you write. Example: “高端轴系, EQ.PART.BEAR” or, for two industries, “灯具家电, LIGHT|HA”. Rows of the kind city give a text the code of a city (“广佛惠, 440100|440600|441300”). An alias comes before all but an exact code; for cities, before all but a name or code that is known.</source>
   <translation>含 text 和 code 的表：上次运行的 CHECK 表填好代码，或自行编写。例：“高端轴系, EQ.PART.BEAR”，两个产业则为“灯具家电, LIGHT|HA”。kind 为 city 的行给文本指定城市代码（“广佛惠, 440100|440600|441300”）。别名只排在完全相同的代码之后；对城市只排在已知名称或代码之后。</translation>
  </message>
  <message>
   <source>Scheme of the cluster codes</source>
   <translation>集群代码的体系</translation>
  </message>
  <message>
   <source>A short word such as gbt, nace, isic or naics if industries are given as codes: 3973, C3973 and 3973.0 are then read as gbt:3973, which the taxonomy lists among its aliases; an unlisted code falls back to its longest listed beginning. A taxonomy without codes of the scheme is taken for that scheme itself.</source>
   <translation>产业以代码给出时的短词，例如 gbt、nace、isic 或 naics：3973、C3973 和 3973.0 即读作 gbt:3973，分类体系在别名中列有它；未列出的代码退到最长的已列前缀。没有该体系代码的分类体系即视为该体系本身。</translation>
  </message>
  <message>
   <source>Scheme of the belt codes</source>
   <translation>产业带代码的体系</translation>
  </message>
  <message>
   <source>The same for the belts.</source>
   <translation>产业带同理。</translation>
  </message>
  <message>
   <source>Judgements of your own</source>
   <translation>自备判定</translation>
  </message>
  <message>
   <source>A table that goes before the rules, on every run: decision (accept, reject, set), relation (for set: same, belt_within, cluster_within, belt_upstream, belt_downstream, none) and any of cluster_id, belt_id, cluster_industry, belt_industry, city; an empty cell fits everything. The most specific row wins: ids before industries, then a city. reviewer stands in the evidence; date and note are for you.</source>
   <translation>每次运行都先于规则的表：decision（accept、reject、set）、relation（用于 set：same、belt_within、cluster_within、belt_upstream、belt_downstream、none），以及 cluster_id、belt_id、cluster_industry、belt_industry、city 中任意几项；空格适合一切。最具体的行优先：id 先于产业，再看城市。reviewer 会出现在证据中；date 和 note 供您自用。</translation>
  </message>
  <message>
   <source>A name of the taxonomy that ends a longer text counts (汽车玻璃 is glass); the evidence marks it.</source>
   <translation>分类体系的名称位于较长文本末尾也算（汽车玻璃即玻璃）；证据中会注明。</translation>
  </message>
  <message>
   <source>Levels of belonging</source>
   <translation>隶属级数</translation>
  </message>
  <message>
   <source>How many levels up an industry belongs to another. Default: no limit.</source>
   <translation>产业隶属另一产业最多隔几级。默认：不限。</translation>
  </message>
  <message>
   <source>Steps along a chain</source>
   <translation>产业链步数</translation>
  </message>
  <message>
   <source>1: direct neighbours; 2: neighbours of neighbours in the same direction as well.</source>
   <translation>1：直接上下游；2：同方向的上下游再延一步。</translation>
  </message>
  <message>
   <source>Lift</source>
   <translation>上提级数</translation>
  </message>
  <message>
   <source>How many levels an industry may be raised to reach a chain edge of its parent.</source>
   <translation>产业可上提几级，以借用其上级的产业链关系。</translation>
  </message>
  <message>
   <source>Most pairs</source>
   <translation>对数上限</translation>
  </message>
  <message>
   <source>If there would be more pairs, none is written and the message says how many.</source>
   <translation>超过此数时一对也不写，并在消息中说明会有多少。</translation>
  </message>
  <message>
   <source>Pairs a cluster</source>
   <translation>每个集群的对数</translation>
  </message>
  <message>
   <source>Only the best pairs of each cluster row; 0: all.</source>
   <translation>每个集群行只取最好的若干对；0：全部。</translation>
  </message>
  <message>
   <source>Rows</source>
   <translation>行数</translation>
  </message>
  <message>
   <source>Matched</source>
   <translation>匹配</translation>
  </message>
  <message>
   <source>Adjacent</source>
   <translation>相近</translation>
  </message>
  <message>
   <source>Unmatched</source>
   <translation>不匹配</translation>
  </message>
  <message>
   <source>Unresolved</source>
   <translation>未识别</translation>
  </message>
  <message>
   <source>Unmatched in a city with unresolved belts</source>
   <translation>本市有未识别产业带的不匹配集群</translation>
  </message>
  <message>
   <source>Matched, per cent</source>
   <translation>匹配，百分比</translation>
  </message>
  <message>
   <source>Adjacent, per cent</source>
   <translation>相近，百分比</translation>
  </message>
  <message>
   <source>Pairs of a cluster and a related belt</source>
   <translation>集群与相关产业带的对数</translation>
  </message>
  <message>
   <source>Read keywords</source>
   <translation>识别关键词</translation>
  </message>
  <message>
   <source>DISTANCE must be greater than 0.</source>
   <translation>DISTANCE 必须大于 0。</translation>
  </message>
  <message>
   <source>name: names and codes are looked up in the bundled list of Chinese cities, or in CITIES; a name of several cities is settled by the province or by the nearest of them, else it stays unresolved. code: codes of 4, 6, 9 or 12 digits only, or those of CITIES. text: equal texts are equal cities, in any country. polygon: the polygon of CITIES that the point lies in. distance: belts within DISTANCE, without cities.</source>
   <translation>name：在内置的中国城市表或 CITIES 中查找名称和代码；几个城市共有的名称由省份或最近者决定，否则为未识别。code：只用 4、6、9 或 12 位代码，或 CITIES 的代码。text：文本相同即城市相同，适用于任何国家。polygon：点所在的 CITIES 面。distance：DISTANCE 以内的产业带，不看城市。</translation>
  </message>
  <message>
   <source>Of the bundled list: prefecture (cities, prefectures, municipalities), county (a text that names a prefecture only stands for itself) or province.</source>
   <translation>内置表的级别：prefecture（地级市、州、直辖市）、county（只写到地级的文本代表其自身）或 province。</translation>
  </message>
  <message>
   <source>Cities of your own</source>
   <translation>自备城市</translation>
  </message>
  <message>
   <source>A layer or table of cities of any country; polygons for CITY_BY polygon.</source>
   <translation>任何国家的城市图层或表；CITY_BY polygon 时为面。</translation>
  </message>
  <message>
   <source>Name or code of your cities</source>
   <translation>自备城市的名称或代码</translation>
  </message>
  <message>
   <source>Field with what CITY_BY compares. For polygons the default is the feature id; polygons of the same text are one city.</source>
   <translation>CITY_BY 所比较的字段。面的默认为要素 id；文本相同的面为同一城市。</translation>
  </message>
  <message>
   <source>Distance in metres</source>
   <translation>距离（米）</translation>
  </message>
  <message>
   <source>For CITY_BY distance: belts up to so far away count, on the ellipsoid.</source>
   <translation>用于 CITY_BY distance：在此距离以内的产业带才算，按椭球计。</translation>
  </message>
  <message>
   <source>Tolerance in metres</source>
   <translation>容差（米）</translation>
  </message>
  <message>
   <source>For CITY_BY polygon: a point outside of all polygons belongs to the nearest one up to so far away.</source>
   <translation>用于 CITY_BY polygon：不在任何面内的点属于此距离以内最近的面。</translation>
  </message>
  <message>
   <source>CITY_BY {way} needs {parameter}.</source>
   <translation>CITY_BY {way} 需要 {parameter}。</translation>
  </message>
  <message>
   <source>The report needs jinja2. Install python3-jinja2 with the package manager of your system, with the OSGeo4W set-up on Windows, or run “python3 -m pip install jinja2” with QGIS's Python.</source>
   <translation>报告需要 jinja2。请用系统的软件包管理器安装 python3-jinja2，或用 Windows 上的 OSGeo4W 安装程序，或用 QGIS 的 Python 运行“python3 -m pip install jinja2”。</translation>
  </message>
  <message>
   <source>Report of matches</source>
   <translation>匹配报告</translation>
  </message>
  <message>
   <source>One HTML page with headline figures, map, charts and all tables, in English or Chinese.</source>
   <translation>一个含主要数字、地图、图表和全部表格的 HTML 页面，中文或英文。</translation>
  </message>
  <message>
   <source>report,html,tables,print,word,csv,map,chart,报告,表格</source>
   <translation>report,html,tables,print,word,csv,map,chart,报告,表格</translation>
  </message>
  <message>
   <source>BELTS is given without BELT_CITY: choose the field of the city.</source>
   <translation>给出了 BELTS 而没有 BELT_CITY：请选择城市字段。</translation>
  </message>
  <message>
   <source>The report cannot be written to “{path}”: {reason}.</source>
   <translation>报告无法写到“{path}”：{reason}。</translation>
  </message>
  <message>
   <source>Summary of matches by class</source>
   <translation>分类别匹配汇总</translation>
  </message>
  <message>
   <source>Counts and rates of each status by class, for all clusters, those with another class in their city and the others, with Wilson's 95 % bounds.</source>
   <translation>各状态分类别的数目与比率，含全部集群、本市有其他类别集群者和其余集群，附 Wilson 95 % 区间。</translation>
  </message>
  <message>
   <source>What is counted</source>
   <translation>统计什么</translation>
  </message>
  <message>
   <source>rows: clusters by city, a shared cluster once in each of its cities. whole: each cluster once, with its best status. weighted: by cb_weight, so that the rows of a shared cluster make up one. Several may be chosen.</source>
   <translation>rows：集群—城市，跨市集群在每个城市各计一次。whole：整集群各计一次，取其最好状态。weighted：按 cb_weight，跨市集群的各行合计为一。可多选。</translation>
  </message>
  <message>
   <source>Summary</source>
   <translation>汇总</translation>
  </message>
  <message>
   <source>A row a class and * for all, for each part: all, accompanied (a cluster of another class is in the same city) and alone; the last two make up the first. Rates (rate_m matched, rate_a adjacent, rate_ma both) are per cent of what is not unresolved; m_low … ma_high are their 95 % bounds, for weights with Kish's number n_eff. Of the unmatched, no_belt are in cities without belts (before: that had belts in earlier years) and none_rel in cities with belts, none of them related.</source>
   <translation>每个类别一行，* 为全部，分三部分：all、accompanied（同城有其他类别的集群）和 alone；后两者合为前者。比率（rate_m 匹配、rate_a 相近、rate_ma 二者）为占已识别者的百分比；m_low … ma_high 为其 95 % 区间，加权时用 Kish 有效数 n_eff。不匹配者中，no_belt 所在城市没有产业带（before：往年有），none_rel 所在城市有产业带但均不相关。</translation>
  </message>
  <message>
   <source>summary,table,rate,class,status,wilson,statistics,匹配率,统计</source>
   <translation>summary,table,rate,class,status,wilson,statistics,匹配率,统计</translation>
  </message>
  <message>
   <source>Number of classes</source>
   <translation>类别数</translation>
  </message>
  <message>
   <source>p-value of equal rates of matched clusters (χ²)</source>
   <translation>匹配率相等的 p 值（χ²）</translation>
  </message>
  <message>
   <source>p-value of equal rates of the three statuses (χ²)</source>
   <translation>三种状态比率相等的 p 值（χ²）</translation>
  </message>
  <message>
   <source>{parameter} is “{value}”: give a short word of Latin letters such as gbt.</source>
   <translation>{parameter} 为“{value}”：请给出拉丁字母短词，例如 gbt。</translation>
  </message>
  <message>
   <source>Place a table by city</source>
   <translation>表格按城市定位</translation>
  </message>
  <message>
   <source>Turns rows with the name of a city into points at that city.</source>
   <translation>把带城市名称的行变为该城市处的点。</translation>
  </message>
  <message>
   <source>Table or layer</source>
   <translation>表或图层</translation>
  </message>
  <message>
   <source>A table such as a CSV file or a sheet, or a layer.</source>
   <translation>表，例如 CSV 文件或工作表，或图层。</translation>
  </message>
  <message>
   <source>City field</source>
   <translation>城市字段</translation>
  </message>
  <message>
   <source>Name of the city as people write it (深圳, 广东省深圳市, 昆山, 苏州工业园区, Shenzhen), or its code. Counties stand at their prefecture-level city.</source>
   <translation>人们所写的城市名称（深圳、广东省深圳市、昆山、苏州工业园区、Shenzhen），或其代码。县级单位位于其地级城市。</translation>
  </message>
  <message>
   <source>Province field</source>
   <translation>省份字段</translation>
  </message>
  <message>
   <source>Year field</source>
   <translation>年份字段</translation>
  </message>
  <message>
   <source>Year of the row, for units that changed: 巢湖 in 2011, 莱芜 in 2019. Default: today.</source>
   <translation>该行的年份，用于变动过的单位：2011 年的巢湖、2019 年的莱芜。默认：今天。</translation>
  </message>
  <message>
   <source>A layer of cities of any country, used instead of the bundled list of China; equal names are equal cities.</source>
   <translation>任何国家的城市图层，代替内置的中国城市表；名称相同即城市相同。</translation>
  </message>
  <message>
   <source>Name field of your cities</source>
   <translation>自备城市的名称字段</translation>
  </message>
  <message>
   <source>Field of your cities that holds their name.</source>
   <translation>自备城市中含名称的字段。</translation>
  </message>
  <message>
   <source>Placed rows</source>
   <translation>已定位的行</translation>
  </message>
  <message>
   <source>All rows with cb_city, cb_citycd and cb_cityby (how the city was found). Rows without a place have no geometry; the log counts them and names what they could be.</source>
   <translation>全部行，含 cb_city、cb_citycd 和 cb_cityby（如何找到城市）。找不到位置的行没有几何；日志给出其数目及可能的城市。</translation>
  </message>
  <message>
   <source>geocode,city,prefecture,gazetteer,place names,adcode,地级市,定位</source>
   <translation>geocode,city,prefecture,gazetteer,place names,adcode,地级市,定位</translation>
  </message>
  <message>
   <source>Rows with a place</source>
   <translation>有位置的行</translation>
  </message>
  <message>
   <source>Rows without a place</source>
   <translation>没有位置的行</translation>
  </message>
  <message>
   <source>The table that the clusters were matched with. Default: the bundled taxonomy.</source>
   <translation>匹配集群时所用的表。默认：内置分类体系。</translation>
  </message>
  <message>
   <source>As in the matching: a column parent, codes by prefix, or dotted codes.</source>
   <translation>与匹配时一致：parent 列、前缀代码或点分代码。</translation>
  </message>
  <message>
   <source>As in the matching, for the form prefix: such as 2,3,4.</source>
   <translation>与匹配时一致，用于 prefix：例如 2,3,4。</translation>
  </message>
  <message>
   <source>As in the matching. Default: the bundled chains; none with a taxonomy of your own.</source>
   <translation>与匹配时一致。默认：内置产业链；使用自备分类体系时没有。</translation>
  </message>
  <message>
   <source>The table that the matching was given, if any.</source>
   <translation>匹配时所给的表（如有）。</translation>
  </message>
  <message>
   <source>As in the matching: a word such as gbt, nace or naics for plain codes.</source>
   <translation>与匹配时一致：纯代码所属体系的短词，例如 gbt、nace 或 naics。</translation>
  </message>
  <message>
   <source>As in the matching: a name of the taxonomy that ends a longer text counts.</source>
   <translation>与匹配时一致：分类体系的名称位于较长文本末尾也算。</translation>
  </message>
  <message>
   <source>Printed in the lists; default: the id of the row.</source>
   <translation>印在清单中；默认：行的 id。</translation>
  </message>
  <message>
   <source>Of the report. Default: a general one in its language.</source>
   <translation>报告的标题。默认：按其语言的通用标题。</translation>
  </message>
  <message>
   <source>Data sources</source>
   <translation>数据来源</translation>
  </message>
  <message>
   <source>A sentence for the record: where the data come from, and of when.</source>
   <translation>供记录的一句话：数据来自何处、何时。</translation>
  </message>
  <message>
   <source>Language of the report</source>
   <translation>报告语言</translation>
  </message>
  <message>
   <source>The output of “Weighted standard deviational ellipse”: on the map, and as a table.</source>
   <translation>“加权标准差椭圆”的输出：绘在地图上，并列成表。</translation>
  </message>
  <message>
   <source>As in “Overlap of cities with clusters and with belts”; China has 337.</source>
   <translation>同“集群城市与产业带城市的重合”；中国为 337。</translation>
  </message>
  <message>
   <source>Of the test against chance, which needs belts with an industry.</source>
   <translation>用于与偶然比较的检验，需要有产业的产业带。</translation>
  </message>
  <message>
   <source>Default: Albers for data in China, else that of the project or the layer.</source>
   <translation>默认：中国的数据用 Albers，否则用工程或图层的投影。</translation>
  </message>
  <message>
   <source>One HTML file with all in it: it opens without a network, prints on A4, and its tables paste into Word.</source>
   <translation>一个包含一切的 HTML 文件：不联网即可打开，可用 A4 打印，表格可粘贴到 Word。</translation>
  </message>
  <message>
   <source>Each table as a CSV file that Excel opens, unrounded; files there are replaced.</source>
   <translation>每个表一个 Excel 可打开的 CSV 文件，不取整；已有文件会被替换。</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>报告</translation>
  </message>
  <message>
   <source>Folder for the tables</source>
   <translation>表格文件夹</translation>
  </message>
  <message>
   <source>Tables of the report</source>
   <translation>报告的表格</translation>
  </message>
  <message>
   <source>Split shared clusters by city</source>
   <translation>按城市拆分跨市集群</translation>
  </message>
  <message>
   <source>One row a city for clusters that several cities share, with weight 1/N each.</source>
   <translation>多个城市共有的集群每城一行，权重各为 1/N。</translation>
  </message>
  <message>
   <source>A table or layer of clusters. Rows that were split before (fields cb_row, cb_shared, cb_weight) stay as they are, so that nothing is divided twice.</source>
   <translation>集群的表或图层。已拆分的行（字段 cb_row、cb_shared、cb_weight）保持不变，不会再次拆分。</translation>
  </message>
  <message>
   <source>Id field</source>
   <translation>Id 字段</translation>
  </message>
  <message>
   <source>Id of the cluster. The same id in rows of different cities is one shared cluster; the same id and city twice is an error. Default: the feature id.</source>
   <translation>集群 id。同一 id 出现在不同城市的行为一个跨市集群；id 与城市都相同为错误。默认：要素 id。</translation>
  </message>
  <message>
   <source>A city, or several separated by one of 、 , ， ; ； | /.</source>
   <translation>一个城市，或用 、 , ， ; ； | / 之一分隔的多个城市。</translation>
  </message>
  <message>
   <source>Clusters by city</source>
   <translation>集群—城市</translation>
  </message>
  <message>
   <source>A row a cluster and city: cb_row (id#k), cb_city, cb_citycd, cb_shared (number of cities N), cb_weight (weight/N). Rows of shared clusters and rows without geometry stand at their city; the others keep their own place (polygons a point on their surface).</source>
   <translation>每个集群与城市一行：cb_row（id#k）、cb_city、cb_citycd、cb_shared（城市数 N）、cb_weight（权重/N）。跨市集群的行和没有几何的行位于其城市；其他行保持原位（面取其内一点）。</translation>
  </message>
  <message>
   <source>explode,shared,cluster,city,weight,集群,拆分</source>
   <translation>explode,shared,cluster,city,weight,集群,拆分</translation>
  </message>
  <message>
   <source>Style matched clusters</source>
   <translation>设置匹配结果样式</translation>
  </message>
  <message>
   <source>Draws clusters by status, belts as dots beneath and ellipses by class.</source>
   <translation>按状态绘集群，产业带以小点垫底，椭圆按类别。</translation>
  </message>
  <message>
   <source>The output of “Match clusters with belts”. Points of one city stand around it, so that all are seen; the legend counts them.</source>
   <translation>“集群与产业带匹配”的输出。同城的点围绕城市排开，全部可见；图例给出数目。</translation>
  </message>
  <message>
   <source>Drawn as small dots.</source>
   <translation>以小点绘制。</translation>
  </message>
  <message>
   <source>Drawn by the class field if they have it, else by the field they were grouped by.</source>
   <translation>有类别字段则按类别绘制，否则按分组字段绘制。</translation>
  </message>
  <message>
   <source>Drawn as crosses in the colours of the ellipses.</source>
   <translation>以椭圆的颜色绘成十字。</translation>
  </message>
  <message>
   <source>Palette</source>
   <translation>配色</translation>
  </message>
  <message>
   <source>colour: stays apart for colour-blind eyes. grey: for journals that print in black.</source>
   <translation>colour：色觉障碍者也能区分。grey：供黑白印刷的期刊。</translation>
  </message>
  <message>
   <source>Shown beside the status. Default: the map shows the status only.</source>
   <translation>与状态同时显示。默认：地图只显示状态。</translation>
  </message>
  <message>
   <source>Class shown by</source>
   <translation>类别的表示</translation>
  </message>
  <message>
   <source>outline: its colour. symbol: its shape; the colour then tells the status.</source>
   <translation>outline：轮廓颜色。symbol：符号形状，颜色则表示状态。</translation>
  </message>
  <message>
   <source>Label field</source>
   <translation>标注字段</translation>
  </message>
  <message>
   <source>Names beside the symbols; where two would touch, one is left out.</source>
   <translation>符号旁的名称；会相碰时略去其一。</translation>
  </message>
  <message>
   <source>Language of the legend</source>
   <translation>图例语言</translation>
  </message>
  <message>
   <source>style,symbology,legend,status,class,greyscale,labels,样式,图例,灰度</source>
   <translation>style,symbology,legend,status,class,greyscale,labels,样式,图例,灰度</translation>
  </message>
  <message>
   <source>Styled clusters</source>
   <translation>已设样式的集群</translation>
  </message>
  <message>
   <source>Layers styled</source>
   <translation>已设样式的图层数</translation>
  </message>
  <message>
   <source>Layer “{layer}” is not in the project: its style is kept until this run ends.</source>
   <translation>图层“{layer}”不在工程中：其样式只保留到本次运行结束。</translation>
  </message>
  <message>
   <source>Tables</source>
   <translation>表格</translation>
  </message>
  <message>
   <source>The output of “Match clusters with belts”.</source>
   <translation>“集群与产业带匹配”的输出。</translation>
  </message>
  <message>
   <source>The programme or other class of the clusters.</source>
   <translation>集群的计划或其他类别。</translation>
  </message>
  <message>
   <source>Weighted standard deviational ellipse</source>
   <translation>加权标准差椭圆</translation>
  </message>
  <message>
   <source>Mean centre, extent and direction of weighted points, one ellipse a group.</source>
   <translation>加权点的平均中心、范围和方向，每组一个椭圆。</translation>
  </message>
  <message>
   <source>Which rule equals which program</source>
   <translation>哪条规则等于哪个软件</translation>
  </message>
  <message>
   <source>Numbers, or text that is a number. Empty and zero weights are left out and counted; a negative weight is an error. The unit does not matter: shares give the same ellipse as counts.</source>
   <translation>数字，或内容为数字的文本。空权重和零权重略去并计数；负权重为错误。单位无关紧要：占比与数量得到相同的椭圆。</translation>
  </message>
  <message>
   <source>One ellipse for each value; rows without a value are a group of their own.</source>
   <translation>每个值一个椭圆；没有值的行自成一组。</translation>
  </message>
  <message>
   <source>Edges of each ellipse; at least 180 are used where the outline is reprojected.</source>
   <translation>每个椭圆的边数；轮廓需重投影时至少用 180。</translation>
  </message>
  <message>
   <source>A row a group and size. major and minor are half axes in units of the plane of measurement, rotation is the azimuth of the major axis on its grid, azimuth that from true north, share_in the share of the weight that is inside, share_exp the share to expect of a Gaussian sample. status is ellipse, circle (no direction), line, point (both without a polygon) or few (too few points for the divisor).</source>
   <translation>每组、每个大小一行。major 和 minor 为半轴（量算平面的单位），rotation 为长轴在其格网上的方位角，azimuth 为自真北的方位角，share_in 为椭圆内权重占比，share_exp 为高斯样本的期望占比。status 为 ellipse、circle（无方向）、line、point（二者没有面）或 few（点数不足以用该除数）。</translation>
  </message>
  <message>
   <source>A point a group.</source>
   <translation>每组一个点。</translation>
  </message>
  <message>
   <source>Axes</source>
   <translation>轴</translation>
  </message>
  <message>
   <source>Two lines an ellipse, with their whole length.</source>
   <translation>每个椭圆两条线，为轴的全长。</translation>
  </message>
  <message>
   <source>Divisor {divisor} needs more than {lost} points, but there are {points} (effective number: {effective}). Choose the divisor weights, or add points.</source>
   <translation>除数 {divisor} 需要多于 {lost} 个点，但只有 {points} 个（有效数：{effective}）。请选择除数 weights，或增加点。</translation>
  </message>
  <message>
   <source>ellipse,standard deviational ellipse,SDE,directional distribution,centrography,mean center,standard distance,confidence,orientation,weight,azimuth,gravity centre,标准差椭圆,重心</source>
   <translation>ellipse,standard deviational ellipse,SDE,directional distribution,centrography,mean center,standard distance,confidence,orientation,weight,azimuth,gravity centre,标准差椭圆,重心</translation>
  </message>
  <message>
   <source>Segments of the outline</source>
   <translation>轮廓边数</translation>
  </message>
  <message>
   <source>Number of ellipses</source>
   <translation>椭圆数</translation>
  </message>
  <message>
   <source>Points used</source>
   <translation>所用点数</translation>
  </message>
  <message>
   <source>Points left out</source>
   <translation>略去点数</translation>
  </message>
  <message>
   <source>Layer “{layer}”, field “{field}”, row {row}: the weight {value} is negative. Weights must be zero or more; correct the cell or choose another field.</source>
   <translation>图层“{layer}”，字段“{field}”，第 {row} 行：权重 {value} 为负。权重必须为零或正数；请改正该格或另选字段。</translation>
  </message>
  <message>
   <source>Layer “{layer}”, field “{field}”, row {row}: “{value}” is not a number. Correct the cell or choose another field.</source>
   <translation>图层“{layer}”，字段“{field}”，第 {row} 行：“{value}”不是数字。请改正该格或另选字段。</translation>
  </message>
  <message>
   <source>VALUES: the name of field “{field}” must hold one year with four digits, as GDP2015 does. Rename the field.</source>
   <translation>VALUES：字段“{field}”的名称必须含一个四位数年份，如 GDP2015。请更改字段名。</translation>
  </message>
  <message>
   <source>VALUES: the fields “{first}” and “{second}” are both of {year}. Choose one.</source>
   <translation>VALUES：字段“{first}”与“{second}”同为 {year} 年。请选其一。</translation>
  </message>
  <message>
   <source>N</source>
   <translation>北</translation>
  </message>
  <message>
   <source>NE</source>
   <translation>东北</translation>
  </message>
  <message>
   <source>E</source>
   <translation>东</translation>
  </message>
  <message>
   <source>SE</source>
   <translation>东南</translation>
  </message>
  <message>
   <source>S</source>
   <translation>南</translation>
  </message>
  <message>
   <source>SW</source>
   <translation>西南</translation>
  </message>
  <message>
   <source>W</source>
   <translation>西</translation>
  </message>
  <message>
   <source>NW</source>
   <translation>西北</translation>
  </message>
  <message>
   <source>due N</source>
   <translation>正北</translation>
  </message>
  <message>
   <source>due E</source>
   <translation>正东</translation>
  </message>
  <message>
   <source>due S</source>
   <translation>正南</translation>
  </message>
  <message>
   <source>due W</source>
   <translation>正西</translation>
  </message>
  <message>
   <source>N{angle}°W</source>
   <translation>北偏西{angle}°</translation>
  </message>
  <message>
   <source>E{angle}°N</source>
   <translation>东偏北{angle}°</translation>
  </message>
  <message>
   <source>S{angle}°E</source>
   <translation>南偏东{angle}°</translation>
  </message>
  <message>
   <source>W{angle}°S</source>
   <translation>西偏南{angle}°</translation>
  </message>
  <message>
   <source>N{angle}°E</source>
   <translation>北偏东{angle}°</translation>
  </message>
  <message>
   <source>E{angle}°S</source>
   <translation>东偏南{angle}°</translation>
  </message>
  <message>
   <source>S{angle}°W</source>
   <translation>南偏西{angle}°</translation>
  </message>
  <message>
   <source>W{angle}°N</source>
   <translation>西偏北{angle}°</translation>
  </message>
  <message>
   <source>SIZE is {size}, but must be greater than 0.</source>
   <translation>SIZE 为 {size}，但必须大于 0。</translation>
  </message>
  <message>
   <source>PERCENT is {percent}, but must lie between 0 and 100. 100 itself is possible with SCALING share_inside only.</source>
   <translation>PERCENT 为 {percent}，但必须在 0 与 100 之间。100 只能用于 SCALING share_inside。</translation>
  </message>
  <message>
   <source>The form of a taxonomy is {form}: give one of {forms}.</source>
   <translation>分类体系的形式为 {form}：请给出 {forms} 之一。</translation>
  </message>
  <message>
   <source>TAXONOMY_LEVELS is “{levels}”: give the digits of each level from the top, such as 2,3,4.</source>
   <translation>TAXONOMY_LEVELS 为“{levels}”：请自上而下给出各级位数，例如 2,3,4。</translation>
  </message>
  <message>
   <source>The codes {codes} stand for the same number {number}.</source>
   <translation>代码 {codes} 代表同一数字 {number}。</translation>
  </message>
  <message>
   <source>The code {code} does not have the form of this taxonomy (such as {example}): mend it, or choose another form or other levels.</source>
   <translation>代码 {code} 不符合此分类体系的形式（例如 {example}）：请改正，或选择其他形式或级别。</translation>
  </message>
  <message>
   <source>MAX_LEVELS is {value}: give 0 or more, or leave it empty.</source>
   <translation>MAX_LEVELS 为 {value}：请给出 0 或更大的数，或留空。</translation>
  </message>
  <message>
   <source>MAX_HOPS is {value}: give 1 or {most}.</source>
   <translation>MAX_HOPS 为 {value}：请给出 1 或 {most}。</translation>
  </message>
  <message>
   <source>LIFT is {value}: give a number from 0 to 100.</source>
   <translation>LIFT 为 {value}：请给出 0 到 100 的数。</translation>
  </message>
  <message>
   <source>The {table} table has no column {missing}: add or rename it.</source>
   <translation>{table} 表没有列 {missing}：请添加或改名。</translation>
  </message>
  <message>
   <source>The taxonomy has {count} problem(s):
{problems}</source>
   <translation>分类体系有 {count} 个问题：
{problems}</translation>
  </message>
  <message>
   <source>These nodes belong to one another in a circle: {path}.</source>
   <translation>这些节点循环隶属：{path}。</translation>
  </message>
  <message>
   <source>The parent {parent} of {code} is not in the taxonomy.</source>
   <translation>{code} 的上级 {parent} 不在分类体系中。</translation>
  </message>
  <message>
   <source>The label “{label}” belongs to several nodes: {codes}.</source>
   <translation>名称“{label}”属于多个节点：{codes}。</translation>
  </message>
  <message>
   <source>The chain edge {up} → {down} names unknown nodes: {unknown}.</source>
   <translation>产业链 {up} → {down} 含未知节点：{unknown}。</translation>
  </message>
  <message>
   <source>The chain edge {up} → {down} stands in two rows.</source>
   <translation>产业链 {up} → {down} 出现在两行中。</translation>
  </message>
  <message>
   <source>These chain edges run in a circle: {path}.</source>
   <translation>这些产业链构成循环：{path}。</translation>
  </message>
  <message>
   <source>The node “{name}” has no code.</source>
   <translation>节点“{name}”没有代码。</translation>
  </message>
  <message>
   <source>The chain edge {up} → {down} joins a node with itself or with its ancestor.</source>
   <translation>产业链 {up} → {down} 将节点与其自身或其上级相连。</translation>
  </message>
  <message>
   <source>The code {code} stands in two rows.</source>
   <translation>代码 {code} 出现在两行中。</translation>
  </message>
  <message>
   <source>“{text}”: the taxonomy has no code {code}.</source>
   <translation>“{text}”：分类体系没有代码 {code}。</translation>
  </message>
  <message>
   <source>The table of aliases has {count} problem(s):
{problems}</source>
   <translation>别名表有 {count} 个问题：
{problems}</translation>
  </message>
  <message>
   <source>Row {row}: the kind {kind} is not one of {kinds}.</source>
   <translation>第 {row} 行：类型 {kind} 不是 {kinds} 之一。</translation>
  </message>
  <message>
   <source>Row {row}: the code {code} has no text.</source>
   <translation>第 {row} 行：代码 {code} 没有文本。</translation>
  </message>
  <message>
   <source>Row {row}: “{text}” stands in another row with other codes than {code}.</source>
   <translation>第 {row} 行：“{text}”在另一行中的代码与 {code} 不同。</translation>
  </message>
  <message>
   <source>Layer “{layer}”, row {row}: the belt ends in {end}, before it begins in {start} ({n} such rows in all). Correct the cells.</source>
   <translation>图层“{layer}”，第 {row} 行：产业带终于 {end}，早于其起始 {start}（此类行共 {n} 个）。请改正。</translation>
  </message>
  <message>
   <source>Layer “{layer}”, field “{field}”, row {row}: “{value}” is not a year. Write four digits, or choose another field.</source>
   <translation>图层“{layer}”，字段“{field}”，第 {row} 行：“{value}”不是年份。请写四位数字，或另选字段。</translation>
  </message>
  <message>
   <source>LANGUAGE is “{language}”: give one of {known}.</source>
   <translation>LANGUAGE 为“{language}”：请给出 {known} 之一。</translation>
  </message>
  <message>
   <source>The column {missing} is missing.</source>
   <translation>缺少列 {missing}。</translation>
  </message>
  <message>
   <source>OVERRIDES has no column “decision”. It takes the columns {columns}, decision, relation, reviewer, date, note.</source>
   <translation>OVERRIDES 没有“decision”列。它的列为 {columns}、decision、relation、reviewer、date、note。</translation>
  </message>
  <message>
   <source>OVERRIDES: the rows {first} and {second} are equally specific and decide differently about the same pair. Remove one, or make one more specific with ids or a city.</source>
   <translation>OVERRIDES：第 {first} 行与第 {second} 行同样具体，而对同一对判定不同。请删去一行，或用 id 或城市使其中一行更具体。</translation>
  </message>
  <message>
   <source>OVERRIDES, row {line}: the decision “{decision}” is not one of {known}.</source>
   <translation>OVERRIDES 第 {line} 行：判定“{decision}”不是 {known} 之一。</translation>
  </message>
  <message>
   <source>OVERRIDES, row {line}: nothing says which pairs are meant; fill in one of {columns}.</source>
   <translation>OVERRIDES 第 {line} 行：没有说明针对哪些对；请填写 {columns} 之一。</translation>
  </message>
  <message>
   <source>OVERRIDES, row {line}: {decision} with the relation “{relation}”; give one of {known}.</source>
   <translation>OVERRIDES 第 {line} 行：{decision} 的关系为“{relation}”；请给出 {known} 之一。</translation>
  </message>
  <message>
   <source>TOP is {value}: give 0 for all, or a number above.</source>
   <translation>TOP 为 {value}：请给出 0（全部）或更大的数。</translation>
  </message>
  <message>
   <source>There would be {total} pairs, more than MAX_PAIRS = {limit}. Raise MAX_PAIRS, or keep fewer belts for each cluster with TOP.</source>
   <translation>会有 {total} 对，超过 MAX_PAIRS = {limit}。请提高 MAX_PAIRS，或用 TOP 减少每个集群的产业带。</translation>
  </message>
  <message>
   <source>There is no label for “{key}” in the language “{language}”.</source>
   <translation>“{key}”没有语言“{language}”的名称。</translation>
  </message>
  <message>
   <source>The alias {text} has the kind {kind} and the code {code}: the kinds are {kinds}, the code must be that of a city in the gazetteer.</source>
   <translation>别名 {text} 的类型为 {kind}、代码为 {code}：类型应为 {kinds}，代码应为地名表中的城市代码。</translation>
  </message>
  <message>
   <source>The aliases name cities that are not known: {codes}.</source>
   <translation>别名中的城市未知：{codes}。</translation>
  </message>
  <message>
   <source>The columns have {a} and {b} rows.</source>
   <translation>各列有 {a} 行和 {b} 行。</translation>
  </message>
  <message>
   <source>Layer “{layer}”: the cluster {id} stands twice in {city}, in the rows {first} and {second} ({n} such rows in all). Remove one or give it another id.</source>
   <translation>图层“{layer}”：集群 {id} 在 {city} 出现两次，在第 {first} 行和第 {second} 行（此类行共 {n} 个）。请删去一行或改用其他 id。</translation>
  </message>
  <message>
   <source>Layer “{layer}”, row {row}: the cluster has no id ({n} such rows in all). Fill the field or choose another one.</source>
   <translation>图层“{layer}”，第 {row} 行：集群没有 id（此类行共 {n} 个）。请填写该字段或另选字段。</translation>
  </message>
  <message>
   <source>No row can be tested: each needs a city and an industry that are known.</source>
   <translation>没有可检验的行：每行需要已知的城市和产业。</translation>
  </message>
  <message>
   <source>NULL_MODEL is “{value}”: give one of {known}.</source>
   <translation>NULL_MODEL 为“{value}”：请给出 {known} 之一。</translation>
  </message>
  <message>
   <source>RUNS is {runs} and SEED {seed}: give 1 or more, and 0 or more.</source>
   <translation>RUNS 为 {runs}，SEED 为 {seed}：前者须为 1 或更大，后者须为 0 或更大。</translation>
  </message>
  <message>
   <source>LEVEL is “{level}”: give one of {known}.</source>
   <translation>LEVEL 为“{level}”：请给出 {known} 之一。</translation>
  </message>
  <message>
   <source>There are {total} pairs, more than {most}: choose fewer rows or cities.</source>
   <translation>有 {total} 对，超过 {most}：请减少行或城市。</translation>
  </message>
  <message>
   <source>BASE is “{base}”: give one of {known}.</source>
   <translation>BASE 为“{base}”：请给出 {known} 之一。</translation>
  </message>
  <message>
   <source>The column {missing} is missing: give the output of “Match clusters with belts”.</source>
   <translation>缺少列 {missing}：请给出“集群与产业带匹配”的输出。</translation>
  </message>
  <message>
   <source>The field cb_nodes has the code “{code}”, which the taxonomy does not have: choose the TAXONOMY that the clusters were matched with.</source>
   <translation>字段 cb_nodes 中有分类体系所没有的代码“{code}”：请选择匹配集群时所用的 TAXONOMY。</translation>
  </message>
  <message>
   <source>Row of the cluster</source>
   <translation>集群行</translation>
  </message>
  <message>
   <source>City</source>
   <translation>城市</translation>
  </message>
  <message>
   <source>City code</source>
   <translation>城市代码</translation>
  </message>
  <message>
   <source>Cities of the cluster</source>
   <translation>集群的城市数</translation>
  </message>
  <message>
   <source>Weight</source>
   <translation>权重</translation>
  </message>
  <message>
   <source>Industries</source>
   <translation>产业</translation>
  </message>
  <message>
   <source>Industry read by</source>
   <translation>产业识别方式</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>Status of the whole cluster</source>
   <translation>整集群状态</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>原因</translation>
  </message>
  <message>
   <source>Relation</source>
   <translation>关系</translation>
  </message>
  <message>
   <source>Id of the best belt</source>
   <translation>最佳产业带 id</translation>
  </message>
  <message>
   <source>Best belt</source>
   <translation>最佳产业带</translation>
  </message>
  <message>
   <source>Through</source>
   <translation>经由</translation>
  </message>
  <message>
   <source>Matching belts</source>
   <translation>匹配的产业带</translation>
  </message>
  <message>
   <source>Adjacent belts</source>
   <translation>相近的产业带</translation>
  </message>
  <message>
   <source>Belts of the city</source>
   <translation>本市产业带</translation>
  </message>
  <message>
   <source>Unresolved belts of the city</source>
   <translation>本市未识别产业带</translation>
  </message>
  <message>
   <source>Status with belts of any year</source>
   <translation>含往年产业带的状态</translation>
  </message>
  <message>
   <source>Decided by</source>
   <translation>判定者</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>证据</translation>
  </message>
  <message>
   <source>Effective number of points</source>
   <translation>有效点数</translation>
  </message>
  <message>
   <source>Major half axis</source>
   <translation>长半轴</translation>
  </message>
  <message>
   <source>Minor half axis</source>
   <translation>短半轴</translation>
  </message>
  <message>
   <source>Rotation on the grid (°)</source>
   <translation>格网方位角（°）</translation>
  </message>
  <message>
   <source>Azimuth from true north (°)</source>
   <translation>真北方位角（°）</translation>
  </message>
  <message>
   <source>Standard error of the azimuth (°)</source>
   <translation>方位角标准误（°）</translation>
  </message>
  <message>
   <source>Minor/major</source>
   <translation>短轴/长轴</translation>
  </message>
  <message>
   <source>Flattening</source>
   <translation>扁率</translation>
  </message>
  <message>
   <source>Weight by area</source>
   <translation>权重密度</translation>
  </message>
  <message>
   <source>Share inside</source>
   <translation>椭圆内占比</translation>
  </message>
  <message>
   <source>Expected share inside</source>
   <translation>期望椭圆内占比</translation>
  </message>
  <message>
   <source>Measured in</source>
   <translation>量算平面</translation>
  </message>
  <message>
   <source>No status</source>
   <translation>无状态</translation>
  </message>
  <message>
   <source>{words} ({count}, {rate} %)</source>
   <translation>{words} ({count}, {rate} %)</translation>
  </message>
  <message>
   <source>{words} ({count})</source>
   <translation>{words} ({count})</translation>
  </message>
  <message>
   <source>“{path}”: the file must end in one of {suffixes}.</source>
   <translation>“{path}”：文件须以 {suffixes} 之一结尾。</translation>
  </message>
  <message>
   <source>The page is too large for the memory: “{path}”. Ask for fewer dpi.</source>
   <translation>页面太大，内存不足：“{path}”。请降低 dpi。</translation>
  </message>
  <message>
   <source>The file “{path}” cannot be written. Is the folder there, or the file open in another program?</source>
   <translation>文件“{path}”无法写入。文件夹是否存在，文件是否在其他程序中打开？</translation>
  </message>
  <message>
   <source>The page could not be written to “{path}”.</source>
   <translation>页面无法写到“{path}”。</translation>
  </message>
  <message>
   <source>No Chinese font is installed, so Chinese texts would be printed as boxes. Install one of: {families}.</source>
   <translation>没有安装中文字体，中文会印成方框。请安装其中之一：{families}。</translation>
  </message>
  <message>
   <source>Clusters by status</source>
   <translation>集群状态</translation>
  </message>
  <message>
   <source>Standard deviational ellipses</source>
   <translation>标准差椭圆</translation>
  </message>
  <message>
   <source>Belts ({count})</source>
   <translation>产业带 ({count})</translation>
  </message>
  <message>
   <source>Source: {source}</source>
   <translation>资料来源：{source}</translation>
  </message>
  <message>
   <source>Map approval number: {number}. Boundaries of the base map not altered.</source>
   <translation>审图号：{number}。底图边界无修改。</translation>
  </message>
  <message>
   <source>Map approval number: {number}</source>
   <translation>审图号：{number}</translation>
  </message>
  <message>
   <source>South China Sea Islands</source>
   <translation>南海诸岛</translation>
  </message>
  <message>
   <source>Class</source>
   <translation>类别</translation>
  </message>
  <message>
   <source>All</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>No class</source>
   <translation>无类别</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>总数</translation>
  </message>
  <message>
   <source>Number (per cent of the resolved)</source>
   <translation>数目（占已识别者的百分比）</translation>
  </message>
  <message>
   <source>Layer “{layer}” cannot be drawn by status: it needs geometries and the field cb_status. Choose the output of “Match clusters with belts”.</source>
   <translation>图层“{layer}”无法按状态绘制：需要几何和字段 cb_status。请选择“集群与产业带匹配”的输出。</translation>
  </message>
  <message>
   <source>Belts without a city</source>
   <translation>没有城市的产业带</translation>
  </message>
  <message>
   <source>{count} rows are left out: their city or industry is not known, or the city has no belts.</source>
   <translation>略去 {count} 行：其城市或产业未知，或该城市没有产业带。</translation>
  </message>
  <message>
   <source>{count} rows have another status in the layer than by the relations alone (judgements, equal words, or other rules than in the matching); the test uses the relations on both sides.</source>
   <translation>{count} 行在图层中的状态与仅按关系得出的不同（判定、文本相同，或规则与匹配时不同）；检验两边都用关系。</translation>
  </message>
  <message>
   <source>Belts whose id (“{field}”) stands for another belt as well; each counts</source>
   <translation>id（“{field}”）也代表另一产业带的产业带；各计一次</translation>
  </message>
  <message>
   <source>Rows without a weight; they are kept, and left out of weighted figures</source>
   <translation>没有权重的行；予以保留，但不进入加权数字</translation>
  </message>
  <message>
   <source>Layer “{layer}”: no field with the id of the cluster was chosen, so the feature id counts. It may change when the layer is saved.</source>
   <translation>图层“{layer}”：没有选择集群 id 字段，因此用要素 id。保存图层时它可能改变。</translation>
  </message>
  <message>
   <source>Layer “{layer}” is split by city already; its rows stay as they are.</source>
   <translation>图层“{layer}”已按城市拆分；其行保持不变。</translation>
  </message>
  <message>
   <source>Layer “{layer}” has no coordinate reference system, and the result has none either. Set it in the properties of the layer.</source>
   <translation>图层“{layer}”没有坐标参照系，结果也没有。请在图层属性中设置。</translation>
  </message>
  <message>
   <source>Layer “{layer}” is read feature by feature; a GeoPackage without edits is faster.</source>
   <translation>图层“{layer}”逐要素读取；无编辑的 GeoPackage 更快。</translation>
  </message>
  <message>
   <source>Layer “{layer}” is read by columns.</source>
   <translation>图层“{layer}”按列读取。</translation>
  </message>
  <message>
   <source>Layer “{layer}”, field “{field}”: its cells hold lists or binary data. Choose another field, or make a text of it with the field calculator.</source>
   <translation>图层“{layer}”，字段“{field}”：其格中为列表或二进制数据。请另选字段，或用字段计算器转为文本。</translation>
  </message>
  <message>
   <source>Layer “{layer}”: the names of the fields stand in its first row, and the fields are called Field1, Field2 …. Save the sheet as CSV (UTF-8), or put a number into one of its columns, and add it again.</source>
   <translation>图层“{layer}”：字段名在第一行，字段被称为 Field1、Field2 …。请将工作表另存为 CSV（UTF-8），或在某列中放一个数字，再重新添加。</translation>
  </message>
  <message>
   <source>Rows left out, their polygon has no area</source>
   <translation>略去的行，面没有面积</translation>
  </message>
  <message>
   <source>Compared as drawn, because their fields do not describe their polygon</source>
   <translation>按所绘图形比较，因为其字段与面不符</translation>
  </message>
  <message>
   <source>Rows left out, no polygon</source>
   <translation>略去的行，没有面</translation>
  </message>
  <message>
   <source>Names of several rows</source>
   <translation>多行共有的名称</translation>
  </message>
  <message>
   <source>The polygons {a} and {b} cannot be intersected: {reason} Repair them first.</source>
   <translation>面 {a} 与 {b} 无法求交：{reason} 请先修复。</translation>
  </message>
  <message>
   <source>The rows were measured in different planes: {measures}. They are compared as they are drawn; axes are compared only within a plane. Draw them in one run, or with one MEASURE_CRS.</source>
   <translation>各行在不同平面量算：{measures}。按所绘图形比较；轴只在同一平面内比较。请一次绘出，或用同一 MEASURE_CRS。</translation>
  </message>
  <message>
   <source>Layer “{layer}” has {count} polygons, but a comparison needs two or more.</source>
   <translation>图层“{layer}”有 {count} 个面，而比较需要两个或更多。</translation>
  </message>
  <message>
   <source>A polygon cannot be brought into the plane {plane}: {reason}</source>
   <translation>面无法转到平面 {plane}：{reason}</translation>
  </message>
  <message>
   <source>The tables cannot be written to “{folder}”: {reason}. Is a file of them open in another program?</source>
   <translation>表格无法写到“{folder}”：{reason}。其中的文件是否在其他程序中打开？</translation>
  </message>
  <message>
   <source>{output}: the file {file} is being read and would be lost. Choose another file, or another table of the GeoPackage.</source>
   <translation>{output}：文件 {file} 正在被读取，写入会使其丢失。请另选文件，或选择 GeoPackage 中的另一个表。</translation>
  </message>
  <message>
   <source>{one} and {other} go to the same file {file}. Choose another for one of them.</source>
   <translation>{one} 和 {other} 写往同一文件 {file}。请为其中之一另选文件。</translation>
  </message>
  <message>
   <source>Layer “{layer}”, field “{field}”: “{text}” was read in the wrong encoding. Choose that of the file in the properties of the layer under Source (for Chinese files made by Excel it is GBK or GB18030), or save the file as CSV UTF-8 and add it again.</source>
   <translation>图层“{layer}”，字段“{field}”：“{text}”以错误的编码读取。请在图层属性的“源”中选择文件的编码（Excel 的中文文件为 GBK 或 GB18030），或将文件另存为 CSV UTF-8 后重新添加。</translation>
  </message>
  <message>
   <source>{reason}: {count} ({ids})</source>
   <translation>{reason}：{count}（{ids}）</translation>
  </message>
  <message>
   <source>Layer “{layer}” has no rows.</source>
   <translation>图层“{layer}”没有行。</translation>
  </message>
  <message>
   <source>The judgement could not be written to “{path}”: {reason}</source>
   <translation>判定无法写到“{path}”：{reason}</translation>
  </message>
  <message>
   <source>The table of judgements “{path}” could not be made: {reason}</source>
   <translation>判定表“{path}”无法建立：{reason}</translation>
  </message>
  <message>
   <source>Rows without a weight; weighted figures leave them out</source>
   <translation>没有权重的行；加权数字不含它们</translation>
  </message>
  <message>
   <source>Rows of unknown city, left out</source>
   <translation>城市未知的行，略去</translation>
  </message>
  <message>
   <source>No row has a city (cb_citycd): tables of cities need clusters that were matched by city, not by distance.</source>
   <translation>没有一行有城市（cb_citycd）：城市表需要按城市而非按距离匹配的集群。</translation>
  </message>
  <message>
   <source>Layer “{layer}” has no field {missing}: choose the output of “Match clusters with belts”.</source>
   <translation>图层“{layer}”没有字段 {missing}：请选择“集群与产业带匹配”的输出。</translation>
  </message>
  <message>
   <source>{count} rows whose city or industry is not known cannot be related to others.</source>
   <translation>{count} 行的城市或产业未知，无法与其他行关联。</translation>
  </message>
  <message>
   <source>More than 1 % of the rows are unresolved; the rates leave them out.</source>
   <translation>未识别的行超过 1 %；比率不含它们。</translation>
  </message>
  <message>
   <source>{ROWS} rows: {MATCHED} matched, {ADJACENT} adjacent, {UNMATCHED} unmatched, {UNRESOLVED} unresolved; {PAIR_COUNT} pairs.</source>
   <translation>共 {ROWS} 行：匹配 {MATCHED}，相近 {ADJACENT}，不匹配 {UNMATCHED}，未识别 {UNRESOLVED}；{PAIR_COUNT} 对。</translation>
  </message>
  <message>
   <source>Belts of {year} are current (AS_OF), those of earlier years historic.</source>
   <translation>{year} 年的产业带为当前（AS_OF），往年的为历史。</translation>
  </message>
  <message>
   <source>Not known: the city of {city} belts and the industry of {industry} belts. {open} clusters are unmatched in a city with such belts (cb_nunres): unmatched as far as known.</source>
   <translation>未知：{city} 个产业带的城市和 {industry} 个产业带的产业。有此类产业带的城市中有 {open} 个集群不匹配（cb_nunres）：仅就已知而言不匹配。</translation>
  </message>
  <message>
   <source>OVERRIDES, row {line}: {column} “{value}” fits nothing in the data.</source>
   <translation>OVERRIDES 第 {line} 行：{column}“{value}”与数据中任何内容不符。</translation>
  </message>
  <message>
   <source>OVERRIDES: no cluster and belt of one city are concerned by the rows {lines}.</source>
   <translation>OVERRIDES：第 {lines} 行不涉及任何同城的集群与产业带。</translation>
  </message>
  <message>
   <source>{count} belts without a year count as current.</source>
   <translation>{count} 个没有年份的产业带视为当前。</translation>
  </message>
  <message>
   <source>{count} belts came after {year} and are left aside.</source>
   <translation>{count} 个产业带晚于 {year} 年，不计。</translation>
  </message>
  <message>
   <source>Layer “{layer}” has no coordinate reference system; its coordinates are taken as they are.</source>
   <translation>图层“{layer}”没有坐标参照系；坐标按原样使用。</translation>
  </message>
  <message>
   <source>OVERRIDES, row {line}, names a {condition}, but the ids of {parameter} are feature ids, which may change. Choose a field with ids ({wanted}), or save the layer as a GeoPackage.</source>
   <translation>OVERRIDES 第 {line} 行指定了 {condition}，但 {parameter} 的 id 是要素 id，可能改变。请选择 id 字段（{wanted}），或将图层另存为 GeoPackage。</translation>
  </message>
  <message>
   <source>Rows skipped, no geometry</source>
   <translation>略去的行，没有几何</translation>
  </message>
  <message>
   <source>Rows skipped, no period</source>
   <translation>略去的行，没有时期</translation>
  </message>
  <message>
   <source>{group} in {period}</source>
   <translation>{period} 的 {group}</translation>
  </message>
  <message>
   <source>Periods left out, no point to measure</source>
   <translation>略去的时期，没有可量算的点</translation>
  </message>
  <message>
   <source>Layer “{layer}” has no point to measure: {rows} rows, {placed} with a geometry, none of these with a period and a weight above zero.</source>
   <translation>图层“{layer}”没有可量算的点：{rows} 行，{placed} 行有几何，其中没有既有时期又有正权重者。</translation>
  </message>
  <message>
   <source>“{text}” is not in the list of cities</source>
   <translation>“{text}”不在城市表中</translation>
  </message>
  <message>
   <source>Rows without a point</source>
   <translation>没有点的行</translation>
  </message>
  <message>
   <source>Points outside of all cities, and not within TOLERANCE of one</source>
   <translation>不在任何城市内、也不在某城市 TOLERANCE 以内的点</translation>
  </message>
  <message>
   <source>No city given</source>
   <translation>没有给出城市</translation>
  </message>
  <message>
   <source>“{text}” could be {candidates}; name the province, or write the city in full</source>
   <translation>“{text}”可能是 {candidates}；请写明省份，或写城市全称</translation>
  </message>
  <message>
   <source>“{text}” is not in the province given, but {candidates}</source>
   <translation>“{text}”不在所给省份，而是 {candidates}</translation>
  </message>
  <message>
   <source>… and {count} more texts.</source>
   <translation>… 另有 {count} 个文本。</translation>
  </message>
  <message>
   <source>Layer “{layer}”: {count} names of several cities mean the nearest of them (cb_cityby geometry).</source>
   <translation>图层“{layer}”：{count} 个多城共有的名称指其中最近的城市（cb_cityby geometry）。</translation>
  </message>
  <message>
   <source>The layer has no coordinate reference system: its coordinates are taken as those of a plane.</source>
   <translation>图层没有坐标参照系：其坐标按平面坐标处理。</translation>
  </message>
  <message>
   <source>Measured in {plane}</source>
   <translation>在 {plane} 上量算</translation>
  </message>
  <message>
   <source>At the centre, north of the grid and true north differ by {angle}°: the field rotation is on the grid, azimuth from true north.</source>
   <translation>在中心处，格网北与真北相差 {angle}°：字段 rotation 依格网，azimuth 依真北。</translation>
  </message>
  <message>
   <source>At the centre, lengths in {plane} are off by {error} %. Choose MEASURE_CRS, or use the layer in degrees: it is measured in a plane made for it.</source>
   <translation>在中心处，{plane} 上的长度误差为 {error} %。请选择 MEASURE_CRS，或使用以度为单位的图层：它会在专设的平面上量算。</translation>
  </message>
  <message>
   <source>MEASURE_CRS is not a projected coordinate reference system. Choose one that measures in metres, or leave it empty.</source>
   <translation>MEASURE_CRS 不是投影坐标参照系。请选择以米量算者，或留空。</translation>
  </message>
  <message>
   <source>MEASURE_CRS cannot be used, because the layer has no coordinate reference system. Set it in the properties of the layer.</source>
   <translation>图层没有坐标参照系，无法使用 MEASURE_CRS。请在图层属性中设置。</translation>
  </message>
  <message>
   <source>{count} points have no place in {plane}, the first at {x}, {y}. Look whether x and y are swapped and whether the coordinate reference system of the layer is the right one: {layer_crs}.</source>
   <translation>{count} 个点在 {plane} 中没有位置，第一个在 {x}, {y}。请检查 x 与 y 是否颠倒，以及图层的坐标参照系是否正确：{layer_crs}。</translation>
  </message>
  <message>
   <source>The points cannot be brought from {source} to {destination}: {reason}</source>
   <translation>点无法从 {source} 转到 {destination}：{reason}</translation>
  </message>
  <message>
   <source>CITY_BY polygon needs polygons as CITIES; layer “{layer}” has none.</source>
   <translation>CITY_BY polygon 需要面图层作 CITIES；图层“{layer}”没有面。</translation>
  </message>
  <message>
   <source>Layer “{layer}” or the layer of cities has no coordinate reference system; the coordinates are compared as they are.</source>
   <translation>图层“{layer}”或城市图层没有坐标参照系；坐标按原样比较。</translation>
  </message>
  <message>
   <source>Layer “{layer}”: {count} points lie on the border of several cities and belong to the one with the lowest feature id.</source>
   <translation>图层“{layer}”：{count} 个点在几个城市的边界上，归要素 id 最小者。</translation>
  </message>
  <message>
   <source>Layer “{layer}” has no points, which CITY_BY polygon and distance need. Place it by city first, or choose another CITY_BY.</source>
   <translation>图层“{layer}”没有点，而 CITY_BY polygon 和 distance 需要点。请先按城市定位，或另选 CITY_BY。</translation>
  </message>
  <message>
   <source>{parameter}: {count} codes have lost the zero in front and are read with it (such as {code}).</source>
   <translation>{parameter}：{count} 个代码丢失了前面的零，已补上读取（例如 {code}）。</translation>
  </message>
  <message>
   <source>Rows skipped, weight empty or infinite</source>
   <translation>略去的行，权重为空或无穷</translation>
  </message>
  <message>
   <source>Rows skipped, weight zero</source>
   <translation>略去的行，权重为零</translation>
  </message>
  <message>
   <source>Groups left out, no point to measure</source>
   <translation>略去的组，没有可量算的点</translation>
  </message>
  <message>
   <source>Left out of {year}, value empty or infinite</source>
   <translation>{year} 年略去，值为空或无穷</translation>
  </message>
  <message>
   <source>Left out of {year}, value zero</source>
   <translation>{year} 年略去，值为零</translation>
  </message>
  <message>
   <source>Layer “{layer}” has no point to measure: {rows} rows, {placed} with a geometry, none of these with a weight above zero.</source>
   <translation>图层“{layer}”没有可量算的点：{rows} 行，{placed} 行有几何，其中没有正权重者。</translation>
  </message>
  <message>
   <source>A row could not be written to {output}: {reason}</source>
   <translation>一行无法写到 {output}：{reason}</translation>
  </message>
  <message>
   <source>Digitalisation study</source>
   <translation>数字化研究</translation>
  </message>
  <message>
   <source>Gravity centre by year</source>
   <translation>分年重心</translation>
  </message>
  <message>
   <source>From tables of clusters and belts to matched clusters, pairs, ellipses by class, the summary and the report.</source>
   <translation>从集群表和产业带表到已匹配集群、对、分类别椭圆、汇总和报告。</translation>
  </message>
  <message>
   <source>From a yearbook table by city to the path of its weighted centre, the ellipses and the table of a paper.</source>
   <translation>从分城市年鉴表到加权重心的路径、椭圆和论文用表。</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>Clusters; those that cities share become a row a city.</source>
   <translation>集群；跨市集群变为每城一行。</translation>
  </message>
  <message>
   <source>The table that the dock writes; it goes before the rules.</source>
   <translation>停靠面板所写的表；先于规则。</translation>
  </message>
  <message>
   <source>Of the report.</source>
   <translation>报告的标题。</translation>
  </message>
  <message>
   <source>Table by city</source>
   <translation>分城市的表</translation>
  </message>
  <message>
   <source>A row a city and year, or a row a city with a field a year.</source>
   <translation>一行为一市一年，或一行为一市、一年一个字段。</translation>
  </message>
  <message>
   <source>For a table with a row a city and year. Give this or the fields of a yearbook.</source>
   <translation>用于一行为一市一年的表。此项与年鉴字段二选一。</translation>
  </message>
  <message>
   <source>With a time field only; such as output or population.</source>
   <translation>只与时间字段同用；例如产值或人口。</translation>
  </message>
  <message>
   <source>For a table with a field a year, such as GDP2015.</source>
   <translation>用于一年一个字段的表，例如 GDP2015。</translation>
  </message>
  <message>
   <source>model,study,workflow,yearbook,模型,研究,重心</source>
   <translation>model,study,workflow,yearbook,模型,研究,重心</translation>
  </message>
  <message>
   <source>Match …</source>
   <translation>匹配…</translation>
  </message>
  <message>
   <source>Style …</source>
   <translation>样式…</translation>
  </message>
  <message>
   <source>Draw by status, class, in grey, with labels</source>
   <translation>按状态、类别、灰度绘制，可加标注</translation>
  </message>
  <message>
   <source>Ellipses …</source>
   <translation>椭圆…</translation>
  </message>
  <message>
   <source>Draw a weighted standard deviational ellipse for each class</source>
   <translation>为每个类别绘制加权标准差椭圆</translation>
  </message>
  <message>
   <source>Layout …</source>
   <translation>布局…</translation>
  </message>
  <message>
   <source>Make a page to print, with legend and table</source>
   <translation>制作带图例和表格的打印页面</translation>
  </message>
  <message>
   <source>Report …</source>
   <translation>报告…</translation>
  </message>
  <message>
   <source>Write a report with tables, map and charts</source>
   <translation>写出带表格、地图和图表的报告</translation>
  </message>
  <message>
   <source>{tip} (the algorithm {algorithm} is not available)</source>
   <translation>{tip}（算法 {algorithm} 不可用）</translation>
  </message>
  <message>
   <source>{tip} (choose a matched layer first)</source>
   <translation>{tip}（请先选择已匹配图层）</translation>
  </message>
  <message>
   <source>{shown} of {all} clusters</source>
   <translation>{all} 个集群中的 {shown} 个</translation>
  </message>
  <message>
   <source>Cluster Belt</source>
   <translation>Cluster Belt</translation>
  </message>
  <message>
   <source>Layers made by “Match clusters with belts”</source>
   <translation>由“集群与产业带匹配”生成的图层</translation>
  </message>
  <message>
   <source>The field by which clusters are counted</source>
   <translation>统计集群所依据的字段</translation>
  </message>
  <message>
   <source>Clusters by class and status; rates leave out the unresolved</source>
   <translation>按类别和状态统计的集群；比率不含未识别</translation>
  </message>
  <message>
   <source>Show all</source>
   <translation>全部显示</translation>
  </message>
  <message>
   <source>Take back the filter of the list</source>
   <translation>取消列表的筛选</translation>
  </message>
  <message>
   <source>Double click or Enter: zoom to the cluster</source>
   <translation>双击或回车：缩放到该集群</translation>
  </message>
  <message>
   <source>&amp;Clusters</source>
   <translation>集群(&amp;C)</translation>
  </message>
  <message>
   <source>C&amp;lass</source>
   <translation>类别(&amp;L)</translation>
  </message>
  <message>
   <source>Zoom to the cluster</source>
   <translation>缩放到该集群</translation>
  </message>
  <message>
   <source>Choose a layer made by “Match clusters with belts”, or press “Match …” to make one.</source>
   <translation>请选择由“集群与产业带匹配”生成的图层，或按“匹配…”生成一个。</translation>
  </message>
  <message>
   <source>All classes</source>
   <translation>全部类别</translation>
  </message>
  <message>
   <source>Show clusters with the status “{status}”</source>
   <translation>显示状态为“{status}”的集群</translation>
  </message>
  <message>
   <source>Show one class only</source>
   <translation>只显示一个类别</translation>
  </message>
  <message>
   <source>Show clusters of cities whose name contains this</source>
   <translation>显示城市名称含此文本的集群</translation>
  </message>
  <message>
   <source>On the map</source>
   <translation>用于地图</translation>
  </message>
  <message>
   <source>Draw only these clusters; the layer keeps all. Again: draw all</source>
   <translation>地图上只绘这些集群，图层保留全部。再按：全部绘出</translation>
  </message>
  <message>
   <source>In the layer</source>
   <translation>用于图层</translation>
  </message>
  <message>
   <source>Filter the layer itself, for algorithms and exports. Again: take it back</source>
   <translation>过滤图层本身，供算法和导出使用。再按：撤销</translation>
  </message>
  <message>
   <source>This cluster has no place on the map.</source>
   <translation>此集群在地图上没有位置。</translation>
  </message>
  <message>
   <source>Layer “{layer}” takes no filter now: end its editing, or save it as a GeoPackage.</source>
   <translation>图层“{layer}”现在不能过滤：请结束编辑，或另存为 GeoPackage。</translation>
  </message>
  <message>
   <source>The table needs the Python package “{name}”: install it where QGIS finds its Python.</source>
   <translation>此表需要 Python 包“{name}”：请安装到 QGIS 的 Python 中。</translation>
  </message>
  <message>
   <source>The field “{field}” has {number} values; choose one with fewer for the classes.</source>
   <translation>字段“{field}”有 {number} 个值；请选择值较少的字段作类别。</translation>
  </message>
  <message>
   <source>Belt</source>
   <translation>产业带</translation>
  </message>
  <message>
   <source>Shares</source>
   <translation>占比</translation>
  </message>
  <message>
   <source>The shares of the statuses in each class</source>
   <translation>各类别中各状态所占份额</translation>
  </message>
  <message>
   <source>Cluster</source>
   <translation>集群</translation>
  </message>
  <message>
   <source>{count} ({rate} %)</source>
   <translation>{count} ({rate} %)</translation>
  </message>
  <message>
   <source>Choose a file for the judgements first.</source>
   <translation>请先选择判定的文件。</translation>
  </message>
  <message>
   <source>Written to {file}. The next matching with this table follows it.</source>
   <translation>已写到 {file}。下次用此表匹配时将照此执行。</translation>
  </message>
  <message>
   <source>Select a cluster to see why it has its status.</source>
   <translation>选择一个集群，查看其状态的原因。</translation>
  </message>
  <message>
   <source>Judged: {words} ({belt}; {reviewer} {date}) {note}</source>
   <translation>已判定：{words}（{belt}；{reviewer} {date}）{note}</translation>
  </message>
  <message>
   <source>Related belts; select one to judge this pair only. Esc: all belts again</source>
   <translation>相关产业带；选中一个即只判定这一对。按 Esc 恢复为全部产业带</translation>
  </message>
  <message>
   <source>Why you decide so; kept with the judgement</source>
   <translation>为何如此判定；与判定一同保存</translation>
  </message>
  <message>
   <source>Where judgements are written; give it to “Match clusters with belts” as “Judgements of your own”</source>
   <translation>判定写到何处；作为“自备判定”交给“集群与产业带匹配”</translation>
  </message>
  <message>
   <source>this cluster and every belt of its city</source>
   <translation>此集群与本市全部产业带</translation>
  </message>
  <message>
   <source>Judge that {target} match, whatever the rules say</source>
   <translation>判定{target}匹配，不论规则如何</translation>
  </message>
  <message>
   <source>Judge that {target} have no relation, whatever the rules say</source>
   <translation>判定{target}无关系，不论规则如何</translation>
  </message>
  <message>
   <source>Judge which relation {target} have</source>
   <translation>判定{target}是何关系</translation>
  </message>
  <message>
   <source>accepted</source>
   <translation>接受</translation>
  </message>
  <message>
   <source>rejected</source>
   <translation>拒绝</translation>
  </message>
  <message>
   <source>set to “{relation}”</source>
   <translation>设为“{relation}”</translation>
  </message>
  <message>
   <source>all belts</source>
   <translation>全部产业带</translation>
  </message>
  <message>
   <source>Accept</source>
   <translation>接受</translation>
  </message>
  <message>
   <source>Reject</source>
   <translation>拒绝</translation>
  </message>
  <message>
   <source>Set</source>
   <translation>设定</translation>
  </message>
  <message>
   <source>this cluster and belt {belt}</source>
   <translation>此集群与产业带 {belt}</translation>
  </message>
  <message>
   <source>Applies to: {target}</source>
   <translation>判定对象：{target}</translation>
  </message>
 </context>
</TS>
