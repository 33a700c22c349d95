import { cp } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild'

/** What the code of one function weighs. */
export type Weight = {
  /** What Lambda loads before the first event. */
  staticBytes: number
  /** With what is only loaded when it is needed. */
  totalBytes: number
  /** The part of the static bytes that comes from this repository and not from packages; within a few percent. */
  ownBytes: number
  /** Source files, from the root of the repository, that are loaded before the first event. */
  sources: readonly string[]
}

/** The code of one function as it is deployed: a folder with `index.mjs` and the folder `lazy`, nothing else. */
type Bundle = Weight & { folder: string }

export type Bundles = ReadonlyMap<string, Bundle>

const ROOT = join(import.meta.dirname, '..')

const common = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  // The AWS SDK's ES modules: half the size and half the start-up time of its CommonJS.
  mainFields: ['module', 'main'],
  outExtension: { '.js': '.mjs' },
  metafile: true,
  legalComments: 'none',
  // Chinese texts take three bytes a character, not six as an escape.
  charset: 'utf8',
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

/** Paths of outputs from the folder of the bundles, whatever folder esbuild ran in. */
const within = (outputs: Outputs): Outputs =>
  Object.fromEntries(Object.entries(outputs).map(([file, output]) => [file.slice(file.indexOf('together/')), output]))

/** What a function imports dynamically stays out of its bundle and is found in its folder `lazy`. */
const lazyImports: Plugin = {
  name: 'lazy imports',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\// }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: `./lazy/${basename(path)}`, external: true } : undefined,
    ),
}

/** Everything anybody imports dynamically (the SDK's credential chains), built once, complete in itself. */
const buildLazy = async (together: Outputs, folder: string): Promise<number> => {
  const imports = Object.values(together).flatMap((output) => output.imports)
  const paths = imports.filter(({ kind, external }) => kind === 'dynamic-import' && !external).map(({ path }) => path)
  const entryPoints = [...new Set(paths)].map((path) => join('together', basename(path)))
  if (entryPoints.length === 0) return 0
  const options = { entryPoints, outdir: join(folder, 'lazy'), absWorkingDir: folder }
  const { metafile } = await build({ ...common, ...options, minify: true, splitting: true })
  return sum(Object.values(metafile.outputs).map((output) => output.bytes))
}

const weigh = (index: Outputs[string] | undefined, together: Outputs, lazyBytes: number): Weight => {
  const parts = Object.entries(index?.inputs ?? {})
  const staticBytes = index?.bytes ?? 0
  return {
    staticBytes,
    totalBytes: staticBytes + lazyBytes,
    ownBytes: Math.round(sum(parts.map(([part, { bytesInOutput }]) => bytesInOutput * ownShare(together[part])))),
    sources: parts.flatMap(([part]) => Object.keys(together[part]?.inputs ?? {})),
  }
}

/**
 * Bundles every entry (name → TypeScript file) into `<folder>/<name>`. First all sources are read and resolved together,
 * which is what costs time; then each function is cut out of the result. Dynamic imports are left out of that cut, because
 * splitting would keep in a function whatever they share with it. The same sources give the same bytes, wherever `folder`
 * is. Throws esbuild's error, which names file and line.
 */
export const bundle = async (entries: Record<string, string>, folder: string): Promise<Bundles> => {
  const whole = { entryPoints: entries, outdir: join(folder, 'together'), absWorkingDir: ROOT, splitting: true }
  // Blanks stay: with them the marks of what has no side effects would go, and little could be left out afterwards.
  const short = { minifyIdentifiers: true, minifySyntax: true }
  const together = within((await build({ ...common, ...whole, ...short })).metafile.outputs)
  const lazyBytes = await buildLazy(together, folder)
  const names = Object.keys(entries)
  const entryPoints = Object.fromEntries(names.map((name) => [`${name}/index`, `together/${name}.mjs`]))
  const paths = { entryPoints, outdir: folder, absWorkingDir: folder }
  // Without splitting every function is cut out as if it were alone, and what they share is still read only once.
  const cut = (await build({ ...common, ...paths, minify: true, plugins: [lazyImports] })).metafile.outputs
  const bundled = async (name: string): Promise<[string, Bundle]> => {
    const own = join(folder, name)
    if (lazyBytes > 0) await cp(join(folder, 'lazy'), join(own, 'lazy'), { recursive: true })
    return [name, { ...weigh(cut[`${name}/index.mjs`], together, lazyBytes), folder: own }]
  }
  return new Map(await Promise.all(names.map(bundled)))
}
