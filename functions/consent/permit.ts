import type { Millis } from '../../shared/kernel/time.ts'

/** What somebody is asked to agree to apart from everything else: one consent for each. */
export const purposes = [
  'identity_check',
  'number_recheck',
  'face',
  'attended_review',
  'card_check',
  'document_check',
  'further_information',
  'company_check',
] as const
export type Purpose = (typeof purposes)[number]

/** What something of somebody is handed on for: what they agreed to, or a text message or an e-mail they asked for, or that comes of what they applied for. */
export const disclosurePurposes = [...purposes, 'sms_code', 'sms_result', 'email_code'] as const
export type DisclosurePurpose = (typeof disclosurePurposes)[number]

/**
 * Why something may be handed on at all (个人信息保护法 第十三条). `consent`: it was agreed to. `requested`: what somebody asked for at that
 * moment cannot be done without it.
 */
export const bases = ['consent', 'requested'] as const
export type Basis = (typeof bases)[number]

/** What can be handed on of somebody; their face they give to the vendor themselves, on its page. */
export const dataItems = [
  'name',
  'id_number',
  'phone',
  'email',
  'bank_card',
  'face',
  'document_pictures',
  'bank_proof_picture',
  'address_picture',
  'licence_picture',
  'company_account',
] as const
export type DataItem = (typeof dataItems)[number]

/** What each purpose may be agreed to with, as its notice says. */
export const itemsOf: Readonly<Record<Purpose, readonly DataItem[]>> = {
  identity_check: ['name', 'id_number', 'phone'],
  face: ['name', 'id_number', 'face'],
  number_recheck: ['phone'],
  card_check: ['name', 'id_number', 'phone', 'bank_card'],
  document_check: ['name', 'id_number', 'document_pictures'],
  // Nobody outside is handed any of it.
  attended_review: ['name', 'id_number', 'document_pictures', 'bank_proof_picture'],
  further_information: ['address_picture'],
  // Of whom the licence names, who may be somebody else than whoever agrees.
  company_check: ['name', 'id_number', 'licence_picture', 'company_account'],
}

/**
 * A consent that somebody gave: whose it is, what for and with which of their data; `notice`: the version they were shown, `recipients`:
 * the vendors that it named, where that is known.
 */
export type Given = {
  id: string
  accountId: string
  purpose: Purpose
  items: readonly DataItem[]
  notice: string
  recipients?: string[]
}

/** Whether a consent names that vendor. One of before says of nobody that it does not. */
export const isNamed = ({ recipients }: Pick<Given, 'recipients'>, vendor: string): boolean =>
  recipients?.includes(vendor) ?? true

/**
 * What became of what was handed on. `possibly_sent` until more is known, and where nobody will ever know. `not_sent`: nothing left us.
 * `not_used`: it was sent, and the recipient did nothing with it. `answered`: the recipient used it and answered.
 */
export const disclosureOutcomes = ['possibly_sent', 'not_sent', 'not_used', 'answered'] as const
export type DisclosureOutcome = (typeof disclosureOutcomes)[number]
/** One that is certain. */
export type DisclosureKnown = Exclude<DisclosureOutcome, 'possibly_sent'>

/**
 * Who gets which of somebody's data, what for and on which basis. Where that is a consent: which, to which notice, and for which check
 * (its verification) or confirmation by face it is handed on, or which picture it is.
 */
export type Disclosure = {
  id: string
  accountId: string
  basis: Basis
  consentId?: string
  notice?: string
  purpose: DisclosurePurpose
  recipient: string
  items: readonly DataItem[]
  check?: string
  faceCheck?: string
  material?: string
  at: Millis
  outcome: DisclosureOutcome
}

declare const MADE: unique symbol

/** Lets one adapter send some of somebody's data once. There is none without a disclosure, or without a text or an e-mail asked for. */
export type Permit = { readonly [MADE]: true } & Readonly<Pick<Disclosure, 'recipient' | 'items'>>

/** What is going to be handed on. */
export type Handing = Pick<Disclosure, 'id' | 'recipient' | 'items' | 'at'> &
  ({ check: string } | { faceCheck: string } | { material: string })

/**
 * What is handed on under a consent, to be kept in the commit that comes before the call, and the permit for it. Throws where the
 * consent does not cover it: that is for us to mend, and nothing may be sent.
 */
export const disclosing = (given: Given, handing: Handing): { disclosure: Disclosure; permit: Permit } => {
  const uncovered = handing.items.filter((item) => !given.items.includes(item))
  if (uncovered.length > 0) throw new Error(`no consent to hand on ${uncovered.join(', ')}`)
  const { recipient, items } = handing
  if (!isNamed(given, recipient)) throw new Error(`no consent to hand on anything to ${recipient}`)
  const { accountId, id: consentId, notice, purpose } = given
  const basis = 'consent' as const
  const disclosure = { ...handing, accountId, basis, consentId, notice, purpose, outcome: 'possibly_sent' as const }
  return { disclosure, permit: { recipient, items } as unknown as Permit }
}

/** A text message or an e-mail that somebody asks for now: who is given their number or address. */
export type Texting = Pick<Disclosure, 'id' | 'at'> & { vendor: string }

/**
 * Lets one text be sent to whoever asks for one (第十三条第一款第二项: it cannot be had without handing on the number). A permit without a
 * consent, and for a number alone.
 */
export const requested = ({ vendor }: Pick<Texting, 'vendor'>): Permit =>
  ({ recipient: vendor, items: ['phone'] }) as unknown as Permit

/** What is handed on with a text, for the account it is or was sent for. */
export const texted = ({ id, vendor, at }: Texting, accountId: string, outcome: DisclosureOutcome): Disclosure => ({
  id,
  accountId,
  basis: 'requested',
  purpose: 'sms_code',
  recipient: vendor,
  items: ['phone'],
  at,
  outcome,
})

/** The same of a result of what they applied for. */
export const resultText = (texting: Texting, accountId: string): Disclosure => ({
  ...texted(texting, accountId, 'possibly_sent'),
  purpose: 'sms_result',
})

/** The same for one e-mail, and for an address alone. */
export const mailRequested = ({ vendor }: Pick<Texting, 'vendor'>): Permit =>
  ({ recipient: vendor, items: ['email'] }) as unknown as Permit

/** What is handed on with an e-mail, for the account it is sent for. */
export const mailed = (texting: Texting, accountId: string, outcome: DisclosureOutcome): Disclosure => ({
  ...texted(texting, accountId, outcome),
  purpose: 'email_code',
  items: ['email'],
})

/** Throws unless `recipient` may be sent these: an adapter's last look before it sends anything. */
export const demandPermit = (permit: Permit, recipient: string, items: readonly DataItem[]): void => {
  const isCovered = permit.recipient === recipient && items.every((item) => permit.items.includes(item))
  if (!isCovered) throw new Error(`no permit to send ${items.join(', ')} to ${recipient}`)
}
