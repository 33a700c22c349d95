import { FIRST_VERSION } from '../shared/kernel/versioned.ts'

/** How many versions of a key are live at most: each costs a call to KMS wherever it is looked under or shown. */
const MOST_VERSIONS = 3

/** The versions of a key that an input names, `v2,v1`, not yet judged; the first one alone where it names none. */
export const versionsIn = (input: string | undefined): string[] =>
  (input || FIRST_VERSION).split(',').map((one) => one.trim())

/** What is wrong with them. `first`: what the one that is named first does. */
export const versionFaults = (name: string, first: string, versions: readonly string[]): string[] => {
  const isOne = (text: string): boolean => /^v[1-9]$/.test(text)
  const areDistinct = new Set(versions).size === versions.length
  return versions.every(isOne) && areDistinct && versions.length <= MOST_VERSIONS
    ? []
    : [
        `${name} must be one to ${MOST_VERSIONS} different versions from v1 to v9, the one that ${first} first, such as v2,v1, not ${versions.join(',')}`,
      ]
}

/** Every version up to the newest of these, those that are retired among them. */
export const versionsUpTo = (live: readonly string[]): string[] => {
  const newest = Math.max(...live.map((version) => Number(version.slice(1))))
  return Array.from({ length: newest }, (_none, nth) => `v${nth + 1}`)
}
