// `npm start`: serves the built workbench on this machine and opens it.
import { spawn } from "node:child_process";
import { serve } from "./serve.mjs";
import { workbenchMounts } from "./workbenchMounts.mjs";

const port = Number(process.env.PORT ?? 3000);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`PORT is "${process.env.PORT}": give a number from 0 to 65535.`);
  process.exit(1);
}

/** The workbench's address is always printed; a browser opens only for somebody who sits at this machine. */
function open(url) {
  const [command, ...args] =
    process.platform === "win32"
      ? ["cmd", "/c", "start", "", url]
      : process.platform === "darwin"
        ? ["open", url]
        : ["xdg-open", url];
  const seated = process.stdout.isTTY && !process.env.CI && process.env.BROWSER !== "none";
  if (!seated || (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)) return;
  spawn(command, args, { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}

try {
  const server = await serve("dist", { port, host: "127.0.0.1", home: "/workbench/", mounts: workbenchMounts(".") });
  const url = `http://localhost:${server.address().port}/workbench/`;
  console.log(`The workbench is at ${url} (Ctrl-C stops it)`);
  open(url);
  for (const signal of ["SIGINT", "SIGTERM"])
    process.on(signal, () => {
      server.close(() => process.exit(0));
      server.closeAllConnections();
    });
} catch (error) {
  console.error(
    error.code === "EADDRINUSE"
      ? `Port ${port} is taken: set PORT to another one, or stop what uses it.`
      : error.message,
  );
  process.exitCode = 1;
}
