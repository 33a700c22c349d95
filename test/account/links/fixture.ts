import { createSessionLink } from '../../../functions/account/links/create-session-link.ts'
import { readSessionLink } from '../../../functions/account/links/read-session-link.ts'
import { redeemSessionLink } from '../../../functions/account/links/redeem-session-link.ts'
import type { Table } from '../../../shared/table/table.ts'
import { valueIn } from '../../kit.ts'
import { claimOf, type World as Whole } from '../fixture.ts'

/** What links need of it. */
type World = Pick<Whole, 'clock' | 'ids' | 'settings'> & { table: Table }

export const PUBLIC_URL = 'https://id.example.cn'
export const USER = 'user-4711'
export const BACK = 'http://localhost:5173/back'

/** The token in a fresh link. */
export const linked = async (at: World, of: { externalId?: string; returnUrl?: string } = {}): Promise<string> => {
  const made = await createSessionLink({ ...at, publicUrl: PUBLIC_URL }, { externalId: USER, ...of })
  return new URL(valueIn(made).url).hash.slice(1)
}

/** `as`: the session token that the browser has. */
type By = { as?: string; replaces?: boolean }

const browser = (token: string, { as }: By) => ({ token, current: as === undefined ? undefined : claimOf(as) })

export const look = (at: World, token: string, by: By = {}, names = new Map<string, string>()) =>
  readSessionLink({ ...at, maskedNameOf: async (id) => names.get(id) }, browser(token, by))

export const redeem = (at: World, token: string, by: By = {}) =>
  redeemSessionLink(at, { ...browser(token, by), replaces: by.replaces ?? false, device: 'iphone' })
