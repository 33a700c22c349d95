import type { Answer } from 'shiming-client'
import type { Language } from '../../../shared/kernel/language.ts'
import { disclosureTexts } from './texts.ts'

export type Disclosure = Answer<'GET /v1/account/disclosures'>['disclosures'][number]
export type Consent = Answer<'GET /v1/account/consents'>['consents'][number]

/** Names of data in a row, as that language separates them. */
export const itemsText = (items: Disclosure['items'], language: Language): string => {
  const texts = disclosureTexts[language]
  return items.map((item) => texts[item]).join(texts.and)
}

/** Why it could be handed on, in words. */
export const basisText = ({ consent }: Pick<Disclosure, 'consent'>, language: Language): string => {
  const texts = disclosureTexts[language]
  return consent ? texts.agreedTo(consent.notice) : texts.requested
}

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** Spreadsheets take a text without it for another encoding. */
const BYTE_ORDER_MARK = '\ufeff'

/** The records as a table with a line for each (RFC 4180), in that language, as spreadsheets open it. */
export const tableOf = (disclosures: readonly Disclosure[], language: Language): string => {
  const texts = disclosureTexts[language]
  const { when, company, service, got, purpose, outcome, basis, notice, verification, faceCheck } = texts
  const head = [when, company, service, got, purpose, outcome, basis, notice, verification, faceCheck]
  const rows = disclosures.map((one) => [
    one.at,
    one.recipient.company,
    one.recipient.service,
    itemsText(one.items, language),
    texts[`for_${one.purpose}`],
    texts[one.outcome],
    basisText(one, language),
    one.consent?.notice ?? '',
    one.verificationId ?? '',
    one.faceCheckId ?? '',
  ])
  return BYTE_ORDER_MARK + [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/** All of it for programs, as the service answers it. */
export const dataOf = (records: { consents: readonly Consent[]; disclosures: readonly Disclosure[] }): string =>
  `${JSON.stringify(records, null, 2)}\n`
