"""The same site by `mkdocs build`, which knows nothing of folders swapped in."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from gollanma.site.build import heard
from gollanma.site.plugin import GollanmaPlugin
from gollanma.site.settings import Content
from tests.site import fakes
from tests.site.test_build import ERROR


def configured(folder: Path, content: Content) -> MkDocsConfig:
    project = fakes.project(folder / "project")
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(folder / "out"), strict=True)
    plugin = config.plugins["gollanma"]
    assert isinstance(plugin, GollanmaPlugin)
    plugin.content = content
    return config


@pytest.fixture(autouse=True)
def said() -> Iterator[list[str]]:
    with heard() as words:
        yield words


def test_mkdocs_gives_the_same_files_and_bytes(site: Path, tmp_path: Path) -> None:
    build_with_mkdocs(configured(tmp_path, fakes.content()))
    assert fakes.files(tmp_path / "out") == fakes.files(site)


def test_mkdocs_warns_of_nothing(tmp_path: Path, said: list[str]) -> None:
    build_with_mkdocs(configured(tmp_path, fakes.content()))
    assert said == []


def test_a_second_build_replaces_the_first(site: Path, tmp_path: Path) -> None:
    build_with_mkdocs(configured(tmp_path, fakes.content()))
    build_with_mkdocs(configured(tmp_path, fakes.content()))
    assert fakes.files(tmp_path / "out") == fakes.files(site)


def test_an_error_is_told_before_the_old_output_is_emptied(tmp_path: Path, said: list[str]) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/index.html").write_text("old", encoding="utf-8")
    with pytest.raises(Abort):
        build_with_mkdocs(configured(tmp_path, replace(fakes.content(), diagnostics=(ERROR,))))
    assert fakes.files(tmp_path / "out") == {"index.html": b"old"}
    assert "normative/a.yml:1:1: error[PUB005]" in "\n".join(said)


def test_records_are_watched_while_serving(tmp_path: Path) -> None:
    watched = str(tmp_path / "normative")
    config = configured(tmp_path, replace(fakes.content(), watched=(watched,)))
    build_with_mkdocs(config)
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, root=str(tmp_path))
    try:
        config.plugins.on_serve(server, config=config, builder=lambda: None)
        assert watched in server._watched_paths  # noqa: SLF001 - MkDocs tells it nowhere else
    finally:
        server.server_close()
