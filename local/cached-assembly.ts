import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join, relative } from 'node:path'

/** How an assembly is made, and from what. */
export type Recipe = {
  /** Folder that the sources are named from. */
  root: string
  /** Files and folders whose content decides whether the assembly is made anew. */
  sources: readonly string[]
  /** What else decides that. */
  inputs?: Readonly<Record<string, string>>
  /** Folder in which assemblies are kept. */
  build: string
  /** Writes the assembly into a folder that does not exist yet. */
  synthesize: (outdir: string) => Promise<unknown>
  /** Told before synthesizing. */
  starting?: () => void
}

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

/** A name for the inputs, and names and content of the sources: equal names, equal content. */
const fingerprint = ({ root, sources, inputs = {} }: Recipe): string => {
  const hash = createHash('sha256').update(JSON.stringify(Object.entries(inputs).toSorted()))
  for (const file of sources.flatMap((path) => filesIn(join(root, path)))) {
    hash.update(`${relative(root, file)}\0`).update(createHash('sha256').update(readFileSync(file)).digest())
  }
  return hash.digest('hex').slice(0, 16)
}

const forgetOld = (build: string, current: string): void => {
  const others = readdirSync(build)
    .filter((name) => /^assembly-[0-9a-f]{16}$/.test(name) && name !== current)
    .map((name) => join(build, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const old of others.slice(KEPT)) rmSync(old, { recursive: true, force: true })
}

const isWhole = (folder: string): boolean => existsSync(join(folder, 'manifest.json'))

/** The folder of an assembly that is made anew only if a source or an input has changed. Several processes may ask at the same time. */
export const cachedAssembly = async (recipe: Recipe): Promise<string> => {
  const { build, synthesize, starting } = recipe
  const name = `assembly-${fingerprint(recipe)}`
  const folder = join(build, name)
  if (isWhole(folder)) {
    utimesSync(folder, new Date(), new Date())
    return folder
  }
  starting?.()
  const fresh = join(build, `${name}.${randomUUID()}`)
  try {
    await synthesize(fresh)
    renameSync(fresh, folder)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    // Somebody else may have been faster with the same content.
    if (!isWhole(folder)) throw error
  }
  forgetOld(build, name)
  return folder
}
