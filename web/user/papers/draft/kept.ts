import { session } from '../../../shared/state/session.ts'
import type { PictureKind } from '../../pictures/picture.ts'

/** What outlives a reload: which document, and the ids of pictures that were uploaded. Nothing of it says who somebody is. */
export type Kept = { document: string; pictures: Partial<Record<PictureKind, string>> }

/** What is used of the storage of a tab. */
type Tab = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const NAME = 'shiming-papers'
const ID = /^[\da-f]{32}$/
const WORD = /^[a-z_]{1,40}$/

const isText = (value: unknown, form: RegExp): value is string => typeof value === 'string' && form.test(value)

const textIn = (tab: Tab): string => {
  try {
    return tab.getItem(NAME) ?? '{}'
  } catch {
    // A private window may refuse storage altogether.
    return '{}'
  }
}

const read = (text: string): Record<string, unknown> => {
  try {
    return { ...JSON.parse(text) }
  } catch {
    return {}
  }
}

/** What was kept in this tab for that account; nothing of another's. */
export const keptFor = (account: string, kinds: readonly PictureKind[], tab: Tab = sessionStorage): Kept => {
  const known = read(textIn(tab))
  if (known.account !== account) return { document: '', pictures: {} }
  const pictures: Record<string, unknown> = { ...(known.pictures as object) }
  return {
    document: isText(known.document, WORD) ? known.document : '',
    pictures: Object.fromEntries(
      kinds.flatMap((kind) => {
        const id = pictures[kind]
        return isText(id, ID) ? [[kind, id]] : []
      }),
    ),
  }
}

/** Keeps it as long as the tab is there. */
export const keepFor = (account: string, of: Kept, tab: Tab = sessionStorage): void => {
  try {
    tab.setItem(NAME, JSON.stringify({ account, ...of }))
  } catch {}
}

/** It was handed in, or its visitor is gone. */
export const forgetKept = (tab: Tab = sessionStorage): void => {
  try {
    tab.removeItem(NAME)
  } catch {}
}

/** Forgets it when another visitor comes, or nobody. Answers what ends that. */
export const forgetWithVisitor = (): (() => void) => {
  const { visitor } = session.state.get()
  return session.state.subscribe(() => {
    if (session.state.get().visitor !== visitor) forgetKept()
  })
}
