import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Assets, type Bundles, bundle } from './bundle.ts'
import { handlerPath } from './functions.ts'

const HANDLERS = join(import.meta.dirname, '../functions')

/** What a function has beside its code, in its folder `assets`; made only where that function is built. */
const assetsOf: Readonly<Record<string, () => Promise<Assets>>> = {
  'front-reference': async () => (await import('./reference-assets.ts')).referenceAssets(),
  'pages-phone': async () => (await import('./pages/phone-assets.ts')).phoneAssets(),
  'pages-serve': async () => (await import('./pages/pages-assets.ts')).pagesAssets(),
}

const writeAssets = async (folder: string, assets: Assets): Promise<void> => {
  await mkdir(join(folder, 'assets'))
  await Promise.all([...assets].map(([file, bytes]) => writeFile(join(folder, 'assets', file), bytes)))
}

/** Bundles functions of this service, by their names, each with the files it answers: see `bundle`. */
export const bundleFunctions = async (names: readonly string[], folder: string, maps: string): Promise<Bundles> => {
  const entries = Object.fromEntries(names.map((name) => [name, join(HANDLERS, handlerPath(name))]))
  // Side by side: bundling mostly waits for the disk, compressing assets for the processor.
  const [bundles, ...assets] = await Promise.all([
    bundle(entries, folder, maps),
    ...names.map(async (name) => [name, await assetsOf[name]?.()] as const),
  ])
  for (const [name, found] of assets) {
    const built = bundles.get(name)
    if (built && found) await writeAssets(built.folder, found)
  }
  return bundles
}
