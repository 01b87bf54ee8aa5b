"""What every test stands on: fixed language, compiled catalogues, no surroundings of the machine."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent


def pytest_configure() -> None:
    """Makes the profile `thorough` known to hypothesis, and compiles the catalogues.

    `--hypothesis-profile=thorough` or HYPOTHESIS_PROFILE=thorough chooses it. The catalogues are compiled where they
    are older than their sources, once, before any worker starts.
    """
    settings.register_profile("thorough", max_examples=10_000, deadline=None)
    if "HYPOTHESIS_PROFILE" in os.environ:
        settings.load_profile(os.environ["HYPOTHESIS_PROFILE"])
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    import eventreview

    source = Path(eventreview.__file__).parent / "locale" / "fr" / "LC_MESSAGES" / "eventreview.po"
    compiled = source.with_suffix(".mo")
    if source.exists() and (not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime):
        spec = importlib.util.spec_from_file_location("hatch_build_catalogues", ROOT / "hatch_build.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        module.compile_catalogues(ROOT)


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from eventreview import language

    for name in ("NO_COLOR", "FORCE_COLOR", "EVENTREVIEW_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "nobodys-configuration"))
    language.use("en")
