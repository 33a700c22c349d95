import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join, relative } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
/** All that a template or a bundle is made from. */
const SOURCES = ['infra', 'functions', 'shared', 'package-lock.json']
/** Earlier assemblies that are kept: an engine that still runs loads code from its own. */
const KEPT = 3

const filesIn = (path: string): string[] => {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** A name for the content of these files and folders: equal names, equal content. */
export const fingerprint = (root: string, paths: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => filesIn(join(root, path)))) {
    hash.update(`${relative(root, file)}\0`).update(createHash('sha256').update(readFileSync(file)).digest())
  }
  return hash.digest('hex').slice(0, 16)
}

type Options = {
  root?: string
  /** Writes the assembly into a folder that does not exist yet. */
  synthesize?: (outdir: string) => Promise<unknown>
  /** Told before synthesizing, which takes seconds. */
  starting?: () => void
}

const synthesizeSandbox = async (outdir: string): Promise<unknown> => {
  const { synthesize } = await import('../infra/app.ts')
  return synthesize({ stage: 'sandbox', outdir })
}

const forgetOld = (build: string, current: string): void => {
  const others = readdirSync(build)
    .filter((name) => /^assembly-[0-9a-f]{16}$/.test(name) && name !== current)
    .map((name) => join(build, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const old of others.slice(KEPT)) rmSync(old, { recursive: true, force: true })
}

/**
 * The cloud assembly of the sandbox stage, in `.build`: made anew only if a source has changed since. Several processes may
 * ask at the same time.
 */
export const sandboxAssembly = async (options: Options = {}): Promise<string> => {
  const { root = ROOT, synthesize = synthesizeSandbox, starting } = options
  const build = join(root, '.build')
  const name = `assembly-${fingerprint(root, SOURCES)}`
  const folder = join(build, name)
  if (existsSync(join(folder, 'manifest.json'))) {
    utimesSync(folder, new Date(), new Date())
    return folder
  }
  starting?.()
  const fresh = join(build, `${name}.${randomUUID()}`)
  await synthesize(fresh)
  try {
    renameSync(fresh, folder)
  } catch (error) {
    // Somebody else was faster with the same content.
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(join(folder, 'manifest.json'))) throw error
  }
  forgetOld(build, name)
  return folder
}
