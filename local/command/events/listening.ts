import type { Shiming } from '../../../clients/typescript/src/shiming.ts'
import { both, type Told } from '../../../shared/command/told.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Speaker } from '../speaker.ts'
import { makeEndpoint } from './endpoint.ts'
import { hearing } from './hearing.ts'
import type { EndpointKeys } from './judge.ts'
import { startReceiver } from './receiver.ts'

/** By what deliveries are judged: keys of one's own, or those of an endpoint that is made with that client. */
export type Trust = { keys: EndpointKeys } | { shiming: Shiming }

type Options = {
  trust: Trust
  port: number
  events: readonly string[]
  /** By which address the instance reaches the receiver, where that is another. */
  reachableAt: string | undefined
  forwardTo: string | undefined
  /** After so many genuine events it ends. */
  count: number | undefined
  now(): Promise<Millis>
  stopped: AbortSignal
  speaker: Speaker
}

const whose = (id: string | undefined, host: string): Told =>
  id === undefined
    ? both(
        `；本机的实例要以 --deliver ${host} 启动`,
        `; an instance on this machine is to be started with --deliver ${host}`,
      )
    : both(`，端点 ${id}，结束时删除`, `, endpoint ${id}, removed at the end`)

/** When enough was heard, or somebody ended it. */
const ending = (count = Number.POSITIVE_INFINITY, stopped: AbortSignal) => {
  const { promise, resolve } = Promise.withResolvers<void>()
  stopped.addEventListener('abort', () => resolve())
  let left = count
  const heard = (): void => {
    left -= 1
    if (left <= 0) resolve()
  }
  return { promise, heard }
}

/**
 * Receives events until somebody ends it or enough came; an endpoint that was made for it is removed then. Throws PortInUse, and what
 * `makeEndpoint` throws.
 */
export const listenForEvents = async (options: Options): Promise<void> => {
  const { trust, port, events, reachableAt, forwardTo, count, now, stopped, speaker } = options
  const over = ending(count, stopped)
  let keys: EndpointKeys = 'keys' in trust ? trust.keys : { secrets: [], publicKeys: [] }
  const receiver = await startReceiver(port, hearing({ keys: () => keys, now, forwardTo, speaker, heard: over.heard }))
  const address = reachableAt ?? `http://${receiver.host}`
  try {
    const endpoint = 'shiming' in trust ? await makeEndpoint(trust.shiming, { address, events }) : undefined
    if (endpoint) keys = endpoint.keys
    try {
      const at = both(`在 http://${receiver.host} 接收`, `receives at http://${receiver.host}`)
      speaker.remark(at, whose(endpoint?.id, receiver.host))
      await over.promise
    } finally {
      await endpoint?.remove()
    }
  } finally {
    await receiver.stop()
  }
}
