import { join } from 'node:path'
import { cachedFolder } from '../infra/cached-folder.ts'
import { pagesSources, phoneSources } from '../infra/pages/sources.ts'
import type { TemplateInputs } from './inputs-here.ts'

const ROOT = join(import.meta.dirname, '..')

/**
 * The cloud assembly of the sandbox stage, with these inputs; `starting` is told before it is synthesized, which takes seconds. Throws
 * ConfigError for inputs that may not be.
 */
export const sandboxAssembly = (starting?: () => void, inputs: TemplateInputs = {}): Promise<string> =>
  cachedFolder({
    inputs,
    root: ROOT,
    sources: ['infra', 'functions', 'shared', ...pagesSources, ...phoneSources, 'package-lock.json'],
    build: join(ROOT, '.build'),
    kind: 'assembly',
    whole: 'manifest.json',
    make: async (outdir) => {
      // Loading the CDK takes a second, which is needed only here.
      const { synthesize } = await import('../infra/app.ts')
      return synthesize({ stage: 'sandbox', outdir, inputs })
    },
    starting,
  })
