import { copyFile, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject } from 'vitest'
import { synthesize } from '../../infra/app.ts'
import type { Bundles } from '../../infra/bundle.ts'
import type { Inputs } from '../../infra/config.ts'
import { type Instance, instanceFolder, startInstance } from './instance.ts'

/** A stack that is still as another release had it, as stacks are deployed one after the other; and what its functions are refused meanwhile. */
type Behind = { stack: string; inputs: Inputs; refused: RegExp }

/** The same functions as a release with these inputs deploys them. */
const releaseWith = async (inputs: Inputs, behind?: Behind): Promise<string> => {
  const bundles: Bundles = new Map(
    Object.entries(inject('weights')).map(([name, weight]) => [
      name,
      { ...weight, folder: join(inject('assembly'), 'bundles', name) },
    ]),
  )
  const outdir = await mkdtemp(join(inject('scratch'), 'release-'))
  await synthesize({ stage: 'sandbox', outdir, inputs, bundles })
  if (behind) {
    const file = `shiming-sandbox-${behind.stack}.template.json`
    await copyFile(join(await releaseWith(behind.inputs), file), join(outdir, file))
  }
  return outdir
}

/** Releases that follow each other over the same data. */
export type Releases = {
  /** Ends the one that runs, and starts the next; with the inputs of any other instance if none are said. */
  next(inputs?: Inputs, behind?: Behind): Promise<Instance>
  /** Ends the one that runs, if one does; what comes next is over fresh data. */
  end(): Promise<void>
}

export const releases = (): Releases => {
  let running: Instance | undefined
  let folder: string | undefined
  let refused: RegExp | undefined
  return {
    async next(inputs, behind) {
      const left = (await running?.end()) ?? []
      expect(left.filter((one) => !refused?.test(one))).toEqual([])
      refused = behind?.refused
      folder ??= await instanceFolder()
      running = await startInstance(
        {},
        {
          folder,
          assembly: inputs && (await releaseWith(inputs, behind)),
          useFile: behind && join(folder, 'uses-behind.jsonl'),
        },
      )
      return running
    },
    async end() {
      await running?.end()
      running = undefined
      folder = undefined
      refused = undefined
    },
  }
}
