"""Where Datasette finds our templates: only where it serves an archive, and under the names that it asks for.

`templates/gongwen_*.html` are ours; some of Datasette's own (`OVERRIDES`) are replaced. Its `_table-DB-reports.html`
depends on what the file is called, so such names are made out here and nowhere else.
"""

from typing import TYPE_CHECKING

from datasette.utils import to_css_class  # type: ignore[import-untyped]  # datasette carries no annotations
from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PackageLoader, TemplateNotFound

from archive.datasette.amendments import AMENDMENTS, amended
from archive.datasette.archives import is_archive_database
from archive.datasette.frame import frame_of
from archive.datasette.list_words import crumb_words, field_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from datasette.app import Datasette  # type: ignore[import-untyped]  # as above

OVERRIDES = {"base.html": "gongwen_datasette_base.html", "_footer.html": "gongwen_footer.html"}
"""Templates of Datasette that are ours for every page of an archive's Datasette."""
TABLE_OVERRIDES = {
    "_table-table-{}-reports.html": "gongwen_reports.html",
    "row-{}-reports.html": "gongwen_report_row.html",
}
"""Templates of Datasette for one table, with {} for the database."""


class ArchiveTemplates(BaseLoader):
    """Give our templates by their own names, and in the place of Datasette's where an archive is served."""

    def __init__(self, datasette: "Datasette") -> None:
        self.datasette = datasette
        self.ours = PackageLoader("archive.datasette", "templates")
        self.datasettes = PackageLoader("datasette", "templates")

    def get_source(
        self, environment: Environment, template: str
    ) -> "tuple[str, str | None, Callable[[], bool] | None]":
        """Give a template's source; TemplateNotFound leaves the name to Datasette."""
        name = self._ours(template)
        if name is None and template in AMENDMENTS:
            source, path, is_fresh = self.datasettes.get_source(environment, template)
            return amended(template, source), path, is_fresh
        if name is None:
            raise TemplateNotFound(template)
        return self.ours.get_source(environment, name)

    def list_templates(self) -> list[str]:
        """Give the names of our files; Datasette asks for them in search of pages of its users."""
        return self.ours.list_templates()

    def _ours(self, template: str) -> str | None:
        """Give the file of ours that stands for a name; None where there is none."""
        if template.startswith("gongwen_"):
            return template
        archives = [database.name for database in self.datasette.databases.values() if is_archive_database(database)]
        of_tables = {
            name.format(to_css_class(archive)): file for archive in archives for name, file in TABLE_OVERRIDES.items()
        }
        return (OVERRIDES | of_tables).get(template)


def add_templates(environment: Environment, datasette: "Datasette") -> None:
    """Put our templates before Datasette's own and behind those of a `--template-dir`, with the frame as `gongwen`.

    The frame is a global: Datasette renders its pages of errors without what plugins add to the others.
    """
    frame = frame_of(datasette)
    if frame is None:
        return
    environment.globals |= {"gongwen": frame, "gongwen_field": field_words, "gongwen_crumb": crumb_words}
    first = [FileSystemLoader(datasette.template_dir)] if datasette.template_dir else []
    kept = [environment.loader] if environment.loader is not None else []
    environment.loader = ChoiceLoader([*first, ArchiveTemplates(datasette), *kept])
