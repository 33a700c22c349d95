import { createEndpointRoute, sendTestRoute } from '../../../functions/webhooks/endpoint.route.ts'
import type { Instance } from '../../flows/instance.ts'

type Asked = { path: string; description?: string; events?: string[] }

/** An endpoint of the platform at the receiver of the instance: its id and address. */
export const endpointAt = async (
  { platform, platformKey: token, receiver }: Instance,
  { path, events = ['*'], ...rest }: Asked,
): Promise<{ id: string; url: string }> => {
  const url = `http://${receiver.address}${path}`
  const { id } = await platform.must(createEndpointRoute, { token, body: { url, events, ...rest } })
  return { id, url }
}

/** Sends it so many test events, each answered by the receiver with that status, and with it again as often as it is tried in these minutes. */
export const tested = async (
  { platform, platformKey: token, receiver }: Instance,
  id: string,
  { status, count = 1, minutes = 1 }: { status: number; count?: number; minutes?: number },
): Promise<void> => {
  receiver.answers.splice(0, receiver.answers.length, ...Array<number>(64).fill(status))
  for (let sent = 0; sent < count; sent += 1) await platform.must(sendTestRoute, { token, params: { id } })
  for (let passed = 0; passed < minutes; passed += 1) await platform.pass('1m')
  receiver.answers.length = 0
}
