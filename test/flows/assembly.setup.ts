import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type SandboxSecrets, sandboxSecrets } from '../../infra/sandbox-secrets.ts'
import { sandboxAssembly } from '../../local/sandbox-assembly.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the templates of the sandbox stage, synthesized when their sources have changed. */
    assembly: string
    /** Fresh keys for all instances of a run; making them takes as long as a test. */
    keys: SandboxSecrets
    /** A folder that is deleted after the run. */
    scratch: string
  }
}

export const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const scratch = await mkdtemp(join(tmpdir(), 'shiming-flows-'))
  provide('assembly', await sandboxAssembly())
  provide('keys', sandboxSecrets())
  provide('scratch', scratch)
  return () => rm(scratch, { recursive: true })
}
