import type { Ids } from '../../shared/kernel/ids.ts'
import { type Outcome, ok, refused, refusedField } from '../../shared/kernel/outcome.ts'
import { type Clock, DAY, type Millis } from '../../shared/kernel/time.ts'
import { Contended, type Table } from '../../shared/table/table.ts'
import type { KeyRing } from '../../shared/vault/key-ring.ts'
import { allowedAddress } from '../outgoing/address.ts'
import type { OutgoingSettings } from '../outgoing/settings.ts'
import { newSigningSecret } from '../outgoing/signed-request.ts'
import { type ChannelSettings, channelRemoved, channelSaved, channelsOf, secretSealed } from './channel-store.ts'
import { isChannelCode } from './channels/channel-code.ts'
import { messagingKeys } from './keys.ts'

export type ChannelDeps = {
  table: Table
  keyRing: () => Promise<KeyRing>
  clock: Clock
  ids: Ids
  settings: Pick<OutgoingSettings, 'deliveries'>
}

export type ChannelRequest = { accountId: string; code: string; url: string; rotateSecret?: boolean }

/** A channel as saved, its address as the URL standard writes it; `secret` only when it is new. */
export type SavedChannel = { code: string; kind: 'webhook'; url: string; secret?: string }

/** As many as one item holds without becoming slow to read with every send. */
const CHANNELS_PER_ACCOUNT = 20

/** How long the replaced secret still signs too, so that a receiver can change over without losing messages. */
const ROTATION: Millis = DAY

/** More often than anybody saves at once. */
const TRIES = 8

/** The channel as it is asked for (the one before itself where nothing is to change), and its secret if that is new. */
const channelAfter = (
  ring: KeyRing,
  before: ChannelSettings | undefined,
  request: ChannelRequest,
  deps: ChannelDeps,
): { channel: ChannelSettings; fresh?: string } => {
  const { accountId, code, url } = request
  const isSame = before?.url === url && before.goneAt === undefined
  if (before && !request.rotateSecret) return { channel: isSame ? before : { ...before, url } }
  const fresh = newSigningSecret(deps.ids)
  const channel = { code, kind: 'webhook', url, secret: secretSealed(ring, accountId, code, fresh) } as const
  // One that cannot be opened any more would hold up every delivery for as long as it has to sign.
  if (!before || ring.age(before.secret) === 'gone') return { channel, fresh }
  return { channel: { ...channel, previous: { secret: before.secret, until: deps.clock.now() + ROTATION } }, fresh }
}

/**
 * Creates a channel or changes its address. The signing secret (`whsec_…`) is answered when it is made: at creation and when
 * `rotateSecret` asks for a new one. Refuses with `channel_address_refused`, `channel_limit_reached`; throws `Contended` when others
 * keep changing the account's channels. Two table calls, one where nothing changes.
 */
export const saveChannel = async (deps: ChannelDeps, request: ChannelRequest): Promise<Outcome<SavedChannel>> => {
  const { accountId, code } = request
  if (!isChannelCode(code)) return refusedField('/code', 'invalid_channel_code')
  const url = allowedAddress(request.url, deps.settings.deliveries)
  if (url === undefined) return refusedField('/url', 'channel_address_refused')
  const ring = await deps.keyRing()
  let item = await deps.table.get(messagingKeys.channels(accountId))
  for (let tries = 0; tries < TRIES; tries += 1) {
    const known = channelsOf(item)
    const before = known.get(code)
    if (!before && known.size >= CHANNELS_PER_ACCOUNT) return refused('channel_limit_reached')
    const { channel, fresh } = channelAfter(ring, before, { ...request, url }, deps)
    if (channel === before) return ok({ code, kind: 'webhook', url })
    const saved = await deps.table.update(channelSaved(accountId, channel, item))
    if (saved.kind === 'updated')
      return ok({ code, kind: 'webhook', url, ...(fresh !== undefined && { secret: fresh }) })
    item = saved.item
  }
  throw new Contended('somebody keeps changing the channels of this account')
}

/** The account's channels, without their secrets. One table call. */
export const listChannels = async (
  deps: Pick<ChannelDeps, 'table'>,
  accountId: string,
): Promise<Outcome<ChannelSettings[]>> =>
  ok(
    [...channelsOf(await deps.table.get(messagingKeys.channels(accountId))).values()].sort((a, b) =>
      a.code < b.code ? -1 : 1,
    ),
  )

/** Takes a channel away; what is still under way for it fails. Refuses with `not_found`. One table call. */
export const removeChannel = async (
  deps: Pick<ChannelDeps, 'table'>,
  of: { accountId: string; code: string },
): Promise<Outcome<null>> => {
  if (!isChannelCode(of.code)) return refused('not_found')
  const removed = await deps.table.commit([channelRemoved(of.accountId, of.code)])
  return removed.kind === 'committed' ? ok(null) : refused('not_found')
}
