import { appendFileSync } from 'node:fs'
import type { Permission } from './policy.ts'

/** Which permissions functions made use of, and what they were refused, since the engine's process started. */
export type Uses = {
  used(fn: string, by: readonly Permission[]): void
  refused(fn: string, message: string): void
  /** Every refusal so far, once, after the name of the function. */
  refusals(): string[]
}

/** A line of the file of uses. */
export type UseLine = { fn: string; used: string } | { fn: string; refused: string }

/** A permission as one text. */
export const textOf = ({ action, resource, partition }: Permission): string =>
  [action, resource, ...(partition === undefined ? [] : [partition])].join(' ')

/**
 * Remembers uses. With a file, each is written there at once when it is new, so that it is known however the engine ends. `tell`
 * hears of each new refusal.
 */
export const usesOf = (file: string | undefined, tell: (refusal: string) => void): Uses => {
  const known = new Set<string>()
  const isNew = (one: UseLine): boolean => {
    const text = JSON.stringify(one)
    if (known.has(text)) return false
    known.add(text)
    if (file !== undefined) appendFileSync(file, `${text}\n`)
    return true
  }
  const refusals: string[] = []
  return {
    used: (fn, by) => {
      for (const permission of by) isNew({ fn, used: textOf(permission) })
    },
    refused: (fn, message) => {
      if (!isNew({ fn, refused: message })) return
      refusals.push(`${fn}: ${message}`)
      tell(`${fn} was refused a call. ${message}`)
    },
    refusals: () => [...refusals],
  }
}
