import { both } from '../../../shared/command/told.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import type { Speaker } from '../speaker.ts'
import { type Forwarded, forward } from './forward.ts'
import { type Delivery, type EndpointKeys, type Judged, judge } from './judge.ts'

/** An event as far as it is shown; whatever else it has is printed with it as JSON. */
type Told = { type?: unknown; sequence?: unknown; account?: { externalId?: unknown; id?: unknown }; data?: unknown }

type Heard = { judged: Judged; event: Told | undefined; isAgain: boolean; forwarded: Forwarded | undefined }

/** Texts of others in a terminal: nothing in them may steer it. */
const printable = (text: unknown): string => String(text).replaceAll(/\p{C}/gu, '\ufffd')

const CLOCK = 19

const linesOf = ({ judged, event, isAgain, forwarded }: Heard, { say }: Speaker): string[] => {
  const at = rfc3339(Date.now()).slice(11, CLOCK)
  if (judged.why !== undefined || !event) return [`${at}  ${say(both('拒收：', 'refused: '))}${printable(judged.why)}`]
  const { type, sequence, account, data } = event
  const who = account?.externalId ?? account?.id
  const passed =
    forwarded &&
    ('status' in forwarded ? `→ ${forwarded.status}` : `→ ${say(both('失败：', 'failed: '))}${forwarded.failed}`)
  const parts = [
    ...[at, printable(type), ...(sequence === undefined ? [] : [`#${printable(sequence)}`])],
    ...[...(who === undefined ? [] : [printable(who)]), `✓ ${judged.by.join(' ')}`],
    ...[...(isAgain ? [say(both('（再次）', '(again)'))] : []), ...(passed === undefined ? [] : [printable(passed)])],
  ]
  return [parts.join('  '), `  ${printable(JSON.stringify(data ?? {}))}`]
}

type Options = {
  keys(): EndpointKeys
  /** The time of the sender. */
  now(): Promise<number>
  forwardTo: string | undefined
  speaker: Speaker
  /** Called after each genuine event that nobody had before. */
  heard(): void
}

/** Takes deliveries: judges, prints and hands them on; answers the status for the sender. */
export const hearing = ({ keys, now, forwardTo, speaker, heard }: Options): ((of: Delivery) => Promise<number>) => {
  const seen = new Set<string>()
  return async (delivery) => {
    const judged = await judge(delivery, keys(), await now())
    const id = String(delivery.headers['webhook-id'])
    const isGenuine = judged.why === undefined
    const event = isGenuine ? (JSON.parse(delivery.body.toString()) as Told) : undefined
    const isAgain = isGenuine && seen.has(id)
    const forwarded = isGenuine && forwardTo !== undefined ? await forward(forwardTo, delivery) : undefined
    if (isGenuine) seen.add(id)
    const shown = { receivedAt: rfc3339(Date.now()), verified: isGenuine, by: judged.by, again: isAgain }
    const more = { ...(!isGenuine && { why: judged.why }), ...(forwarded && { forwarded }), ...(event && { event }) }
    speaker.result({ ...shown, ...more }, () => linesOf({ judged, event, isAgain, forwarded }, speaker))
    if (isGenuine && !isAgain) heard()
    if (!isGenuine) return 400
    return forwarded ? ('status' in forwarded ? forwarded.status : 502) : 200
  }
}
