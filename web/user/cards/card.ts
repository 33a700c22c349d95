import type { Answer, BankCard } from 'shiming-client'
import { banks } from '../../../functions/wallet/cards/banks.ts'
import type { Language } from '../../../shared/kernel/language.ts'

export type Terms = Answer<'GET /v1/card-terms'>

/** What the first digits tell of the bank, in words; undefined where they do not. */
export const bankName = (bank: BankCard['bank'], language: Language): string | undefined =>
  bank === null ? undefined : banks[bank][language]

/** Bound once, and to be proven by typing the number again. */
export const isFormer = ({ former, status }: BankCard): boolean => former && status === 'unbound'

/** Bound, being checked, or refused the last time; one that was taken off before it was ever bound is no more. */
export const isCurrent = ({ status }: BankCard): boolean => status !== 'unbound'
