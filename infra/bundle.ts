import { link, mkdir, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type BuildOptions, build, type Metafile } from 'esbuild'
import { lazyImports, leftOut, pathTable, stateTables } from './bundle-plugins.ts'
import { shipPackage, shippedPackageOf, shippedPackages } from './shipped-packages.ts'

/** What the code of one function weighs. */
export type Weight = {
  /** What Lambda loads before the first event. */
  staticBytes: number
  /** The part of the static bytes that comes from this repository and not from packages; within a few percent. */
  ownBytes: number
  /** Source files, from the root of the repository, that are loaded before the first event. */
  sources: readonly string[]
}

/** The code of one function as it is deployed: a folder with `index.mjs`, the folder `lazy`, the packages that stay whole and the files it answers. */
type Bundle = Weight & { folder: string }

export type Bundles = ReadonlyMap<string, Bundle>

/** Files that are deployed beside the code of a function, by name. */
export type Assets = ReadonlyMap<string, Uint8Array>

const ROOT = join(import.meta.dirname, '..')

const common = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  external: [...shippedPackages],
  // The AWS SDK's ES modules: half the size and half the start-up time of its CommonJS.
  mainFields: ['module', 'main'],
  outExtension: { '.js': '.mjs' },
  metafile: true,
  legalComments: 'none',
  // Chinese texts take three bytes a character, not six as an escape.
  charset: 'utf8',
  // Whoever has the map has the repository.
  sourcesContent: false,
  logLevel: 'silent',
} as const satisfies BuildOptions

type Outputs = Metafile['outputs']

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, one) => all + one, 0)

const isOurs = (source: string): boolean => !source.includes('node_modules/')

/** How much of an output comes from files of ours, from 0 to 1. */
const ownShare = (output: Outputs[string] | undefined): number => {
  const inputs = Object.entries(output?.inputs ?? {})
  const bytes = sum(inputs.map(([, { bytesInOutput }]) => bytesInOutput))
  const own = sum(inputs.map(([source, { bytesInOutput }]) => (isOurs(source) ? bytesInOutput : 0)))
  return bytes === 0 ? 0 : own / bytes
}

const isMap = (file: string): boolean => file.endsWith('.map')

/** Where bundles go: code, which is deployed, and maps, which are not. Both on one disk. */
type Places = { folder: string; maps: string }

type Cut = Pick<BuildOptions, 'entryPoints' | 'splitting' | 'chunkNames' | 'plugins'>

/** Cuts out of what was built together. The map goes elsewhere and the code does not name it: nothing of it is deployed. */
const cutOut = async ({ folder, maps }: Places, options: Cut): Promise<Outputs> => {
  const paths = { outdir: folder, absWorkingDir: folder, sourcemap: 'external' } as const
  const { outputs } = (
    await build({ ...common, ...paths, minify: true, ...options, plugins: [leftOut, ...(options.plugins ?? [])] })
  ).metafile
  const apart = async (map: string): Promise<void> => {
    await mkdir(join(maps, dirname(map)), { recursive: true })
    await rename(join(folder, map), join(maps, map))
  }
  await Promise.all(Object.keys(outputs).filter(isMap).map(apart))
  return outputs
}

/** Everything anybody imports dynamically, built once: its files, and what each of them weighs and imports. */
const buildLazy = async (together: Outputs, places: Places): Promise<Outputs> => {
  const imports = Object.values(together).flatMap((output) => output.imports)
  const paths = imports.filter(({ kind, external }) => kind === 'dynamic-import' && !external).map(({ path }) => path)
  const names = [...new Set(paths)].map((path) => basename(path, '.mjs'))
  if (names.length === 0) return {}
  const entryPoints = Object.fromEntries(names.map((name) => [`lazy/${name}`, `together/${name}.mjs`]))
  return cutOut(places, { entryPoints, chunkNames: 'lazy/[name]-[hash]', splitting: true })
}

