import { documentNoticeInForce } from '../../../functions/consent/document-notice.ts'
import type { Document } from '../../../functions/documents/checking/document.ts'
import { documentOf } from '../../../functions/documents/checking/document-store.ts'
import { documentKeys } from '../../../functions/documents/checking/keys.ts'
import { openDocument } from '../../../functions/documents/checking/open-document.ts'
import type { CardSide, Reading, Recognition } from '../../../functions/documents/recogniser.ts'
import type { Material } from '../../../functions/material/material.ts'
import type { Person } from '../../../functions/sandbox/people.ts'
import type { CheckResult } from '../../../functions/verification/check/checker.ts'
import { runCheck } from '../../../functions/verification/check/run-check.ts'
import { type Outcome, ok } from '../../../shared/kernel/outcome.ts'
import { claimOf } from '../../account/fixture.ts'
import { valueIn } from '../../kit.ts'
import { world as materialWorld, stored } from '../../material/world.ts'
import { decided, itemAt, job, person, type User } from '../../world.ts'

/** The last day of the card that is read here unless a test says otherwise, and when it ends in Beijing. */
const LAST_DAY = '20360301'
export const CARD_ENDS = Date.parse('2036-03-02T00:00:00+08:00')

/** What a reader makes of the card of a person. */
export const cardOf = (
  { name, idNumber }: Pick<Person, 'name' | 'idNumber'>,
  validUntil: string | undefined = LAST_DAY,
): Record<CardSide, Recognition> => ({
  front: {
    kind: 'read',
    card: { side: 'front', idNumber, name, sex: 'male', birth: idNumber.slice(6, 14) },
  },
  back: { kind: 'read', card: { side: 'back', validFrom: '20160301', ...(validUntil && { validUntil }) } },
})

/** Everything that handing in a card needs, in memory; the reader says what it is told to. */
export const checkingWorld = (overrides: Record<string, unknown> = {}) => {
  const at = materialWorld(overrides)
  const sees: { of: Record<CardSide, Recognition> } = { of: cardOf(person('match')) }
  const seen: CardSide[] = []
  const recogniser = {
    read: async ({ side }: Reading): Promise<Recognition> => {
      seen.push(side)
      return sees.of[side]
    },
  }
  return { ...at, pictures: at.vault, recogniser, sees, seen }
}
export type CheckingWorld = ReturnType<typeof checkingWorld>

/** Where cards are handed in: the notice about them is another one. */
export const documentDeps = (at: CheckingWorld) => ({ ...at, notice: async () => documentNoticeInForce(at.settings) })

/** Somebody who is verified. */
export const verified = async (at: CheckingWorld, nth = 0): Promise<{ user: User; who: Person }> => {
  const who = person('match', nth)
  const { user } = await decided(at, { who })
  return { user, who }
}

export type Photos = Record<CardSide, Material>

/** Both sides were photographed and taken in. */
export const photographed = async (at: CheckingWorld, user: User): Promise<Photos> => ({
  front: await stored(at, { user, kind: 'document_page' }),
  back: await stored(at, { user, kind: 'document_back' }),
})

export type Handing = { user: User; photos?: Partial<Record<CardSide, Pick<Material, 'id'>>>; notice?: string }

type Body = Parameters<typeof openDocument>[1]['body']

/** What somebody hands in. Answers the document. */
export const opened = async (
  deps: ReturnType<typeof documentDeps>,
  { token }: Pick<User, 'token'>,
  body: Body,
): Promise<Outcome<Document>> => {
  const answer = await openDocument(deps, { caller: claimOf(token), language: 'zh', body })
  return answer.ok ? ok(answer.value.document) : answer
}

/** Both sides are handed in; nobody has asked an authority yet. Answers the document. */
export const handedIn = async (at: CheckingWorld, { user, photos, notice }: Handing): Promise<Outcome<Document>> => {
  const { front, back } = { ...(await photographed(at, user)), ...photos }
  const consent = { notice: notice ?? (await documentDeps(at).notice()).version }
  const body = { front: front.id, back: back.id, consent }
  return opened(documentDeps(at), user, body)
}

/** The authority is asked about it. Answers the word of the worker. */
export const checked = (at: CheckingWorld, { accountId, id }: Pick<Document, 'accountId' | 'id'>): Promise<string> =>
  runCheck(at, job(`${accountId}.${id}`))

export const documentAt = (at: CheckingWorld, { accountId, id }: Pick<Document, 'accountId' | 'id'>): Document => {
  const item = itemAt(at, documentKeys.document(accountId, id))
  if (!item) throw new Error('no such document')
  return documentOf(item)
}

/** Both sides are handed in, and the authority says so. */
export const proven = async (at: CheckingWorld, of: Handing, says?: CheckResult): Promise<Document> => {
  const document = valueIn(await handedIn(at, of))
  if (says) at.bureau.script.push(() => says)
  await checked(at, document)
  return documentAt(at, document)
}
