import type { Millis } from '../../shared/kernel/time.ts'

/** What somebody is asked to agree to apart from everything else: one consent for each. */
export const purposes = ['identity_check'] as const
export type Purpose = (typeof purposes)[number]

/** What can be handed on of somebody. */
export const dataItems = ['name', 'id_number', 'phone', 'bank_card'] as const
export type DataItem = (typeof dataItems)[number]

/** What each purpose may be agreed to with, as its notice says. */
export const itemsOf: Readonly<Record<Purpose, readonly DataItem[]>> = {
  identity_check: ['name', 'id_number', 'phone'],
}

/** A consent that somebody gave: whose it is, what for and with which of their data. */
export type Given = { id: string; accountId: string; purpose: Purpose; items: readonly DataItem[] }

/** Who gets which of somebody's data, what for and because of which consent; `check`: the call it is for. */
export type Disclosure = {
  id: string
  accountId: string
  consentId: string
  purpose: Purpose
  recipient: string
  items: readonly DataItem[]
  check: string
  at: Millis
}

declare const MADE: unique symbol

/** Lets one adapter send some of somebody's data once. There is none without a disclosure, and so none without a consent. */
export type Permit = { readonly [MADE]: true } & Readonly<Pick<Disclosure, 'recipient' | 'items' | 'consentId'>>

/** What is going to be handed on. */
export type Handing = Pick<Disclosure, 'id' | 'recipient' | 'items' | 'check' | 'at'>

/**
 * What is handed on under a consent, to be kept in the commit that comes before the call, and the permit for it. Throws where the
 * consent does not cover it: that is for us to mend, and nothing may be sent.
 */
export const disclosing = (given: Given, handing: Handing): { disclosure: Disclosure; permit: Permit } => {
  const uncovered = handing.items.filter((item) => !given.items.includes(item))
  if (uncovered.length > 0) throw new Error(`no consent to hand on ${uncovered.join(', ')}`)
  const { recipient, items } = handing
  const disclosure = { ...handing, accountId: given.accountId, consentId: given.id, purpose: given.purpose }
  return { disclosure, permit: { recipient, items, consentId: given.id } as unknown as Permit }
}

/** Throws unless `recipient` may be sent these: an adapter's last look before it sends anything. */
export const demandPermit = (permit: Permit, recipient: string, items: readonly DataItem[]): void => {
  const isCovered = permit.recipient === recipient && items.every((item) => permit.items.includes(item))
  if (!isCovered) throw new Error(`no permit to send ${items.join(', ')} to ${recipient}`)
}
