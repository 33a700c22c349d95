import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject } from 'vitest'
import { synthesize } from '../../infra/app.ts'
import type { Bundles } from '../../infra/bundle.ts'
import type { Inputs } from '../../infra/config.ts'
import { type Instance, instanceFolder, startInstance } from './instance.ts'

/** The same functions as a release with these inputs deploys them. */
const releaseWith = async (inputs: Inputs): Promise<string> => {
  const bundles: Bundles = new Map(
    Object.entries(inject('weights')).map(([name, weight]) => [
      name,
      { ...weight, folder: join(inject('assembly'), 'bundles', name) },
    ]),
  )
  const outdir = await mkdtemp(join(inject('scratch'), 'release-'))
  await synthesize({ stage: 'sandbox', outdir, inputs, bundles })
  return outdir
}

/** Releases that follow each other over the same data. */
export type Releases = {
  /** Ends the one that runs, and starts the next; with the inputs of any other instance if none are said. */
  next(inputs?: Inputs): Promise<Instance>
  /** Ends the one that runs, if one does; what comes next is over fresh data. */
  end(): Promise<void>
}

export const releases = (): Releases => {
  let running: Instance | undefined
  let folder: string | undefined
  return {
    async next(inputs) {
      if (running) expect(await running.end()).toEqual([])
      folder ??= await instanceFolder()
      running = await startInstance({}, { folder, assembly: inputs && (await releaseWith(inputs)) })
      return running
    },
    async end() {
      await running?.end()
      running = undefined
      folder = undefined
    },
  }
}
