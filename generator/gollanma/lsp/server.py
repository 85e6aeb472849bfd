"""The server: what an editor says over the standard streams, and who answers."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.exceptions import FeatureRequestError, JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from gollanma import __version__
from gollanma.diagnostics import Diagnostic
from gollanma.lsp import requests
from gollanma.lsp.judging import Project
from gollanma.lsp.places import uri_of
from gollanma.lsp.saying import shown
from gollanma.lsp.session import Session, Waits
from gollanma.model.load import PROJECT_FILE

Handler = Callable[[Session, Any], object]
"""Takes what the protocol gives with a request, of the type that it says."""
WATCHED = ("**/*.yml", "docs/**/*.md")


@dataclass(frozen=True, slots=True)
class Start:
    """How a project is found and opened."""

    opening: Callable[[Path], Project]
    given: Path | None
    """The folder that was named; absent: one of the editor's."""
    no_project: str
    """What is said where no folder holds one."""


class Server(LanguageServer):
    """A language server for one project."""

    def __init__(self, start: Start, waits: Waits) -> None:
        """Take how a project is opened, and how long to wait for typing."""
        super().__init__("gollanma", __version__, types.TextDocumentSyncKind.Full)
        self.start, self.waits = start, waits
        self.session: Session | None = None
        self.was_shut_down = False

    def report_server_error(self, error: Exception, source: object) -> None:
        """Say in one line that a message was not understood; a request was answered already."""
        if source is not FeatureRequestError:
            self.tell(type(error).__name__)

    def tell(self, words: str) -> None:
        """Write a line into the editor's log."""
        self.window_log_message(types.LogMessageParams(types.MessageType.Warning, words))

    def open_project(self, folders: list[Path]) -> None:
        """Open the project of the first folder that holds one."""
        given = self.start.given
        places = [given] if given else [*folders, Path()]
        root = next((each for each in places if (each / PROJECT_FILE).is_file()), None)
        if root is None:
            self.tell(self.start.no_project)
            return
        project = self.start.opening(root.resolve())
        self.session = Session(project, self.publish, self.tell, self.waits)
        self.session.moves_files = self._moves_files()
        self.session.look()

    def _moves_files(self) -> bool:
        asked = self.client_capabilities.workspace
        edits = asked.workspace_edit if asked else None
        known = (edits.resource_operations if edits else None) or ()
        return {types.ResourceOperationKind.Create, types.ResourceOperationKind.Rename} <= {*known}

    def publish(self, path: str, found: tuple[Diagnostic, ...]) -> None:
        """Send what was found in a file; nothing, where it was mended."""
        session = self.session
        if session is not None:
            said = shown(found, session.texts, session.project.language, session.library)
            uri = uri_of(session.project.root, path)
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, said))


def make(start: Start, waits: Waits) -> Server:
    """Give a server that answers."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL)  # an editor shows what is logged
    server = Server(start, waits)
    server.feature(types.INITIALIZED)(_beginning(server))
    server.feature(types.SHUTDOWN)(_ending(server))
    for name, handler, options in FEATURES:
        server.feature(name, options)(_guarded(server, handler))
    return server


def _guarded(server: Server, handler: Handler) -> Callable[[Any], Awaitable[Any]]:
    """Let a request be answered with nothing where there is no project, or where it fails."""

    async def answered(params: Any) -> Any:  # noqa: ANN401 - the protocol has a type for each
        if server.session is None:
            return None
        try:
            found = handler(server.session, params)
            return await found if isinstance(found, Awaitable) else found
        except JsonRpcException:
            raise
        except Exception as error:  # noqa: BLE001 - a server outlives whatever it is asked
            server.tell(f"{type(error).__name__}: {error}")
            return None

    return answered


def _beginning(server: Server) -> Callable[[types.InitializedParams], None]:
    def begin(params: types.InitializedParams) -> None:  # noqa: ARG001
        places = [*server.workspace.folders, server.workspace.root_uri]
        server.open_project([Path(path) for each in places if (path := to_fs_path(each or ""))])
        asked = server.client_capabilities.workspace
        watching = asked.did_change_watched_files if asked else None
        if watching and watching.dynamic_registration:
            watchers = [types.FileSystemWatcher(each) for each in WATCHED]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            name = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            wish = types.Registration("watched", name, options)
            server.client_register_capability(types.RegistrationParams([wish]))

    return begin


def _ending(server: Server) -> Callable[[None], None]:
    def end(params: None = None) -> None:  # noqa: ARG001
        server.was_shut_down = True
        if server.session is not None:
            server.session.end()

    return end


FEATURES: tuple[tuple[str, Handler, Any], ...] = (
    (types.TEXT_DOCUMENT_DID_OPEN, requests.opened, None),
    (types.TEXT_DOCUMENT_DID_CHANGE, requests.changed, None),
    (types.TEXT_DOCUMENT_DID_CLOSE, requests.closed, None),
    (types.TEXT_DOCUMENT_DID_SAVE, requests.saved, None),
    (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, requests.saved, None),
    (
        types.TEXT_DOCUMENT_COMPLETION,
        requests.completion,
        types.CompletionOptions(trigger_characters=["/", "#", "[", "@", " "]),
    ),
    (types.TEXT_DOCUMENT_HOVER, requests.hover, None),
    (types.TEXT_DOCUMENT_DEFINITION, requests.definition, None),
    (types.TEXT_DOCUMENT_REFERENCES, requests.references, None),
    (types.TEXT_DOCUMENT_PREPARE_RENAME, requests.prepare, None),
    (types.TEXT_DOCUMENT_RENAME, requests.rename, types.RenameOptions(prepare_provider=True)),
    (
        types.TEXT_DOCUMENT_CODE_ACTION,
        requests.actions,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]),
    ),
)