/** The lazy files that a function can come to: what it imports, and what that imports in turn. */
const reached = (index: Outputs[string] | undefined, lazy: Outputs): string[] => {
  const found = new Set<string>()
  const follow = (file: string): void => {
    if (found.has(file) || !lazy[file]) return
    found.add(file)
    for (const { path } of lazy[file].imports) follow(path)
  }
  for (const { path } of index?.imports ?? []) follow(`lazy/${basename(path)}`)
  return [...found]
}

/** The packages that some of these files load, of those that are in no bundle. */
const namedIn = (outputs: readonly (Outputs[string] | undefined)[]): string[] => {
  const named = outputs.flatMap((output) => output?.imports ?? []).map(({ path }) => shippedPackageOf(path))
  return shippedPackages.filter((name) => named.includes(name))
}

/**
 * Builds all entries together, shared parts apart. It happens in memory as if below the root, so that maps name sources alike
 * wherever `folder` is: names of chunks are hashes of their maps, too.
 */
const buildTogether = async (entryPoints: Record<string, string>, folder: string): Promise<Outputs> => {
  const whole = {
    entryPoints,
    outdir: join(ROOT, 'together'),
    absWorkingDir: ROOT,
    splitting: true,
    write: false,
  } as const
  // Blanks stay: with them the marks of what has no side effects would go, and little could be left out afterwards.
  const short = { minifyIdentifiers: true, minifySyntax: true, sourcemap: 'linked' } as const
  const { metafile, outputFiles } = await build({
    ...common,
    ...whole,
    ...short,
    plugins: [leftOut, pathTable, stateTables],
  })
  await mkdir(join(folder, 'together'), { recursive: true })
  await Promise.all(outputFiles.map((file) => writeFile(join(folder, 'together', basename(file.path)), file.contents)))
  return metafile.outputs
}

const weigh = (index: Outputs[string] | undefined, together: Outputs): Weight => {
  const parts = Object.entries(index?.inputs ?? {})
  const staticBytes = index?.bytes ?? 0
  return {
    staticBytes,
    ownBytes: Math.round(sum(parts.map(([part, { bytesInOutput }]) => bytesInOutput * ownShare(together[part])))),
    sources: parts.flatMap(([part]) => Object.keys(together[part]?.inputs ?? {})),
  }
}

/**
 * Bundles every entry (name → TypeScript file) into `<folder>/<name>`. First all sources are read and resolved together,
 * which is what costs time; then each function is cut out of the result. Dynamic imports are left out of that cut, because
 * splitting would keep in a function whatever they share with it. The same sources give the same bytes, wherever `folder`
 * is. Into `maps` go the source maps, which lead back to the TypeScript: `<name>/index.mjs.map`, and `lazy/….mjs.map` for
 * what all functions share. Throws esbuild's error, which names file and line.
 */
export const bundle = async (
  entries: Record<string, string>,
  folder: string,
  maps = join(folder, 'maps'),
): Promise<Bundles> => {
  const places = { folder, maps }
  const together = await buildTogether(entries, folder)
  const lazy = await buildLazy(together, places)
  const names = Object.keys(entries)
  const entryPoints = Object.fromEntries(names.map((name) => [`${name}/index`, `together/${name}.mjs`]))
  // Without splitting every function is cut out as if it were alone, and what they share is still read only once.
  const cut = await cutOut(places, { entryPoints, plugins: [lazyImports] })
  const bundleOf = async (name: string): Promise<[string, Bundle]> => {
    const own = join(folder, name)
    const index = cut[`${name}/index.mjs`]
    const files = reached(index, lazy)
    await mkdir(join(own, 'lazy'), { recursive: true })
    await Promise.all(files.map((file) => link(join(folder, file), join(own, file))))
    await Promise.all(namedIn([index, ...files.map((file) => lazy[file])]).map((name) => shipPackage(name, own)))
    return [name, { ...weigh(index, together), folder: own }]
  }
  return new Map(await Promise.all(names.map(bundleOf)))
}
