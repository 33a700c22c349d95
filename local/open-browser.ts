import { spawn } from 'node:child_process'

/** What is looked at of the machine. */
type Machine = {
  platform: NodeJS.Platform
  env: Readonly<Record<string, string | undefined>>
  /** Whether what is printed is read by somebody now. */
  isTerminal: boolean
}

/**
 * The command that opens an address in the browser of whoever sits at this machine; undefined where nobody does: in CI, where output goes
 * into a file, over SSH, without a screen. `BROWSER=none` in the environment says the same for good.
 */
export const browserCommand = (url: string, { platform, env, isTerminal }: Machine): [string, string[]] | undefined => {
  if (!isTerminal || env.CI || env.SSH_CONNECTION || env.BROWSER === 'none') return undefined
  if (platform === 'darwin') return ['open', [url]]
  // What stands first in quotes is the title of a window.
  if (platform === 'win32') return ['cmd', ['/c', 'start', '""', url]]
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open', [url]] : undefined
}

/** Opens an address where there is somebody to see it. Whether it worked does not matter: it is printed, too. */
export const openBrowser = (url: string): void => {
  const isTerminal = process.stdout.isTTY === true
  const command = browserCommand(url, { platform: process.platform, env: process.env, isTerminal })
  if (!command) return
  const child = spawn(...command, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
