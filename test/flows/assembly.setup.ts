import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { synthesize } from '../../infra/app.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the templates of the sandbox stage, synthesized once for the whole run. */
    assembly: string
  }
}

export const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const outdir = await mkdtemp(join(tmpdir(), 'shiming-assembly-'))
  await synthesize({ stage: 'sandbox', outdir })
  provide('assembly', outdir)
  return () => rm(outdir, { recursive: true })
}
