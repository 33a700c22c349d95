import { cardNoticeInForce } from '../../../functions/consent/card-notice.ts'
import type { Person } from '../../../functions/sandbox/people.ts'
import type { CheckResult } from '../../../functions/verification/check/checker.ts'
import { runCheck } from '../../../functions/verification/check/run-check.ts'
import { bindCard } from '../../../functions/wallet/cards/bind-card.ts'
import type { Card } from '../../../functions/wallet/cards/card.ts'
import type { Binding } from '../../../functions/wallet/cards/open-card.ts'
import { readCards } from '../../../functions/wallet/cards/read-cards.ts'
import { unbindCard } from '../../../functions/wallet/cards/unbind-card.ts'
import { askCode, claimOf, lastCode } from '../../account/fixture.ts'
import { valueIn } from '../../kit.ts'
import { job, person, type User, type World } from '../../world.ts'

/** Passes every check of a card and is nobody's. */
export const CARD = '6200000000000005'

/** The `nth` number of the same kind. */
export const cardNumber = (nth: number): string => `62000000000${String(nth).padStart(5, '0')}`

export type Typing = { user: User; who?: Person; number?: string; named?: boolean; typed?: Partial<Binding['body']> }

/** Where cards are bound: the notice about them is another one. */
export const cardDeps = (at: World) => ({ ...at, notice: async () => cardNoticeInForce(at.settings) })

/** What somebody types who was sent a code just now. `named`: with name and number, as who is not verified. */
export const binding = async (at: World, { user, who, number = CARD, named, typed }: Typing): Promise<Binding> => {
  const { name, idNumber, phone } = who ?? person('match')
  valueIn(await askCode(at, { phone, token: user.token }))
  const consent = { notice: (await cardDeps(at).notice()).version }
  const body = { cardNumber: number, phone, smsCode: lastCode(at, phone), consent, ...(named && { name, idNumber }) }
  return { caller: claimOf(user.token), language: 'zh', body: { ...body, ...typed } }
}

/** A card is typed; nobody has asked the bank yet. */
export const typed = async (at: World, of: Typing) => bindCard(cardDeps(at), await binding(at, of))

/** The bank is asked about a card. Answers the word of the worker. */
export const checked = (at: World, { accountId, verificationId }: Card): Promise<string> =>
  runCheck(at, job(`${accountId}.${verificationId}`))

/** A card is typed, and the bank says so. */
export const bound = async (at: World, of: Typing, says?: CheckResult): Promise<Card> => {
  const card = valueIn(await typed(at, of))
  if (says) at.bureau.script.push(() => says)
  await checked(at, card)
  return cardOf(at, of.user, card.id)
}

export const cardOf = async (at: World, { accountId }: User, id: string): Promise<Card> => {
  const found = (await readCards(at, accountId)).find((one) => one.id === id)
  if (!found) throw new Error('the account has no such card')
  return found
}

export const unbound = (at: World, { accountId }: User, id: string) => unbindCard(at, { accountId, id })
