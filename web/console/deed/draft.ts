import { signedIn } from '../session/session.ts'

type Fields = Readonly<Record<string, string>>

/** What was typed for deeds that were not done, in memory only, and of one operator: whoever comes next finds nothing of it. */
const kept: { of: string | undefined; drafts: Map<string, Fields> } = { of: undefined, drafts: new Map() }

const drafts = (): Map<string, Fields> => {
  const who = signedIn.get()?.operator.name
  if (kept.of !== who) {
    kept.of = who
    kept.drafts = new Map()
  }
  return kept.drafts
}

/** Names a deed about something: the page it is asked at, and which of several things there. */
export const draftKey = ({ name, thing = '' }: { name: string; thing?: string }): string =>
  JSON.stringify([location.pathname, thing, name])

/** What was typed for it before; nothing where nothing was. */
export const draftOf = (key: string): Fields => drafts().get(key) ?? {}

/** Keeps what differs from what stands there before anything is typed. A code is never kept: it holds once. */
export const keepDraft = (key: string, typed: Fields, first: Fields): void => {
  const own = Object.entries(typed).filter(([name, text]) => name !== 'code' && text !== first[name])
  if (own.length === 0) drafts().delete(key)
  else drafts().set(key, Object.fromEntries(own))
}

/** It was done. */
export const dropDraft = (key: string): void => void drafts().delete(key)
