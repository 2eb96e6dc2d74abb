/** The look of reference.html; it stands alone, without files beside it. */
export const REFERENCE_STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1f; --paper: #fff; --line: #d0d5dd; --soft: #f3f5f8; --link: #0b5cad; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8ec; --paper: #17181c; --line: #41454f; --soft: #22242b; --link: #8ab8ff; } }
body { margin: 0; color: var(--ink); background: var(--paper); font: 16px/1.5 system-ui, "Segoe UI", sans-serif; display: flex; }
a { color: var(--link); }
nav { flex: 0 0 13rem; padding: 1rem; position: sticky; top: 0; align-self: flex-start; max-height: 100vh; overflow: auto; box-sizing: border-box; font-size: 14px; }
nav ul { list-style: none; padding: 0; margin: 0 0 1rem; }
nav h3 { font-size: 13px; margin: .5rem 0 .25rem; }
main { flex: 1; min-width: 0; max-width: 62rem; padding: 1rem 1.5rem 4rem; }
nav h2 { border: 0; margin: 0; padding: 0; }
main h2 { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: 1rem; }
table { border-collapse: collapse; margin: .75rem 0; width: 100%; font-size: 14px; display: block; overflow-x: auto; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; border: 1px solid var(--line); padding: .3rem .5rem; }
th { background: var(--soft); }
code { font: 13px/1.4 ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
.signature { background: var(--soft); padding: .5rem .75rem; }
.accepts, .sources { color: inherit; opacity: .75; font-size: 13px; }
@media (max-width: 700px) { body { display: block; } nav { position: static; max-height: none; } }
`;
