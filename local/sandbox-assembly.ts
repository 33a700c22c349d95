import { join } from 'node:path'
import { cachedAssembly } from './cached-assembly.ts'

const ROOT = join(import.meta.dirname, '..')

/** The cloud assembly of the sandbox stage; `starting` is told before it is synthesized, which takes seconds. */
export const sandboxAssembly = (starting?: () => void): Promise<string> =>
  cachedAssembly({
    root: ROOT,
    sources: ['infra', 'functions', 'shared', 'package-lock.json'],
    build: join(ROOT, '.build'),
    synthesize: async (outdir) => {
      // Loading the CDK takes a second, which is needed only here.
      const { synthesize } = await import('../infra/app.ts')
      return synthesize({ stage: 'sandbox', outdir })
    },
    starting,
  })
