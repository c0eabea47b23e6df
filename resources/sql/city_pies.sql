-- A virtual layer of QGIS: how many clusters of each status a city has, as the sectors of a pie, one pie for each class.
-- start and span in degrees; radius, and dx from the city to the middle of the pie, in mm; pies of a city stand in a row.
SELECT
    -- Else QGIS would draw all pies once to learn: {types}
    place || '/' || coalesce(class_, '') || '/' || coalesce(status_, '') AS id,
    place AS {code}, city_ AS {city}, class_ AS {class_name}, status_ AS {status}, number, total,
    360.0 * (until_here - number) / total AS start,
    360.0 * number / total AS span,
    radius,
    sum(2 * radius / parts) OVER (PARTITION BY place ORDER BY class_) - radius
        - sum(radius / parts) OVER (PARTITION BY place) AS dx,
    max(point) OVER (PARTITION BY place) AS geometry
FROM (
    SELECT *, max({smallest}, {largest} * sqrt(1.0 * total / max(total) OVER ())) AS radius
    FROM (
        SELECT *,
            sum(number) OVER (PARTITION BY place, class_) AS total,
            count(*) OVER (PARTITION BY place, class_) AS parts,
            sum(number) OVER (PARTITION BY place, class_ ORDER BY place_of_status) AS until_here
        FROM (
            SELECT *,
                coalesce(
                    code_,
                    CASE WHEN st_x(point) IS NOT NULL THEN round(st_x(point), 3) || ' ' || round(st_y(point), 3) END
                ) AS place,
                CASE status_ {orders} ELSE 99 END AS place_of_status
            FROM (
                -- All rows are sorted here: by one text it takes less time than by three.
                SELECT
                    nullif({code}, '') AS code_, {city} AS city_, {status} AS status_,
                    {class} AS class_,
                    count(*) AS number, geometry AS point
                FROM {layer}
                GROUP BY
                    coalesce({class}, '') || '/' || coalesce({status}, '') || '/' || coalesce(
                        nullif({code}, ''),
                        -- QGIS's round takes no null, and gives no row at all then.
                        CASE WHEN st_x(geometry) IS NOT NULL
                            THEN round(st_x(geometry), 3) || ' ' || round(st_y(geometry), 3) END,
                        ''
                    )
            )
        )
        WHERE place IS NOT NULL
    )
)
