import * as z from 'zod/mini'
import type { Millis } from '../../shared/kernel/time.ts'
import { absent, equals, exists, type Item, type Update, update } from '../../shared/table/write.ts'
import type { KeyRing } from '../../shared/vault/key-ring.ts'
import type { Binding } from '../../shared/vault/sealing.ts'
import type { Target } from './channels/message-channel.ts'
import { messagingKeys } from './keys.ts'

const stored = z.object({
  kind: z.literal('webhook'),
  url: z.string(),
  /** Sealed, as is the one before. */
  secret: z.string(),
  /** The secret before the last rotation, still signed with until that moment. */
  previous: z.optional(z.object({ secret: z.string(), until: z.number() })),
})

/** An outgoing channel. `goneAt`: its address said then that nobody lives there any more. */
export type ChannelSettings = z.infer<typeof stored> & { code: string; goneAt?: Millis }

const SETTINGS = 'channel.'
const GONE = 'gone.'

/**
 * The channels in an account's CHANNELS item, by code. All of them are one item, because the deliver worker must read
 * message and channel in one call and its pointer names only the message.
 */
export const channelsOf = (item: Item | undefined): Map<string, ChannelSettings> =>
  new Map(
    Object.entries(item ?? {})
      .filter(([name]) => name.startsWith(SETTINGS))
      .map(([name, value]) => {
        const code = name.slice(SETTINGS.length)
        const goneAt = item?.[`${GONE}${code}`]
        return [code, { ...z.parse(stored, value), code, ...(typeof goneAt === 'number' && { goneAt }) }]
      }),
  )

/** Opens for this account and code only. */
const bindingOf = (accountId: string, code: string): Binding => ({
  dataSet: 'webhook_secret',
  key: accountId,
  attribute: code,
})

/** A signing secret as it is kept. */
export const secretSealed = (ring: KeyRing, accountId: string, code: string, secret: string): string =>
  ring.seal(bindingOf(accountId, code), secret)

/** A channel as it is at `now`: the secret before the last rotation stays for its time only. */
const asOf = (channel: ChannelSettings, now: Millis): ChannelSettings => {
  const { previous, ...rest } = channel
  return previous && previous.until > now ? channel : rest
}

const secretsOf = ({ secret, previous }: ChannelSettings): string[] => [secret, ...(previous ? [previous.secret] : [])]

/** Where a channel leads at `now`, and what with: its secrets opened. Throws `NotSealedHere` for one that cannot be. */
export const targetOf = (ring: KeyRing, accountId: string, channel: ChannelSettings, now: Millis): Target => ({
  url: channel.url,
  secrets: secretsOf(asOf(channel, now)).map((kept) => ring.unseal(bindingOf(accountId, channel.code), kept)),
})

const unchanged = (before: Item | undefined) => (before ? equals('version', Number(before.version)) : absent('version'))

const replaced = (accountId: string, channel: ChannelSettings, before: Item | undefined, remove?: string[]): Update => {
  const { code, goneAt: _gone, ...settings } = channel
  return update(
    messagingKeys.channels(accountId),
    { set: { [`${SETTINGS}${code}`]: settings }, add: { version: 1 }, remove },
    unchanged(before),
    'channels_changed',
  )
}

/** A channel as it is from now on; `before` is the item the decision was made on. */
export const channelSaved = (accountId: string, channel: ChannelSettings, before: Item | undefined): Update =>
  replaced(accountId, channel, before, [`${GONE}${channel.code}`])

/** A channel whose secrets move to the current version of the key; undefined where they are under it, or cannot be opened. */
export const channelResealed = (
  ring: KeyRing,
  accountId: string,
  channel: ChannelSettings,
  before: Item,
  now: Millis,
): Update | undefined => {
  const kept = asOf(channel, now)
  const ages = new Set(secretsOf(kept).map(ring.age))
  if (ages.has('gone') || !ages.has('older')) return undefined
  const binding = bindingOf(accountId, channel.code)
  const again = (secret: string): string => ring.seal(binding, ring.unseal(binding, secret))
  const { secret, previous } = kept
  const resealed = {
    secret: again(secret),
    ...(previous && { previous: { ...previous, secret: again(previous.secret) } }),
  }
  return replaced(accountId, { ...kept, ...resealed }, before)
}

/** The account has this channel no longer. */
export const channelRemoved = (accountId: string, code: string): Update =>
  update(
    messagingKeys.channels(accountId),
    { add: { version: 1 }, remove: [`${SETTINGS}${code}`, `${GONE}${code}`] },
    exists(`${SETTINGS}${code}`),
    'channel_unknown',
  )

/** A hint for the owner; saving the channel again takes it away. */
export const channelGone = (accountId: string, code: string, at: Millis): Update =>
  update(messagingKeys.channels(accountId), { set: { [`${GONE}${code}`]: at } })
