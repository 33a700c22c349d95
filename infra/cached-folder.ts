import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join, relative } from 'node:path'

/** How a folder is made, and from what. */
export type Recipe = {
  /** Folder that the sources are named from. */
  root: string
  /** Files and folders whose content decides whether the folder is made anew. */
  sources: readonly string[]
  /** What else decides that. */
  inputs?: Readonly<Record<string, string>>
  /** Folder in which what was made is kept, under names that begin with `kind`. */
  build: string
  kind: string
  /** The file that is written last, or moved there whole: with it the folder is complete. */
  whole: string
  /** Writes into a folder that does not exist yet. */
  make: (outdir: string) => Promise<unknown>
  /** Told before it is made. */
  starting?: () => void
}

/** Earlier ones that are kept: an engine that still runs loads code from its own. */
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

const forgetOld = ({ build, kind }: Recipe, current: string): void => {
  const others = readdirSync(build)
    .filter(
      (name) => name.startsWith(`${kind}-`) && /^[0-9a-f]{16}$/.test(name.slice(kind.length + 1)) && name !== current,
    )
    .map((name) => join(build, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const old of others.slice(KEPT)) rmSync(old, { recursive: true, force: true })
}

/** A folder that is made anew only if a source or an input has changed. Several processes may ask at the same time. */
export const cachedFolder = async (recipe: Recipe): Promise<string> => {
  const { build, kind, whole, make, starting } = recipe
  const isWhole = (at: string): boolean => existsSync(join(at, whole))
  const name = `${kind}-${fingerprint(recipe)}`
  const folder = join(build, name)
  if (isWhole(folder)) {
    utimesSync(folder, new Date(), new Date())
    return folder
  }
  starting?.()
  const fresh = join(build, `${name}.${randomUUID()}`)
  try {
    await make(fresh)
    renameSync(fresh, folder)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    // Somebody else may have been faster with the same content.
    if (!isWhole(folder)) throw error
  }
  forgetOld(recipe, name)
  return folder
}
