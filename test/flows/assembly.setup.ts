import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { Weight } from '../../infra/bundle.ts'
import { type SandboxSecrets, sandboxSecrets } from '../../infra/sandbox-secrets.ts'
import { keepUses } from '../permissions/kept-uses.ts'
import { flowsAssembly, WEIGHTS } from './assembly.ts'

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
    /** Where all instances of a run write which permissions they used and what was refused. */
    uses: string
  }
}

/** Memory where there is a folder of it: nothing a test writes has to outlast the machine, and a disk is waited for. */
const SCRATCH = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

export const setup = async ({ provide, name }: TestProject): Promise<() => Promise<void>> => {
  const assembly = await flowsAssembly()
  const scratch = await mkdtemp(join(SCRATCH, 'shiming-flows-'))
  provide('assembly', assembly)
  provide('weights', JSON.parse(await readFile(join(assembly, WEIGHTS), 'utf8')))
  provide('keys', sandboxSecrets())
  provide('scratch', scratch)
  const uses = join(scratch, 'uses.jsonl')
  await writeFile(uses, '')
  provide('uses', uses)
  return async () => {
    await keepUses(await readFile(uses, 'utf8'), { assembly, project: name })
    await rm(scratch, { recursive: true })
  }
}
