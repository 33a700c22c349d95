import type { Objects } from './objects.ts'

/** Files in memory, for tests: the same contract as the real ones. */
export const memoryObjects = (): Objects & { files: Map<string, string> } => {
  const files = new Map<string, string>()
  return {
    files,
    async putNew(name, text) {
      if (files.has(name)) return 'exists'
      files.set(name, text)
      return 'stored'
    },
    get: async (name) => files.get(name),
    names: async (prefix) => [...files.keys()].filter((name) => name.startsWith(prefix)).toSorted(),
  }
}
