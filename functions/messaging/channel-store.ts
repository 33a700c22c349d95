import * as z from 'zod/mini'
import type { Millis } from '../../shared/kernel/time.ts'
import { absent, equals, exists, type Item, type Update, update } from '../../shared/table/write.ts'
import { messagingKeys } from './keys.ts'

const stored = z.object({
  kind: z.literal('webhook'),
  url: z.string(),
  secret: z.string(),
  /** The secret before the last rotation, still signed with until that moment. */
  previous: z.optional(z.object({ secret: z.string(), until: z.number() })),
})

/** An outgoing channel. `goneAt`: its address said then that nobody lives there any more. */
export type ChannelSettings = z.infer<typeof stored> & { code: string; goneAt?: Millis }

const CODE = /^[a-z0-9-]{1,32}$/

/** True for a text that can name a channel. */
export const isChannelCode = (text: string): boolean => CODE.test(text)

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

const unchanged = (before: Item | undefined) => (before ? equals('version', Number(before.version)) : absent('version'))

/** A channel as it is from now on; `before` is the item the decision was made on. */
export const channelSaved = (accountId: string, channel: ChannelSettings, before: Item | undefined): Update => {
  const { code, goneAt: _gone, ...settings } = channel
  return update(
    messagingKeys.channels(accountId),
    { set: { [`${SETTINGS}${code}`]: settings }, add: { version: 1 }, remove: [`${GONE}${code}`] },
    unchanged(before),
    'channels_changed',
  )
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
