import { createRequire } from 'node:module'
import { filesLike, pathOf } from '../docs/repository.ts'

type ImportRule = { name: string; from: { path?: string; pathNot?: readonly string[] } }

const { forbidden } = createRequire(import.meta.url)(pathOf('.dependency-cruiser.cjs')) as {
  forbidden: readonly ImportRule[]
}

/** What the import rules hold to be pure (docs/architecture.md), and the kernel, which is all pure. */
export const pureFiles = (): string[] => {
  const rule = forbidden.find(({ name }) => name === 'pure-files-import-pure-files')
  if (!rule) throw new Error('.dependency-cruiser.cjs no longer says what a pure file is')
  const { path = '', pathNot = [] } = rule.from
  const isPure = (file: string): boolean =>
    new RegExp(path).test(file) && !pathNot.some((other) => new RegExp(other).test(file))
  return [...filesLike('functions/**/*.ts').filter(isPure), ...filesLike('shared/kernel/*.ts')]
}
