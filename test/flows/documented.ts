import type { Send } from '../../local/demo/platform.ts'
import { undescribed } from '../infra/openapi/answers.ts'

/** Sends, and throws where what came is not what the API's description says of it. */
export const documented =
  (send: Send): Send =>
  async (url, init) => {
    const response = await send(url, init)
    const { method = 'GET' } = init
    const { pathname: path } = new URL(url)
    const headers = new Map(response.headers)
    const faults = undescribed({ method, path, status: response.status, headers, text: await response.clone().text() })
    if (faults.length === 0) return response
    const where = `${method} ${path} answered ${response.status} ${(await response.clone().text()).slice(0, 300)}`
    throw new Error(`${where}, and its description (infra/openapi) says otherwise: ${faults.join('; ')}`)
  }
