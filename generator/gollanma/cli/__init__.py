"""The command line. Results go to stdout, progress to stderr on a terminal only."""

import click

from gollanma import __version__
from gollanma.cli.analyse import analyse
from gollanma.cli.build import build, serve
from gollanma.cli.check import check
from gollanma.cli.desk import speak_utf8
from gollanma.cli.diff import diff
from gollanma.cli.doctor import doctor
from gollanma.cli.explain import explain
from gollanma.cli.export import export
from gollanma.cli.fmt import fmt
from gollanma.cli.impact import impact
from gollanma.cli.import_ import import_
from gollanma.cli.new import new
from gollanma.cli.release import release
from gollanma.cli.review import review
from gollanma.cli.schema import schema
from gollanma.cli.search import search


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(version)s")
def gollanma() -> None:
    """Turn laws, services and procedures written as YAML into a site in several languages."""


for _command in (
    analyse,
    build,
    check,
    diff,
    doctor,
    explain,
    export,
    fmt,
    impact,
    import_,
    new,
    release,
    review,
    schema,
    search,
    serve,
):
    gollanma.add_command(_command)


def main() -> None:
    """Run the command line."""
    speak_utf8()
    gollanma()


if __name__ == "__main__":
    main()
