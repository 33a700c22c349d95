import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cachedFolder } from '../../infra/cached-folder.ts'
import { functions } from '../../infra/functions.ts'
import { pagesSources, phoneSources } from '../../infra/pages/sources.ts'
import { mapsOf } from '../../infra/source-maps.ts'

const ROOT = join(import.meta.dirname, '../..')

/** The file in the assembly that says what its functions weigh. */
export const WEIGHTS = 'weights.json'

/** Bundling is most of the time, so what is synthesized, run and weighed are the same bundles. */
const make = async (outdir: string): Promise<void> => {
  const { bundleFunctions } = await import('../../infra/bundle-functions.ts')
  const { synthesize } = await import('../../infra/app.ts')
  const bundles = await bundleFunctions(Object.keys(functions), join(outdir, 'bundles'), mapsOf(outdir))
  await synthesize({ stage: 'sandbox', outdir, bundles })
  await writeFile(join(outdir, WEIGHTS), JSON.stringify(Object.fromEntries(bundles)))
}

/** The folder of the sandbox stage's assembly that flows run on, made anew where its sources have changed. */
export const flowsAssembly = (): Promise<string> =>
  cachedFolder({
    root: ROOT,
    sources: [
      'infra',
      'functions',
      'shared',
      ...pagesSources,
      ...phoneSources,
      'package-lock.json',
      'test/flows/assembly.ts',
    ],
    build: join(ROOT, '.build/flows'),
    kind: 'assembly',
    whole: 'manifest.json',
    make,
  })
