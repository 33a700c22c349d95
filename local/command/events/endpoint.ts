import { ShimingProblem } from '../../../clients/typescript/src/calling/errors.ts'
import type { Shiming } from '../../../clients/typescript/src/shiming.ts'
import { ForPeople } from '../../../shared/command/for-people.ts'
import { both } from '../../../shared/command/told.ts'
import { CALL } from '../verb.ts'
import type { EndpointKeys } from './judge.ts'

/** An endpoint that a receiver made for itself. */
export type OwnEndpoint = { id: string; keys: EndpointKeys; remove(): Promise<void> }

/** Whether an address was refused, and not something else about the call. */
const isAddressRefused = (error: ShimingProblem): boolean => error.errors.some(({ pointer }) => pointer === '/url')

const unreachable = (address: string, cause: ShimingProblem): ForPeople => {
  const { host } = new URL(address)
  return new ForPeople(
    both(
      `实例不肯投递到 ${address}（${cause.code}）。本机的实例要这样启动：${CALL} start --deliver ${host}；别处的实例到不了本机，用 --reachable-at 写出它能到的地址`,
      `the instance does not deliver to ${address} (${cause.code}). One on this machine is to be started by ${CALL} start --deliver ${host}; one elsewhere cannot reach this machine: say by --reachable-at which address it can`,
    ),
    { cause },
  )
}

const without = (cause: ShimingProblem): ForPeople =>
  new ForPeople(
    both(
      '这个实例没有 /v1/webhook-endpoints；用 --secret 或 --public-key 也能接收',
      'this instance has no /v1/webhook-endpoints; with --secret or --public-key events are received all the same',
    ),
    { cause },
  )

/**
 * Makes an endpoint for that address, as the platform. Throws ForPeople where the instance may not deliver there, or has no endpoints, and
 * what the client throws otherwise.
 */
export const makeEndpoint = async (
  shiming: Shiming,
  { address, events }: { address: string; events: readonly string[] },
): Promise<OwnEndpoint> => {
  const body = { url: address, events: [...events], description: `${CALL} events listen` }
  const made = await shiming.request('POST /v1/webhook-endpoints', { body }).catch((error: unknown) => {
    if (!(error instanceof ShimingProblem)) throw error
    if (isAddressRefused(error)) throw unreachable(address, error)
    throw error.status === 404 ? without(error) : error
  })
  const { id, secret, publicKey } = made
  return {
    id,
    keys: { secrets: [secret], publicKeys: [publicKey] },
    remove: async () => void (await shiming.request('DELETE /v1/webhook-endpoints/{id}', { params: { id } })),
  }
}
