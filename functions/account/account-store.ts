import { type Item, isNew, type Key, type Put, put } from '../../shared/table/write.ts'
import type { Profile } from './account.ts'
import { accountKeys } from './keys.ts'

const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** The profile in an account's PROFILE item; undefined when there is no such account. */
export const profileOf = (accountId: string, item: Item | undefined): Profile | undefined =>
  item && {
    id: accountId,
    createdAt: Number(item.createdAt),
    maskedPhone: textIn(item.maskedPhone),
    externalId: textIn(item.externalId),
  }

/** The account that a PHONE or EXTERNAL item belongs to. */
export const ownerIn = (item: Item | undefined): string | undefined => textIn(item?.accountId)

/** Why an account could not be opened under a number or an external id: there is one already. */
export const TAKEN = 'taken'

/** From now on that PHONE or EXTERNAL key leads to this account. */
export const leadsTo = (key: Key, accountId: string): Put => put(key, { accountId }, isNew, TAKEN)

/** A new account. */
export const accountOpened = ({ id, ...profile }: Profile, phoneIndex?: string): Put =>
  put(accountKeys.profile(id), { ...profile, phoneIndex }, isNew, 'account_exists')
