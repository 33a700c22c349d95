import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { Weight } from '../../infra/bundle.ts'
import { functions, handlerPath } from '../../infra/functions.ts'
import { type SandboxSecrets, sandboxSecrets } from '../../infra/sandbox-secrets.ts'
import { mapsOf } from '../../infra/source-maps.ts'
import { cachedAssembly } from '../../local/cached-assembly.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the templates of the sandbox stage, synthesized when their sources have changed. */
    assembly: string
    /** What its functions weigh; `<assembly>/bundles/<name>` is the code of each. */
    weights: Record<string, Weight>
    /** Fresh keys for all instances of a run; making them takes as long as a test. */
    keys: SandboxSecrets
    /** A folder that is deleted after the run. */
    scratch: string
  }
}

const ROOT = join(import.meta.dirname, '../..')
const WEIGHTS = 'weights.json'

/** Memory where there is a folder of it: nothing a test writes has to outlast the machine, and a disk is waited for. */
const SCRATCH = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** Bundling is most of the time, so what is synthesized, run and weighed are the same bundles. */
const make = async (outdir: string): Promise<void> => {
  const { bundle } = await import('../../infra/bundle.ts')
  const { synthesize } = await import('../../infra/app.ts')
  const handlers = Object.keys(functions).map((name) => [name, join(ROOT, 'functions', handlerPath(name))])
  const bundles = await bundle(Object.fromEntries(handlers), join(outdir, 'bundles'), mapsOf(outdir))
  await synthesize({ stage: 'sandbox', outdir, bundles })
  await writeFile(join(outdir, WEIGHTS), JSON.stringify(Object.fromEntries(bundles)))
}

export const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const sources = ['infra', 'functions', 'shared', 'package-lock.json', 'test/flows/assembly.setup.ts']
  const assembly = await cachedAssembly({ root: ROOT, sources, build: join(ROOT, '.build/flows'), synthesize: make })
  const scratch = await mkdtemp(join(SCRATCH, 'shiming-flows-'))
  provide('assembly', assembly)
  provide('weights', JSON.parse(await readFile(join(assembly, WEIGHTS), 'utf8')))
  provide('keys', sandboxSecrets())
  provide('scratch', scratch)
  return () => rm(scratch, { recursive: true })
}
