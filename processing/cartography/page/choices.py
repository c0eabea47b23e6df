"""What a page is asked to say and to look like."""

from dataclasses import dataclass
from typing import Optional, Union

from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle


@dataclass(frozen=True)
class PageTexts:
    """Texts of a page; an empty one leaves its line out.

    Attributes
    ----------
    title, subtitle, source : str
    review_no : str
        Approval number of the base map.
    name : str
        Of the layout; '' for the title. A name that the project has already gets a number.
    date : str
        '' for today's.
    """

    title: str = ""
    subtitle: str = ""
    source: str = ""
    review_no: str = ""
    name: str = ""
    date: str = ""


@dataclass(frozen=True)
class PageForm:
    """Paper and map.

    Attributes
    ----------
    paper : {'A4', 'A3', '17cm', '8cm'}
    orientation : {'landscape', 'portrait'}
    inset : bool
        Whether a frame shows the South China Sea Islands.
    crs : QgsCoordinateReferenceSystem or str, optional
        Of the map. Default: Albers where all data lie in China, else that of the project.
    extent : QgsRectangle, optional
        In the CRS of the map. Default: all data with a margin, in China at least to the south of Hainan.
    atlas : str
        Field of the clusters: one page per value; '' for one page.
    """

    paper: str = "A4"
    orientation: str = "landscape"
    inset: bool = False
    crs: Optional[Union[QgsCoordinateReferenceSystem, str]] = None
    extent: Optional[QgsRectangle] = None
    atlas: str = ""
