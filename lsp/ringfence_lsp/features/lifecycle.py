"""initialize, initialized, shutdown, exit."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from ringfence_lsp.features import feature
from ringfence_lsp.parent import watch
from ringfence_lsp.plain import plain

if TYPE_CHECKING:
    from ringfence_lsp.server import Server

log = logging.getLogger(__name__)
_WATCHED = ("**/pyproject.toml", "**/ringfence.toml", "**/*.pyi", "**/*.py")


@feature(types.INITIALIZE)
def initialize(server: Server, params: types.InitializeParams) -> None:
    """Take what the client says of itself."""
    server.take_client(params)
    if isinstance(params.process_id, int):
        watch(params.process_id, server.end)


@feature(types.INITIALIZED)
async def initialized(server: Server, params: types.InitializedParams) -> None:
    """Warm the checker; ask for the settings and for news of files."""
    workspace = server.client_capabilities.workspace
    server.start_task(_warm(server))
    if workspace is None:
        return
    registrations = []
    watched = workspace.did_change_watched_files
    if watched is not None and watched.dynamic_registration:
        options = types.DidChangeWatchedFilesRegistrationOptions(
            watchers=[types.FileSystemWatcher(glob_pattern=glob) for glob in _WATCHED]
        )
        registrations.append(types.Registration(
            "ringfence-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options
        ))
    configured = workspace.did_change_configuration
    if configured is not None and configured.dynamic_registration:
        registrations.append(types.Registration(
            "ringfence-settings", types.WORKSPACE_DID_CHANGE_CONFIGURATION, {"section": "ringfence"}
        ))
    if registrations:
        server.start_task(
            server.client_register_capability_async(types.RegistrationParams(registrations))
        )
    if workspace.configuration:
        server.start_task(fetch_settings(server))


async def _warm(server: Server) -> None:
    await server.checks.warm()
    server.settle()


async def fetch_settings(server: Server) -> None:
    """Ask the client for its settings and check all anew if they differ."""
    wanted = types.ConfigurationParams([types.ConfigurationItem(section="ringfence")])
    answer = await server.workspace_configuration_async(wanted)
    if not answer or answer[0] is None:
        return
    before = server.configuration.client
    server.configuration.configure(plain(answer[0]))
    server.tell_problems()
    if server.configuration.client != before:
        server.schedule.everything()


@feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
async def settings_changed(server: Server, params: types.DidChangeConfigurationParams) -> None:
    """Take new settings: those that came, or ask."""
    workspace = server.client_capabilities.workspace
    given = plain(params.settings)
    if isinstance(given, dict) and isinstance(given.get("ringfence"), dict):
        server.configuration.configure(given["ringfence"])
        server.tell_problems()
        server.schedule.everything()
    elif workspace is not None and workspace.configuration:
        await fetch_settings(server)


@feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
def files_changed(server: Server, params: types.DidChangeWatchedFilesParams) -> None:
    """A settings file or a stub changed on the disk."""
    used = {name for program in server.checks.programs() for name in program.stubs}
    for change in params.changes:
        name = change.uri.rpartition("/")[2]
        if name in ("pyproject.toml", "ringfence.toml"):
            server.configuration.forget()
        elif not name.endswith(".pyi") and not any(
            server.uri_of(Path(one)) == change.uri for one in used
        ):
            continue
        log.info("`%s` changed; all is checked anew", name)
        server.schedule.everything()
        return


@feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
def folders_changed(server: Server, params: types.DidChangeWorkspaceFoldersParams) -> None:
    """Folders came or went."""
    server.take_folders()
    server.schedule.everything()


@feature(types.SHUTDOWN)
def shutdown(server: Server, params: None) -> None:
    """Let go of every process."""
    server.end()
