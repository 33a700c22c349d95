import * as z from 'zod/mini'
import { languages } from '../../shared/kernel/language.ts'
import { type Condition, exists, type Guard, guard, type Item, isNew, type Put, put } from '../../shared/table/write.ts'
import type { Consent } from './consent.ts'
import { consentKeys } from './keys.ts'
import { dataItems, type Given, purposes } from './permit.ts'

/** A consent on record: what somebody agreed to, with what they were shown. */
export type GivenConsent = Given & Consent

const text = z.string()
const stored = z.object({
  id: text,
  accountId: text,
  purpose: z.enum(purposes),
  items: z.array(z.enum(dataItems)),
  notice: text,
  language: z.optional(z.enum(languages)),
  sha256: z.optional(text),
  recipients: z.optional(z.array(text)),
  agreedAt: z.number(),
})

/** The consent in an item. */
export const consentOf = (item: Item): GivenConsent => z.parse(stored, item)

const recorded = (consent: GivenConsent, when?: Condition): Put =>
  put(consentKeys.consent(consent.accountId, consent.id), { ...consent, items: [...consent.items] }, when)

/** Somebody agreed. Belongs in the commit of what they agreed with; kept as long as their account. */
export const consentGiven = (consent: GivenConsent): Put => recorded(consent, isNew)

/** That consent is on record. Belongs in the commit before anything is handed on under it. */
export const consentStands = ({ accountId, id }: Pick<Given, 'accountId' | 'id'>): Guard =>
  guard(consentKeys.consent(accountId, id), exists('pk'), 'no_consent')

/**
 * A consent of before there were records, which stands in what was submitted with it, gets its record. Says the same each time, as
 * what was submitted may be handed on more than once.
 */
export const consentCaughtUp = (consent: GivenConsent): Put => recorded(consent)
